#include "trace/stringstore.h"

namespace unwind::trace {

void StringStore::add(uint64_t id, std::string text, bool keep) {
    if (keep && id == m_kept.size() + 1 && m_ring.empty()) {
        m_kept.push_back(std::move(text));
        return;
    }
    if (m_ring.empty() || id != m_ringFirst + m_ring.size()) {
        m_ring.clear();
        m_ringFirst = id;
    }
    m_ring.push_back(std::move(text));
}

void StringStore::dropBefore(uint64_t id) {
    while (!m_ring.empty() && m_ringFirst < id) {
        m_ring.pop_front();
        ++m_ringFirst;
    }
}

std::string_view StringStore::view(uint64_t id) const {
    if (id - 1 < m_kept.size())
        return m_kept[id - 1];
    if (id - m_ringFirst < m_ring.size())
        return m_ring[id - m_ringFirst];
    return {};
}

} // namespace unwind::trace
