#include "trace/recording.h"

#include "trace/blocksource.h"
#include "trace/headerjson.h"
#include "trace/layout.h"

#include <fmt/format.h>
#include <zstd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace unwind::trace {

uint64_t recordingChecksum(std::span<const std::byte> bytes) {
    uint64_t h = 0x9e3779b97f4a7c15 ^ bytes.size();
    const auto mix = [&h](uint64_t word) {
        h = (h ^ word) * 0xff51afd7ed558ccd;
        h ^= h >> 32;
    };
    size_t i = 0;
    for (; i + 8 <= bytes.size(); i += 8) {
        uint64_t word;
        std::memcpy(&word, bytes.data() + i, 8);
        mix(word);
    }
    uint64_t tail = 0;
    if (i < bytes.size())
        std::memcpy(&tail, bytes.data() + i, bytes.size() - i);
    mix(tail);
    return h;
}

namespace {

constexpr int kLevel = 3;
constexpr size_t kStringSection = size_t{256} << 10;
constexpr size_t kMaxSection = size_t{256} << 20; ///< a section that claims more is damaged

using Bytes = std::vector<std::byte>;

template <class T> void append(Bytes& out, const T& value) {
    const auto* p = reinterpret_cast<const std::byte*>(&value);
    out.insert(out.end(), p, p + sizeof value);
}

// ---- writing

class RecordingWriter {
public:
    explicit RecordingWriter(const BlockSource& source) : m_source(source) { m_out.resize(sizeof(FileHead)); }
    Status write(const std::string& path);

private:
    void section(Section type, std::span<const std::byte> raw, const BlockHead* block = nullptr);
    void strings();
    void events();
    Status store(const std::string& path) const;

    const BlockSource& m_source;
    Bytes m_out;
};

void RecordingWriter::section(Section type, std::span<const std::byte> raw, const BlockHead* block) {
    Bytes packed(ZSTD_compressBound(raw.size()));
    packed.resize(ZSTD_compress(packed.data(), packed.size(), raw.data(), raw.size(), kLevel));
    append(m_out, SectionHead{type, uint32_t(raw.size()), uint32_t(packed.size()), 0});
    if (block)
        append(m_out, *block);
    m_out.insert(m_out.end(), packed.begin(), packed.end());
}

void RecordingWriter::strings() {
    Bytes raw;
    uint64_t next = 0;
    const auto flush = [&] {
        if (!raw.empty())
            section(Section::Strings, raw);
        raw.clear();
    };
    m_source.strings.forEach([&](uint64_t id, std::string_view text) {
        if (id != next || raw.size() > kStringSection)
            flush();
        if (raw.empty())
            append(raw, id);
        next = id + 1;
        std::byte length[10];
        raw.insert(raw.end(), length, putVarint(length, text.size()));
        const auto* bytes = reinterpret_cast<const std::byte*>(text.data());
        raw.insert(raw.end(), bytes, bytes + text.size());
    });
    flush();
}

/// Only the bytes of the events are saved, not what else a block's memory holds: so each block is decoded to find its
/// end.
void RecordingWriter::events() {
    std::vector<std::byte> buffer;
    for (const BlockRef& block : m_source.blocks) {
        const std::span<const std::byte> bytes = m_source.load(block, buffer);
        if (bytes.empty())
            continue;
        Context context = block.start;
        Event event;
        const std::byte* at = bytes.data();
        Seq seq = block.first;
        for (; seq < block.end; ++seq) {
            const std::byte* next = decode(at, context, event);
            if (!next || next > bytes.data() + bytes.size())
                break;
            at = next;
        }
        if (seq == block.first)
            continue;
        const BlockHead head{block.first, seq, block.start.time, block.start.go.value, block.start.proc.value};
        section(Section::Events, {bytes.data(), at}, &head);
    }
}

Status RecordingWriter::write(const std::string& path) {
    const std::string json = toJson(m_source.header);
    section(Section::Header, std::as_bytes(std::span(json)));
    strings();
    events();
    const EndRecord end{m_source.size, m_source.endTime, m_source.lost, m_source.stringCount, m_source.finished};
    section(Section::End, std::as_bytes(std::span(&end, 1)));
    FileHead head{.version = kLogVersion, .fileSize = m_out.size()};
    std::memcpy(head.magic, kRecordingMagic, sizeof head.magic);
    head.checksum = recordingChecksum(std::span(m_out).subspan(sizeof head));
    std::memcpy(m_out.data(), &head, sizeof head);
    return store(path);
}

Status RecordingWriter::store(const std::string& path) const {
    const std::string part = path + ".part";
    std::FILE* file = std::fopen(part.c_str(), "wb");
    bool good = file && std::fwrite(m_out.data(), 1, m_out.size(), file) == m_out.size();
    if (file)
        good = std::fclose(file) == 0 && good;
    if (good)
        good = std::rename(part.c_str(), path.c_str()) == 0;
    if (good)
        return ok();
    const int error = errno;
    if (file)
        std::remove(part.c_str());
    return Error{fmt::format("The recording can not be saved as {}: {}. Choose another place; nothing was lost.", path,
                             std::strerror(error))};
}

// ---- reading

class Recording : public BlockSource {
public:
    Status open(int fd, const std::string& path);
    std::span<const std::byte> load(const BlockRef& block, std::vector<std::byte>& buffer) const override;

private:
    Status readFile(int fd, const std::string& path);
    /// What is wrong with the sections, or empty.
    std::string readSections();
    std::string readSection(const SectionHead& head, std::span<const std::byte>& rest, bool& ended);
    bool unpack(const SectionHead& head, std::span<const std::byte> packed, Bytes& raw) const;
    std::string addStrings(std::span<const std::byte> raw);
    std::string addBlock(const SectionHead& head, const BlockHead& block, uint64_t place);

    Bytes m_file;
};

template <class T> bool take(std::span<const std::byte>& rest, T& value) {
    if (rest.size() < sizeof value)
        return false;
    std::memcpy(&value, rest.data(), sizeof value);
    rest = rest.subspan(sizeof value);
    return true;
}

Status Recording::readFile(int fd, const std::string& path) {
    struct stat info {};
    if (fstat(fd, &info) != 0 || info.st_size < 0)
        return Error{fmt::format("{} can not be read: {}.", path, std::strerror(errno))};
    m_file.resize(size_t(info.st_size));
    size_t got = 0;
    while (got < m_file.size()) {
        const ssize_t n = pread(fd, m_file.data() + got, m_file.size() - got, off_t(got));
        if (n <= 0)
            break;
        got += size_t(n);
    }
    m_file.resize(got);
    return ok();
}

Status Recording::open(int fd, const std::string& path) {
    if (Status status = readFile(fd, path); !status)
        return status;
    std::span<const std::byte> rest = m_file;
    FileHead head{};
    if (!take(rest, head)) {
        return Error{fmt::format("The recording {} is cut short: only {} bytes are there. Copy or record it again.",
                                 path, m_file.size())};
    }
    if (head.version != kLogVersion) {
        return Error{fmt::format("The recording {} is of version {}, this Unwind reads version {}. Record it again.",
                                 path, head.version, kLogVersion)};
    }
    if (head.fileSize > m_file.size()) {
        return Error{
            fmt::format("The recording {} is cut short: {} of its {} bytes are there. Copy or record it again.", path,
                        m_file.size(), head.fileSize)};
    }
    std::string wrong = head.fileSize < m_file.size()              ? "bytes were added behind its end"
                        : recordingChecksum(rest) != head.checksum ? "its checksum is wrong"
                                                                   : readSections();
    if (wrong.empty())
        return ok();
    return Error{fmt::format("The recording {} is damaged: {}. Copy or record it again.", path, wrong)};
}

std::string Recording::readSections() {
    std::span<const std::byte> rest = std::span<const std::byte>(m_file).subspan(sizeof(FileHead));
    bool ended = false, headed = false;
    while (!ended) {
        SectionHead head{};
        if (!take(rest, head))
            return "its end is missing";
        if (head.type != Section::Header && !headed)
            return "its header is missing";
        headed = true;
        if (std::string wrong = readSection(head, rest, ended); !wrong.empty())
            return wrong;
    }
    const Seq last = blocks.empty() ? 0 : blocks.back().end;
    if (size < last)
        return "it has more events than it tells";
    return {};
}

std::string Recording::readSection(const SectionHead& head, std::span<const std::byte>& rest, bool& ended) {
    BlockHead block{};
    if (head.type == Section::Events && !take(rest, block))
        return "a block's head is cut short";
    if (head.packedSize > rest.size() || head.rawSize > kMaxSection)
        return "a section is cut short";
    const std::span<const std::byte> packed = rest.first(head.packedSize);
    rest = rest.subspan(head.packedSize);
    if (head.type == Section::Events)
        return addBlock(head, block, uint64_t(packed.data() - m_file.data()));
    Bytes raw;
    if (!unpack(head, packed, raw))
        return "a section can not be unpacked";
    switch (head.type) {
    case Section::Header: {
        auto parsed = headerFromJson({reinterpret_cast<const char*>(raw.data()), head.rawSize});
        if (!parsed)
            return parsed.error();
        header = std::move(*parsed);
        return {};
    }
    case Section::Strings: return addStrings(std::span<const std::byte>(raw).first(head.rawSize));
    case Section::End: {
        EndRecord end{};
        std::span<const std::byte> bytes(raw.data(), head.rawSize);
        if (!take(bytes, end))
            return "its totals are cut short";
        size = end.size;
        endTime = end.endTime;
        lost = end.lost;
        stringCount = end.stringCount;
        finished = end.finished != 0;
        ended = true;
        return {};
    }
    default: return "it has a section of an unknown kind";
    }
}

/// raw gets kMaxEventBytes more than the section, so that decoding may read past its end.
bool Recording::unpack(const SectionHead& head, std::span<const std::byte> packed, Bytes& raw) const {
    if (ZSTD_getFrameContentSize(packed.data(), packed.size()) != head.rawSize)
        return false;
    raw.resize(head.rawSize + kMaxEventBytes);
    return ZSTD_decompress(raw.data(), head.rawSize, packed.data(), packed.size()) == head.rawSize;
}

std::string Recording::addStrings(std::span<const std::byte> raw) {
    uint64_t id;
    if (!take(raw, id))
        return "a string table is cut short";
    while (!raw.empty()) {
        std::byte padded[10] = {};
        std::memcpy(padded, raw.data(), std::min<size_t>(raw.size(), sizeof padded));
        uint64_t length;
        const size_t used = size_t(getVarint(padded, length) - padded);
        if (used > raw.size() || length > raw.size() - used)
            return "a string is cut short";
        const auto* text = reinterpret_cast<const char*>(raw.data() + used);
        strings.add(id, std::string(text, size_t(length)), true);
        ++id;
        raw = raw.subspan(used + size_t(length));
    }
    return {};
}

std::string Recording::addBlock(const SectionHead& head, const BlockHead& block, uint64_t place) {
    const Seq reached = blocks.empty() ? 0 : blocks.back().end;
    if (head.rawSize > kPayload || block.first < reached || block.end <= block.first)
        return "a block of events is wrong";
    BlockRef ref{.first = block.first, .end = block.end, .ordinal = blocks.size(), .place = place};
    ref.start = Context{.time = block.time, .proc = ProcId{int32_t(block.proc)}, .go = GoId{block.go}};
    ref.bytes = head.rawSize;
    ref.packed = head.packedSize;
    blocks.push_back(ref);
    return {};
}

std::span<const std::byte> Recording::load(const BlockRef& block, std::vector<std::byte>& buffer) const {
    const SectionHead head{Section::Events, block.bytes, block.packed, 0};
    if (!unpack(head, std::span<const std::byte>(m_file).subspan(block.place, block.packed), buffer))
        return {};
    return {buffer.data(), block.bytes};
}

} // namespace

Status saveRecording(const BlockSource& source, const std::string& path) { return RecordingWriter(source).write(path); }

Result<std::unique_ptr<BlockSource>> openRecording(int fd, const std::string& path) {
    auto recording = std::make_unique<Recording>();
    if (Status status = recording->open(fd, path); !status)
        return Error{status.error()};
    return std::unique_ptr<BlockSource>(std::move(recording));
}

} // namespace unwind::trace
