// The live log's file, shared between one writer and any readers. Everything is in a sparse file of fixed size:
//
//   Super (one page) · header as JSON · string blocks · event blocks · one spare page
//
// Blocks are 64 KiB. The first half of the event blocks (and of the string blocks) is filled once; the other half is a ring:
// a program that outlives the byte budget keeps its first and its last steps. A block's ordinal counts all blocks ever begun;
// ordinal → place is blockPlace(). A block of the ring is marked unused (ordinal 0) while it is rewritten, so that a reader
// that copied it can tell afterwards whether what it copied was whole.
//
// Order of stores (all release): string bytes, strings, event bytes, seq. A reader that loads seq first (acquire) finds
// every event before it, and every string those events name, whatever becomes of the writer.
#pragma once

#include "base/ids.h"

#include <atomic>
#include <cstddef>
#include <cstdint>

namespace unwind::trace {

inline constexpr char kLiveMagic[8] = {'U', 'N', 'W', 'I', 'N', 'D', 'L', 'V'};
inline constexpr size_t kPage = 4096;
inline constexpr size_t kBlockSize = size_t{64} << 10;

struct Region {
    uint64_t offset = 0;  ///< of its first block in the file
    uint32_t blocks = 0;  ///< all
    uint32_t head = 0;    ///< of these, filled once; the rest is the ring
};

struct Super {
    char magic[8];
    uint32_t version;
    uint32_t blockSize;
    uint64_t fileSize;
    uint64_t headerBytes; ///< JSON, from kPage on
    Region strings, events;
    alignas(64) std::atomic<uint64_t> seq;  ///< events committed
    std::atomic<uint64_t> stringCount;      ///< strings committed; ids are 1 … count
    std::atomic<uint64_t> eventBlocks;      ///< event blocks begun
    std::atomic<uint64_t> stringBlocks;     ///< string blocks begun
    std::atomic<uint64_t> eventHeadEnd;  ///< first Seq of the ring's first block ever; kNoSeq before
    std::atomic<uint64_t> stringHeadEnd; ///< first id of the ring's first string block ever
    std::atomic<int64_t> endTime;           ///< of the last committed event
    std::atomic<uint64_t> lost;             ///< events at the end that could not be stored (no room on the disk)
    std::atomic<uint32_t> finished;
};
static_assert(sizeof(Super) <= kPage && std::atomic<uint64_t>::is_always_lock_free);

struct BlockHeader {
    std::atomic<uint64_t> ordinal; ///< + 1; 0 while unused or being rewritten
    uint64_t first;                ///< Seq of the first event, or id of the first string begun here
    int64_t time;                  ///< context of the first event
    uint64_t go;
    int32_t proc;
    uint32_t continues;            ///< strings: the block begins with the rest of the string before `first`
    uint64_t reserved[3];
};
static_assert(sizeof(BlockHeader) == 64);

inline constexpr size_t kPayload = kBlockSize - sizeof(BlockHeader);

constexpr uint64_t blockPlace(const Region& region, uint64_t ordinal) {
    return ordinal < region.head ? ordinal : region.head + (ordinal - region.head) % (region.blocks - region.head);
}
/// The oldest block of the ring that is still there when `begun` blocks were begun; region.head when none was overwritten.
constexpr uint64_t oldestInRing(const Region& region, uint64_t begun) {
    return begun <= region.blocks ? region.head : begun - (region.blocks - region.head);
}

} // namespace unwind::trace
