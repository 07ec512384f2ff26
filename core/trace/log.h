// The append-only event log and its tables: one source of truth for every view. A live run, a saved recording and a replay
// are the same bytes. The writer (the engine) appends chunks to a mapping that a reader (the window) maps read-only; the
// reader sees only what the writer has committed, survives the writer's death, and can read on while the log grows.
//
// An event is a kind byte with flags, then varints: delta of time, P and G when they changed, arguments. Chunks carry the
// absolute time, P, G and Seq of their first event, so that reading can begin at any chunk.
#pragma once

#include "base/result.h"
#include "base/source.h"
#include "trace/sink.h"

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

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
    /// Makes what was emitted visible to readers. Called at every pause, output and about every millisecond.
    void commit();
    /// Marks the log complete.
    void finish();

private:
    struct Impl;
    explicit LogWriter(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// A view on a log that may still grow. Cheap to copy decoding state; one reader per thread.
class LogReader {
public:
    /// Maps a live log, or opens a saved .unwind file (told apart by its first bytes).
    static Result<std::unique_ptr<LogReader>> open(const std::string& path);
    ~LogReader();
    const Header& header() const;
    /// Looks again how much is committed; true when it grew.
    bool refresh();
    bool finished() const;
    Seq size() const;          ///< events readable now
    uint64_t dropped() const;  ///< events that fell out of the byte budget
    Time endTime() const;
    std::string_view string(uint64_t id) const;
    /// Calls f(const Event&) for events [from, to); stops early when f returns false.
    template <class F>
    void forEach(Seq from, Seq to, F&& f) const {
        Cursor cursor(*this, from);
        Event event;
        while (event.seq = from, from < to && cursor.next(event)) {
            if (!f(event)) return;
            ++from;
        }
    }
    Event at(Seq seq) const;
    /// Writes the log as a .unwind file (compressed chunks, tables).
    Status save(const std::string& path) const;

    /// Decodes forward from any Seq; starts at the chunk that holds it.
    class Cursor {
    public:
        Cursor(const LogReader& reader, Seq from);
        bool next(Event& event);

    private:
        const LogReader* m_reader;
        size_t m_chunk = 0;
        const std::byte* m_at = nullptr;
        const std::byte* m_end = nullptr;
        Seq m_seq = 0;
        Time m_time = 0;
        ProcId m_proc = kNoProc;
        GoId m_go;
    };

private:
    struct Impl;
    explicit LogReader(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace unwind::trace
