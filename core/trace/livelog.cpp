// Reading a log that another process may be writing. Nothing here trusts the mapping: every number is checked against
// the geometry read once at the start, and blocks of the ring are copied and then checked for having been whole.
#include "trace/blocksource.h"
#include "trace/headerjson.h"
#include "trace/layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <optional>

#include <sys/mman.h>
#include <sys/stat.h>

namespace unwind::trace {
namespace {

/// Assembles strings from the blocks of the string region, from where it stopped the last time.
struct StringPosition {
    uint64_t ordinal = 0;
    size_t offset = 0;
    bool begun = false; ///< the block's header was looked at
    uint64_t nextId = 1;
    std::string partial;   ///< the pieces so far of string nextId
    bool skipping = false; ///< the pieces are the rest of a string whose beginning is gone
};

class LiveLog : public BlockSource {
public:
    ~LiveLog() override {
        if (m_base)
            munmap(const_cast<std::byte*>(m_base), m_fileSize);
    }
    Status open(int fd, const std::string& path);
    bool refresh() override;
    std::span<const std::byte> load(const BlockRef& block, std::vector<std::byte>& buffer) const override;

private:
    const Super& super() const { return *reinterpret_cast<const Super*>(m_base); }
    const std::byte* block(const Region& region, uint64_t ordinal) const {
        return m_base + region.offset + blockPlace(region, ordinal) * kBlockSize;
    }
    bool inRing(const Region& region, uint64_t ordinal) const { return ordinal >= region.head; }
    std::span<const std::byte> payload(const Region& region, uint64_t ordinal, std::vector<std::byte>& buffer) const;
    std::optional<BlockRef> readHeader(const Region& region, uint64_t ordinal, bool* continues = nullptr) const;
    void readBlocks(Seq seq);
    void readStrings(uint64_t count);
    bool readPieces(uint64_t count);

    const std::byte* m_base = nullptr;
    size_t m_fileSize = 0;
    Region m_events, m_strings;
    uint64_t m_nextOrdinal = 0;
    StringPosition m_string;
    std::vector<std::byte> m_stringBuffer;
};

bool fits(const Region& region, uint64_t fileSize) {
    return region.head > 0 && region.head < region.blocks && region.blocks <= fileSize / kBlockSize &&
           region.offset >= kPage && region.offset <= fileSize &&
           region.blocks * uint64_t{kBlockSize} <= fileSize - region.offset;
}

Error damaged(const std::string& path, std::string_view what) {
    return Error{fmt::format("The log {} is damaged: {}. Run the program again.", path, what)};
}

Status LiveLog::open(int fd, const std::string& path) {
    struct stat info {};
    if (fstat(fd, &info) != 0 || size_t(info.st_size) < kPage)
        return damaged(path, "it is too short");
    m_fileSize = size_t(info.st_size);
    void* base = mmap(nullptr, m_fileSize, PROT_READ, MAP_SHARED | MAP_NORESERVE, fd, 0);
    if (base == MAP_FAILED)
        return Error{fmt::format("The log {} can not be mapped: {}.", path, std::strerror(errno))};
    m_base = static_cast<const std::byte*>(base);
    const Super& s = super();
    if (s.version != kLogVersion) {
        return Error{fmt::format("The log {} is of version {}, this Unwind reads version {}. Run the program again.",
                                 path, s.version, kLogVersion)};
    }
    m_events = s.events;
    m_strings = s.strings;
    if (s.fileSize != m_fileSize || s.blockSize != kBlockSize)
        return damaged(path, "its size is not the one it tells");
    if (!fits(m_events, m_fileSize - kPage) || !fits(m_strings, m_fileSize - kPage)) {
        return damaged(path, "its table of contents is wrong");
    }
    const uint64_t headerBytes = s.headerBytes;
    if (headerBytes > m_fileSize - kPage)
        return damaged(path, "its header is cut short");
    auto parsed = headerFromJson({reinterpret_cast<const char*>(m_base + kPage), size_t(headerBytes)});
    if (!parsed)
        return damaged(path, parsed.error());
    header = std::move(*parsed);
    refresh();
    return ok();
}

/// The block's payload; in place in the head, copied and checked in the ring. Empty when it was overwritten.
std::span<const std::byte> LiveLog::payload(const Region& region, uint64_t ordinal,
                                            std::vector<std::byte>& buffer) const {
    const std::byte* at = block(region, ordinal);
    const auto* header = reinterpret_cast<const BlockHeader*>(at);
    if (header->ordinal.load(std::memory_order_acquire) != ordinal + 1)
        return {};
    if (!inRing(region, ordinal))
        return {at + sizeof(BlockHeader), kPayload};
    buffer.resize(kPayload + kMaxEventBytes);
    std::memcpy(buffer.data(), at + sizeof(BlockHeader), kPayload);
    std::atomic_thread_fence(std::memory_order_acquire);
    if (header->ordinal.load(std::memory_order_relaxed) != ordinal + 1)
        return {};
    return {buffer.data(), kPayload};
}

std::optional<BlockRef> LiveLog::readHeader(const Region& region, uint64_t ordinal, bool* continues) const {
    const auto* h = reinterpret_cast<const BlockHeader*>(block(region, ordinal));
    if (h->ordinal.load(std::memory_order_acquire) != ordinal + 1)
        return {};
    BlockRef ref{.first = h->first, .ordinal = ordinal, .bytes = kPayload};
    ref.start = Context{.time = h->time, .proc = ProcId{h->proc}, .go = GoId{h->go}};
    if (continues)
        *continues = h->continues != 0;
    std::atomic_thread_fence(std::memory_order_acquire);
    if (h->ordinal.load(std::memory_order_relaxed) != ordinal + 1)
        return {};
    return ref;
}

bool LiveLog::refresh() {
    const Super& s = super();
    const bool nowFinished = s.finished.load(std::memory_order_acquire) != 0;
    const Seq seq = s.seq.load(std::memory_order_acquire);
    const uint64_t count = s.stringCount.load(std::memory_order_acquire);
    const Time time = s.endTime.load(std::memory_order_acquire);
    const uint64_t nowLost = s.lost.load(std::memory_order_acquire);
    const bool grew = seq > size || count > stringCount || nowFinished != finished || nowLost != lost;
    if (!grew)
        return false;
    readStrings(count);
    readBlocks(std::max(seq, size));
    stringCount = std::max(count, stringCount);
    endTime = std::max(time, endTime);
    lost = nowLost;
    finished = nowFinished;
    return true;
}

void LiveLog::readBlocks(Seq seq) {
    const uint64_t begun = super().eventBlocks.load(std::memory_order_acquire);
    const uint64_t oldest = oldestInRing(m_events, begun);
    const auto ring =
        std::find_if(blocks.begin(), blocks.end(), [&](const BlockRef& b) { return b.ordinal >= m_events.head; });
    blocks.erase(ring, std::find_if(ring, blocks.end(), [&](const BlockRef& b) { return b.ordinal >= oldest; }));
    const Seq headEnd = super().eventHeadEnd.load(std::memory_order_acquire);
    for (; m_nextOrdinal < begun; ++m_nextOrdinal) {
        if (m_nextOrdinal >= m_events.head && m_nextOrdinal < oldest)
            m_nextOrdinal = oldest;
        if (!blocks.empty() && blocks.back().ordinal + 1 != m_nextOrdinal && blocks.back().ordinal < m_events.head) {
            blocks.back().end = std::clamp(headEnd, blocks.back().first, seq);
        }
        const auto ref = readHeader(m_events, m_nextOrdinal);
        if (!ref)
            continue; // being overwritten: gone
        if (ref->first >= seq)
            break;
        if (!blocks.empty()) {
            BlockRef& last = blocks.back();
            if (ref->first < last.first)
                continue;
            if (last.ordinal + 1 == ref->ordinal)
                last.end = ref->first;
            last.end = std::min(last.end, ref->first);
        }
        blocks.push_back(*ref);
        blocks.back().end = seq;
    }
    if (!blocks.empty() && blocks.back().ordinal + 1 == m_nextOrdinal)
        blocks.back().end = seq;
    size = seq;
}

/// Takes pieces from the current block; true when it is exhausted and more strings are to come.
bool LiveLog::readPieces(uint64_t count) {
    const std::span<const std::byte> bytes = payload(m_strings, m_string.ordinal, m_stringBuffer);
    if (bytes.empty()) {
        m_string.skipping = true;
        return true;
    }
    while (m_string.nextId <= count) {
        if (m_string.offset + 16 > bytes.size())
            return true;
        uint64_t head;
        const std::byte* at = getVarint(bytes.data() + m_string.offset, head);
        const size_t offset = size_t(at - bytes.data());
        const uint64_t length = head >> 1;
        if (head == 0 || length > bytes.size() - offset)
            return true;
        m_string.offset = offset + size_t(length);
        if (!m_string.skipping)
            m_string.partial.append(reinterpret_cast<const char*>(at), size_t(length));
        if (head & 1)
            continue;
        if (!m_string.skipping) {
            strings.add(m_string.nextId++, std::move(m_string.partial), !inRing(m_strings, m_string.ordinal));
        }
        m_string.skipping = false;
        m_string.partial.clear();
    }
    return false;
}

void LiveLog::readStrings(uint64_t count) {
    const uint64_t begun = super().stringBlocks.load(std::memory_order_acquire);
    const uint64_t oldest = oldestInRing(m_strings, begun);
    if (oldest > m_strings.head) {
        if (const auto ref = readHeader(m_strings, oldest))
            strings.dropBefore(ref->first);
    }
    while (m_string.nextId <= count && m_string.ordinal < begun) {
        const bool gone = inRing(m_strings, m_string.ordinal) && m_string.ordinal < oldest;
        if (gone)
            m_string = StringPosition{.ordinal = oldest, .nextId = m_string.nextId, .skipping = true};
        if (!m_string.begun) {
            bool continues = false;
            const auto ref = readHeader(m_strings, m_string.ordinal, &continues);
            if (!ref) { // overwritten meanwhile: what it held is gone
                m_string = StringPosition{.ordinal = m_string.ordinal + 1, .nextId = m_string.nextId, .skipping = true};
                continue;
            }
            if (m_string.skipping || ref->first != m_string.nextId + (continues ? 1 : 0)) {
                m_string.skipping = continues;
                m_string.partial.clear();
                m_string.nextId = std::max(m_string.nextId, ref->first);
            }
            m_string.begun = true;
        }
        if (!readPieces(count))
            break;
        if (m_string.ordinal + 1 >= begun)
            break;
        ++m_string.ordinal;
        m_string.offset = 0;
        m_string.begun = false;
    }
}

std::span<const std::byte> LiveLog::load(const BlockRef& block, std::vector<std::byte>& buffer) const {
    return payload(m_events, block.ordinal, buffer);
}

} // namespace

Result<std::unique_ptr<BlockSource>> openLive(int fd, const std::string& path) {
    auto log = std::make_unique<LiveLog>();
    if (Status status = log->open(fd, path); !status)
        return Error{status.error()};
    return std::unique_ptr<BlockSource>(std::move(log));
}

} // namespace unwind::trace
