#include "trace/blocksource.h"
#include "trace/layout.h"
#include "trace/recording.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <optional>

#include <fcntl.h>
#include <unistd.h>

namespace unwind::trace {

const BlockRef* BlockSource::find(Seq seq) const {
    auto behind = std::upper_bound(blocks.begin(), blocks.end(), seq,
                                   [](Seq s, const BlockRef& block) { return s < block.first; });
    if (behind != blocks.begin() && seq < std::prev(behind)->end)
        --behind;
    return behind == blocks.end() ? nullptr : &*behind;
}

struct LogReader::Impl {
    std::unique_ptr<BlockSource> source;
    mutable std::optional<Cursor> cursor; ///< of the last at(): neighbours are cheap
};

Result<std::unique_ptr<LogReader>> LogReader::open(const std::string& path) {
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        return Error{fmt::format("{} can not be opened: {}. Check the name and whether you may read it.", path,
                                 std::strerror(errno))};
    }
    char magic[8] = {};
    const ssize_t got = pread(fd, magic, sizeof magic, 0);
    Result<std::unique_ptr<BlockSource>> source = Error{
        fmt::format("{} is not a recording: it does not begin as one. Open a .unwind file made by Unwind.", path)};
    if (got == sizeof magic && std::memcmp(magic, kLiveMagic, sizeof magic) == 0) {
        source = openLive(fd, path);
    } else if (got == sizeof magic && std::memcmp(magic, kRecordingMagic, sizeof magic) == 0) {
        source = openRecording(fd, path);
    }
    ::close(fd);
    if (!source)
        return Error{source.error()};
    auto impl = std::make_unique<Impl>();
    impl->source = std::move(*source);
    return std::unique_ptr<LogReader>(new LogReader(std::move(impl)));
}

LogReader::LogReader(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
LogReader::~LogReader() = default;

const Header& LogReader::header() const { return m_impl->source->header; }
bool LogReader::refresh() { return m_impl->source->refresh(); }
bool LogReader::finished() const { return m_impl->source->finished; }
Seq LogReader::size() const { return m_impl->source->size; }
Time LogReader::endTime() const { return m_impl->source->endTime; }
uint64_t LogReader::stringCount() const { return m_impl->source->stringCount; }
std::string_view LogReader::string(uint64_t id) const { return m_impl->source->strings.view(id); }

std::vector<Gap> LogReader::gaps() const {
    std::vector<Gap> gaps;
    Seq reached = 0;
    for (const BlockRef& block : m_impl->source->blocks) {
        if (block.first > reached)
            gaps.push_back({reached, block.first});
        reached = block.end;
    }
    if (reached < size())
        gaps.push_back({reached, size()});
    return gaps;
}

uint64_t LogReader::dropped() const {
    uint64_t count = m_impl->source->lost;
    for (const Gap& gap : gaps())
        count += gap.to - gap.from;
    return count;
}

const FunctionInfo* LogReader::function(FuncId id) const {
    const auto& functions = header().functions;
    return id.value - 1 < functions.size() ? &functions[id.value - 1] : nullptr;
}

std::string_view LogReader::functionName(FuncId id) const {
    const FunctionInfo* info = function(id);
    return info ? std::string_view(info->name) : "?";
}

std::string_view LogReader::filePath(FileId id) const {
    const auto& files = header().files;
    return id.value - 1 < files.size() ? std::string_view(files[id.value - 1].path) : "?";
}

Event LogReader::at(Seq seq) const {
    std::optional<Cursor>& cursor = m_impl->cursor;
    if (!cursor || seq < cursor->position() || seq >= cursor->blockEnd())
        cursor.emplace(*this, seq);
    Event event;
    do {
        if (!cursor->next(event)) {
            cursor.reset();
            return Event{.seq = kNoSeq};
        }
    } while (event.seq < seq);
    return event;
}

Status LogReader::save(const std::string& path) const { return saveRecording(*m_impl->source, path); }

LogReader::Cursor::Cursor(const LogReader& reader, Seq from) : m_reader(&reader), m_seq(from), m_blockEnd(from) {
    advance();
}

/// Moves to the block that holds m_seq, or to the next one there is, and there to the event.
bool LogReader::Cursor::advance() {
    const BlockSource& source = *m_reader->m_impl->source;
    while (const BlockRef* block = source.find(m_seq)) {
        if (!m_buffer || m_buffer.use_count() > 1)
            m_buffer = std::make_shared<std::vector<std::byte>>();
        const bool same = m_at && block->ordinal == m_ordinal; // the block at hand has grown
        const size_t offset = same ? size_t(m_at - m_begin) : 0;
        const std::span<const std::byte> bytes = source.load(*block, *m_buffer);
        m_begin = bytes.data();
        m_at = m_begin + offset;
        m_end = m_begin + bytes.size();
        m_blockEnd = block->end;
        m_ordinal = block->ordinal;
        if (!bytes.empty() && (same || skipTo(*block)))
            return true;
        m_seq = block->end; // overwritten since the last refresh, or damaged
        m_at = nullptr;
    }
    m_blockEnd = m_seq;
    return false;
}

bool LogReader::Cursor::skipTo(const BlockRef& block) {
    m_context = block.start;
    m_seq = std::max(m_seq, block.first);
    Event event;
    for (Seq seq = block.first; seq < m_seq; ++seq) {
        m_at = decode(m_at, m_context, event);
        if (!m_at || m_at > m_end)
            return false;
    }
    return true;
}

/// The bytes at hand are no event: what is left of the block can not be read.
bool LogReader::Cursor::leapOverDamage(Event& event) {
    for (;;) {
        m_seq = m_blockEnd;
        m_at = nullptr;
        if (!advance())
            return false;
        const std::byte* at = decode(m_at, m_context, event);
        if (!at || at > m_end)
            continue;
        m_at = at;
        event.seq = m_seq++;
        return true;
    }
}

} // namespace unwind::trace
