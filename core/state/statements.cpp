#include "state/statements.h"

#include <algorithm>

namespace unwind::state {
namespace {

using trace::Event;
using trace::Kind;

constexpr uint32_t kMaxStatements = 1024; ///< in a stretch
constexpr Seq kMaxEvents = 16384;         ///< that a stretch spans

} // namespace

bool StatementIndex::isUser(uint64_t packedPos) const {
    const uint64_t file = packedPos >> 32;
    const auto& files = m_log.header().files;
    return file - 1 >= files.size() || !files[file - 1].isStd;
}

void StatementIndex::append(Stretches& stretches, Seq seq, int depth) {
    if (stretches.empty() || stretches.back().count >= kMaxStatements || seq - stretches.back().first > kMaxEvents) {
        stretches.push_back(Stretch{seq, seq, depth, depth, 0});
    }
    Stretch& stretch = stretches.back();
    stretch.last = seq;
    stretch.minDepth = std::min(stretch.minDepth, depth);
    ++stretch.count;
}

void StatementIndex::add(const Event& stmt, int depth) {
    if (!isUser(stmt.args[0]))
        return;
    append(m_stretches[GoId{}], stmt.seq, depth);
    if (stmt.go)
        append(m_stretches[stmt.go], stmt.seq, depth);
}

template <class F> void StatementIndex::scan(const Stretch& stretch, GoId go, int maxDepth, F&& f) const {
    int depth = stretch.startDepth;
    m_log.forEach(stretch.first, stretch.last + 1, [&](const Event& e) {
        if (go && e.go != go)
            return true;
        switch (e.kind) {
        case Kind::Call: depth = int(e.args[1]); return true;
        case Kind::Return:
        case Kind::FrameDiscard: depth = int(e.args[1]) - 1; return true;
        case Kind::Stmt: break;
        default: return true;
        }
        if (!isUser(e.args[0]) || (go && maxDepth >= 0 && depth > maxDepth))
            return true;
        return f(e.seq);
    });
}

Seq StatementIndex::next(Seq from, GoId go, int maxDepth) const {
    const auto found = m_stretches.find(go);
    if (found == m_stretches.end())
        return kNoSeq;
    const Stretches& all = found->second;
    auto it = from == kNoSeq
                  ? all.begin()
                  : std::partition_point(all.begin(), all.end(), [&](const Stretch& s) { return s.last <= from; });
    Seq result = kNoSeq;
    for (; it != all.end() && result == kNoSeq; ++it) {
        if (go && maxDepth >= 0 && it->minDepth > maxDepth)
            continue;
        scan(*it, go, maxDepth, [&](Seq seq) {
            if (from != kNoSeq && seq <= from)
                return true;
            result = seq;
            return false;
        });
    }
    return result;
}

Seq StatementIndex::previous(Seq from, GoId go, int maxDepth) const {
    const auto found = m_stretches.find(go);
    if (found == m_stretches.end())
        return kNoSeq;
    const Stretches& all = found->second;
    auto it = std::partition_point(all.begin(), all.end(), [&](const Stretch& s) { return s.first < from; });
    Seq result = kNoSeq;
    while (it != all.begin() && result == kNoSeq) {
        --it;
        if (go && maxDepth >= 0 && it->minDepth > maxDepth)
            continue;
        scan(*it, go, maxDepth, [&](Seq seq) {
            if (seq >= from)
                return false;
            result = seq;
            return true;
        });
    }
    return result;
}

} // namespace unwind::state
