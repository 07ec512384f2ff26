// The .unwind file: a FileHead, then sections, each a SectionHead and its zstd-compressed bytes.
//
//   Header    the log's header as JSON
//   Strings   first id (8 bytes), then length as varint and bytes, for each string
//   Events    one block of events; a BlockHead stands before the compressed bytes
//   End       totals; the last section
//
// All numbers are little-endian. The checksum covers everything behind the FileHead, so that a damaged or truncated
// file is told before a byte of it is believed. The same log gives the same bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace unwind::trace {

inline constexpr char kRecordingMagic[8] = {'\x89', 'U', 'N', 'W', 'I', 'N', 'D', '\n'};

struct FileHead {
    char magic[8];
    uint32_t version;
    uint32_t reserved;
    uint64_t fileSize;
    uint64_t checksum;
};
static_assert(sizeof(FileHead) == 32);

enum class Section : uint32_t { Header = 1, Strings, Events, End };

struct SectionHead {
    Section type;
    uint32_t rawSize;    ///< before compression
    uint32_t packedSize; ///< compressed bytes that follow (behind the BlockHead, for events)
    uint32_t reserved;
};

struct BlockHead {
    uint64_t first, end;
    int64_t time;
    uint64_t go;
    int64_t proc;
};

struct EndRecord {
    uint64_t size;
    int64_t endTime;
    uint64_t lost;
    uint64_t stringCount;
    uint64_t finished;
};

/// Not against people, against damage.
uint64_t recordingChecksum(std::span<const std::byte> bytes);

} // namespace unwind::trace
