// The append-only event log and its tables: one source of truth for every view. A live run, a saved recording and a replay
// are the same bytes. The writer (the engine) appends chunks to a mapping that a reader (the window) maps read-only; the
// reader sees only what the writer has committed, survives the writer's death, and can read on while the log grows.
//
// Past the byte budget the first part and the last steps are kept and the middle is dropped, counted: gaps(). Seqs stay
// absolute, so an event keeps its number whatever was dropped. The writer knows nothing of state; what is true after a gap
// is for the reader to rebuild (state::History). Bytes depend only on what was emitted: equal runs make equal logs.
// encoding.h says how an event is written, layout.h how the shared file is, README.md how a .unwind file is.
#pragma once

#include "base/result.h"
#include "base/source.h"
#include "trace/encoding.h"
#include "trace/sink.h"

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#pragma push_macro("emit") // Qt's empty macro, if it is there
#undef emit

namespace unwind::trace {

struct FunctionInfo {
    std::string name;   ///< Go's spelling: "main.worker", "main.(*T).M", "main.main.func1"
    SourcePos pos;      ///< of its declaration
    bool isStd = false;
    bool isWrapper = false; ///< made by the compiler; does not count as a frame of its own
};

/// What stands at the head of a log: everything needed to read it, and to run it again.
struct Header {
    uint32_t version = kLogVersion;
    std::string program;              ///< title: the first file's base name
    std::vector<SourceFile> files;    ///< FileId is index + 1
    std::vector<FunctionInfo> functions; ///< FuncId is index + 1
    std::string profile;              ///< name
    std::vector<std::string> rules;   ///< "rule=value", every rule
    uint64_t seed = 1;
    int procs = 4;
    std::vector<std::string> args;
    std::vector<std::string> signals; ///< planned: "SIGTERM@2s", of the command line or the file
    Detail detail = Detail::Statements;
};

struct WriterOptions {
    std::string path;                    ///< the file to map and grow; empty: memory of this process only
    size_t budget = size_t{1} << 30;     ///< bytes of events; past it the middle is dropped and counted
};

/// The engine's sink. Not thread safe.
class LogWriter : public Sink {
public:
    static Result<std::unique_ptr<LogWriter>> create(const WriterOptions& options, const Header& header);
    ~LogWriter() override;
    uint64_t intern(std::string_view text) override;
    void emit(Kind kind, Time time, ProcId proc, GoId go, std::initializer_list<uint64_t> args) override;
    Seq next() const override;
    /// Makes what was emitted visible to readers. Cheap: call it at every pause, output and about every millisecond.
    void commit();
    /// Marks the log complete.
    void finish();
    /// What LogReader::open takes, in this process also for a log without a file of its own.
    std::string path() const;

private:
    struct Impl;
    explicit LogWriter(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

struct BlockRef;

/// Events [from, to) that fell out of the byte budget.
struct Gap {
    Seq from = 0, to = 0;
    bool operator==(const Gap&) const = default;
};

/// A view on a log that may still grow. One reader per thread.
class LogReader {
public:
    /// Maps a live log, or opens a saved .unwind file (told apart by its first bytes).
    static Result<std::unique_ptr<LogReader>> open(const std::string& path);
    ~LogReader();
    const Header& header() const;
    /// Looks again how much is committed; true when it grew. Ends the life of string views of dropped strings.
    bool refresh();
    bool finished() const;
    Seq size() const;               ///< one past the last event readable now
    uint64_t dropped() const;       ///< events that fell out of the byte budget
    std::vector<Gap> gaps() const;  ///< where they were, ascending; the ring's gap of a live log widens as it grows
    Time endTime() const;
    uint64_t stringCount() const;   ///< ids are 1 … count
    /// Empty for id 0, for an unknown id, and for a text that fell out of the budget. Valid until refresh().
    std::string_view string(uint64_t id) const;
    const FunctionInfo* function(FuncId id) const;   ///< null when unknown
    std::string_view functionName(FuncId id) const;  ///< "?" when unknown
    std::string_view filePath(FileId id) const;      ///< "?" when unknown
    /// Calls f(const Event&) for events [from, to) that are there; stops early when f returns false.
    template <class F>
    void forEach(Seq from, Seq to, F&& f) const {
        Cursor cursor(*this, from);
        Event event;
        while (cursor.position() < to && cursor.next(event) && event.seq < to) {
            if (!f(std::as_const(event))) return;
        }
    }
    /// The event, or the next one that is there when it was dropped (its seq tells); kNoSeq as seq when there is none.
    Event at(Seq seq) const;
    /// Writes the log as a .unwind file (compressed blocks, tables). Replaces the file only when all is written.
    Status save(const std::string& path) const;

    /// Decodes forward from any Seq; starts at the block that holds it, leaps over gaps. After refresh() it can go on.
    class Cursor {
    public:
        Cursor(const LogReader& reader, Seq from);
        /// False at the end of what is readable.
        bool next(Event& event) {
            if (m_seq == m_blockEnd && !advance()) return false;
            const std::byte* at = decode(m_at, m_context, event);
            if (!at || at > m_end) [[unlikely]] return leapOverDamage(event);
            m_at = at;
            event.seq = m_seq++;
            return true;
        }
        Seq position() const { return m_seq; }  ///< of the next event, if it is there
        Seq blockEnd() const { return m_blockEnd; }

    private:
        bool advance();
        bool skipTo(const BlockRef& block);
        bool leapOverDamage(Event& event);
        const LogReader* m_reader;
        std::shared_ptr<std::vector<std::byte>> m_buffer; ///< a copy of the block, when it can not be read in place
        uint64_t m_ordinal = ~uint64_t{0};                ///< of the block
        const std::byte* m_begin = nullptr;
        const std::byte* m_at = nullptr;
        const std::byte* m_end = nullptr;
        Seq m_seq = 0, m_blockEnd = 0;
        Context m_context;
    };

private:
    struct Impl;
    explicit LogReader(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace unwind::trace

#pragma pop_macro("emit")
