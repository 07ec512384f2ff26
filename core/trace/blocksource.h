// Where a LogReader gets its blocks from: a live log's mapping, or a .unwind file. What both have in common is an index
// of event blocks, ascending by Seq, with at most a few gaps between them.
#pragma once

#include "trace/log.h"
#include "trace/stringstore.h"

#include <span>

namespace unwind::trace {

struct BlockRef {
    Seq first = 0, end = 0; ///< events [first, end)
    uint64_t ordinal = 0;   ///< names the block for ever
    Context start;          ///< context of its first event
    uint64_t place = 0;     ///< the source's own: where the bytes are
    uint32_t bytes = 0;     ///< of events, an upper bound
    uint32_t packed = 0;    ///< bytes as stored, in a file
};

class BlockSource {
public:
    virtual ~BlockSource() = default;
    virtual bool refresh() { return false; }
    /// The block's bytes, with kMaxEventBytes readable behind them; empty when they are gone or damaged. They are in
    /// place or in the buffer.
    virtual std::span<const std::byte> load(const BlockRef& block, std::vector<std::byte>& buffer) const = 0;

    Header header;
    StringStore strings;
    uint64_t stringCount = 0;
    std::vector<BlockRef> blocks;
    Seq size = 0;
    Time endTime = 0;
    uint64_t lost = 0;
    bool finished = false;

    /// The block with the event, or the next one behind it; null at the end.
    const BlockRef* find(Seq seq) const;
};

Result<std::unique_ptr<BlockSource>> openLive(int fd, const std::string& path);
Result<std::unique_ptr<BlockSource>> openRecording(int fd, const std::string& path);
Status saveRecording(const BlockSource& source, const std::string& path);

} // namespace unwind::trace
