// Appending must cost a few nanoseconds, so the writer encodes straight into the shared mapping and touches the shared
// counters only in commit() and when a block is full.
#include "trace/headerjson.h"
#include "trace/layout.h"
#include "trace/log.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <unordered_map>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace unwind::trace {
namespace {

constexpr uint32_t kMinEventBlocks = 4;
constexpr uint32_t kMinStringBlocks = 64;
constexpr size_t kMaxString = size_t{1} << 20; ///< longer ones are cut, and say so

struct TextHash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

uint64_t roundUp(uint64_t n, uint64_t unit) { return (n + unit - 1) / unit * unit; }

/// Asks for a block's pages at once: much cheaper than a fault each, and a full disk is an answer instead of a signal.
bool populate(std::byte* block) {
#ifdef MADV_POPULATE_WRITE
    if (madvise(block, kBlockSize, MADV_POPULATE_WRITE) == 0)
        return true;
    return errno != EFAULT && errno != ENOMEM;
#else
    (void)block;
    return true;
#endif
}

/// One region's blocks, filled one after the other.
struct RegionWriter {
    std::byte* base = nullptr; ///< of the mapping
    Region region;
    uint64_t begun = 0;
    BlockHeader* header = nullptr;

    /// Begins the next block: null when there is no room. The caller fills the header and calls publish().
    std::byte* begin() {
        std::byte* block = base + region.offset + blockPlace(region, begun) * kBlockSize;
        if (begun < region.blocks && !populate(block))
            return nullptr;
        header = reinterpret_cast<BlockHeader*>(block);
        header->ordinal.store(0, std::memory_order_relaxed);
        std::atomic_thread_fence(std::memory_order_seq_cst);
        return block + sizeof(BlockHeader);
    }
    void publish(std::atomic<uint64_t>& counter) {
        header->ordinal.store(++begun, std::memory_order_release);
        counter.store(begun, std::memory_order_release);
    }
    bool inRing() const { return begun >= region.head; }
};

[[noreturn]] void wrongArguments(Kind kind, size_t count) {
    fmt::print(stderr, "unwind: event {} was emitted with {} arguments instead of {}\n", kindName(kind), count,
               kindArgCount(kind));
    std::abort();
}

Error cannotCreate(const std::string& path, int error) {
    return Error{fmt::format("The log {} can not be created: {}. Choose another folder or make room there.",
                             path.empty() ? "in memory" : path, std::strerror(error))};
}

} // namespace

struct LogWriter::Impl {
    ~Impl() {
        if (base)
            munmap(base, fileSize);
        if (fd >= 0)
            ::close(fd);
    }
    bool beginEventBlock(Time time, ProcId proc, GoId go);
    bool beginStringBlock(bool continues);
    void forgetOverwritten();
    void write(std::string_view text);
    void commit();

    int fd = -1;
    std::string path;
    std::byte* base = nullptr;
    uint64_t fileSize = 0;
    Super* super = nullptr;

    // events
    std::byte* at = nullptr;
    std::byte* limit = nullptr; ///< an event may begin below it
    Context context;
    Seq seq = 0;
    uint64_t lost = 0;
    RegionWriter events;

    // strings
    using Table = std::unordered_map<std::string, uint64_t, TextHash, std::equal_to<>>;
    RegionWriter strings;
    std::byte* stringAt = nullptr;
    std::byte* stringEnd = nullptr;
    uint64_t stringCount = 0;
    Table table;
    std::deque<Table::value_type*> ringTexts; ///< the table's entries with ids from ringFirst on; null when replaced
    uint64_t ringFirst = 0;
    std::deque<uint64_t> ringBlockFirsts; ///< first id of each block of the ring, oldest first
    bool full = false;
};

bool LogWriter::Impl::beginEventBlock(Time time, ProcId proc, GoId go) {
    if (full)
        return false;
    commit();
    std::byte* payload = events.begin();
    if (!payload) {
        full = true;
        return false;
    }
    context = Context{.time = time, .proc = proc, .go = go};
    events.header->first = seq;
    events.header->time = time;
    events.header->proc = proc.value;
    events.header->go = go.value;
    if (events.begun == events.region.head)
        super->eventHeadEnd.store(seq, std::memory_order_release);
    events.publish(super->eventBlocks);
    at = payload;
    limit = payload + kPayload - kMaxEventBytes;
    return true;
}

bool LogWriter::Impl::beginStringBlock(bool continues) {
    std::byte* payload = full ? nullptr : strings.begin();
    if (!payload) {
        full = true;
        return false;
    }
    const uint64_t first = stringCount + 1 + (continues ? 1 : 0);
    strings.header->first = first;
    strings.header->continues = continues;
    if (strings.begun == strings.region.head) {
        super->stringHeadEnd.store(first, std::memory_order_release);
        ringFirst = stringCount + 1;
    }
    if (strings.inRing()) {
        ringBlockFirsts.push_back(first);
        if (ringBlockFirsts.size() > strings.region.blocks - strings.region.head)
            forgetOverwritten();
    }
    strings.publish(super->stringBlocks);
    stringAt = payload;
    stringEnd = payload + kPayload;
    return true;
}

/// Strings whose blocks were overwritten get a new id when they come again.
void LogWriter::Impl::forgetOverwritten() {
    ringBlockFirsts.pop_front();
    while (!ringTexts.empty() && ringFirst < ringBlockFirsts.front()) {
        if (const auto* entry = ringTexts.front())
            table.erase(table.find(entry->first));
        ringTexts.pop_front();
        ++ringFirst;
    }
}

/// A string is one or more pieces, each in one block: length << 1 | more follows, then the bytes. A zero ends a block.
void LogWriter::Impl::write(std::string_view text) {
    bool continues = false;
    do {
        const size_t room = size_t(stringEnd - stringAt);
        if (room < 16) {
            if (room > 0)
                *stringAt = std::byte{0};
            if (!beginStringBlock(continues))
                return;
            continue;
        }
        const size_t length = std::min(text.size(), room - 4);
        const bool more = length < text.size();
        stringAt = putVarint(stringAt, uint64_t{length} << 1 | uint64_t{more});
        std::memcpy(stringAt, text.data(), length);
        stringAt += length;
        if (stringAt < stringEnd)
            *stringAt = std::byte{0};
        text.remove_prefix(length);
        continues = true;
    } while (!text.empty());
    ++stringCount;
}

void LogWriter::Impl::commit() {
    super->stringCount.store(stringCount, std::memory_order_release);
    super->endTime.store(context.time, std::memory_order_release);
    super->lost.store(lost, std::memory_order_release);
    super->seq.store(seq, std::memory_order_release);
}

Result<std::unique_ptr<LogWriter>> LogWriter::create(const WriterOptions& options, const Header& header) {
    auto impl = std::make_unique<Impl>();
    impl->fd = options.path.empty() ? memfd_create("unwind-log", MFD_CLOEXEC)
                                    : ::open(options.path.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (impl->fd < 0)
        return cannotCreate(options.path, errno);
    impl->path = options.path.empty() ? fmt::format("/proc/self/fd/{}", impl->fd) : options.path;

    const std::string json = toJson(header);
    const uint32_t eventBlocks =
        uint32_t(std::clamp<uint64_t>(options.budget / kBlockSize, kMinEventBlocks, uint64_t{1} << 24));
    const uint32_t stringBlocks = std::max(kMinStringBlocks, eventBlocks / 2);
    const Region strings{roundUp(kPage + json.size(), kPage), stringBlocks, stringBlocks / 2};
    const Region events{strings.offset + stringBlocks * uint64_t{kBlockSize}, eventBlocks, eventBlocks / 2};
    impl->fileSize = events.offset + eventBlocks * uint64_t{kBlockSize} + kPage;
    if (::ftruncate(impl->fd, off_t(impl->fileSize)) != 0)
        return cannotCreate(options.path, errno);
    void* base = mmap(nullptr, impl->fileSize, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_NORESERVE, impl->fd, 0);
    if (base == MAP_FAILED)
        return cannotCreate(options.path, errno);
    impl->base = static_cast<std::byte*>(base);

    Super* super = impl->super = reinterpret_cast<Super*>(impl->base);
    std::memcpy(impl->base + kPage, json.data(), json.size());
    super->version = kLogVersion;
    super->blockSize = kBlockSize;
    super->fileSize = impl->fileSize;
    super->headerBytes = json.size();
    super->strings = strings;
    super->events = events;
    super->eventHeadEnd.store(kNoSeq);
    super->stringHeadEnd.store(kNoSeq);
    std::atomic_thread_fence(std::memory_order_release);
    std::memcpy(super->magic, kLiveMagic, sizeof kLiveMagic);
    impl->events = {impl->base, events};
    impl->strings = {impl->base, strings};
    std::unique_ptr<LogWriter> writer(new LogWriter(std::move(impl)));
    writer->detail = header.detail;
    return writer;
}

LogWriter::LogWriter(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
LogWriter::~LogWriter() { m_impl->commit(); }

uint64_t LogWriter::intern(std::string_view text) {
    if (text.empty())
        return 0;
    if (text.size() > kMaxString) {
        return intern(
            fmt::format("{}… ({} bytes more)", text.substr(0, kMaxString - 64), text.size() - kMaxString + 64));
    }
    Impl& d = *m_impl;
    auto found = d.table.find(text);
    if (found != d.table.end()) {
        // A string of the ring's older half is written again, so that an event's texts last about as long as the event.
        const bool old = d.ringFirst && found->second >= d.ringFirst &&
                         found->second < d.ringBlockFirsts[d.ringBlockFirsts.size() / 2] &&
                         d.ringBlockFirsts.size() == d.strings.region.blocks - d.strings.region.head;
        if (!old)
            return found->second;
        d.ringTexts[found->second - d.ringFirst] = nullptr;
        d.table.erase(found);
    }
    const uint64_t before = d.stringCount;
    d.write(text);
    if (d.stringCount == before)
        return 0; // no room left: the events that would name it are lost as well
    auto* entry = &*d.table.emplace(std::string(text), d.stringCount).first;
    if (d.ringFirst && d.stringCount >= d.ringFirst)
        d.ringTexts.push_back(entry);
    return d.stringCount;
}

void LogWriter::emit(Kind kind, Time time, ProcId proc, GoId go, std::initializer_list<uint64_t> args) {
    Impl& d = *m_impl;
    if (args.size() != kKindSpecs[size_t(kind)].count) [[unlikely]]
        wrongArguments(kind, args.size());
    if (time < d.context.time)
        time = d.context.time;
    if (d.at >= d.limit && !d.beginEventBlock(time, proc, go)) [[unlikely]] {
        ++d.lost;
        return;
    }
    d.at = encode(d.at, d.context, kind, time, proc, go, args);
    ++d.seq;
}

Seq LogWriter::next() const { return m_impl->seq + m_impl->lost; }
void LogWriter::commit() { m_impl->commit(); }
std::string LogWriter::path() const { return m_impl->path; }

void LogWriter::finish() {
    m_impl->commit();
    m_impl->super->finished.store(1, std::memory_order_release);
}

} // namespace unwind::trace
