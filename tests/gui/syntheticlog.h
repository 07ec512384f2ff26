// A recording written by hand: a worker that defers three calls, exits by Goexit while a sibling panics and recovers, a
// nested panic, two Ps, a steal, output on both descriptors. Every view has something to show, and no engine is needed.
#pragma once

#include "trace/log.h"

#include <QString>
#include <QTemporaryDir>
#include <memory>

namespace unwind::test {

/// Writes events with a running clock; positions are lines of the one source file.
class LogMaker {
public:
    LogMaker(const QString& path, trace::Header header);
    ~LogMaker();
    void go(uint64_t goroutine, int proc) { m_go = GoId{goroutine}; m_proc = ProcId{proc}; }
    void wait(Time ns) { m_time += ns; }
    void emitEvent(trace::Kind kind, std::initializer_list<uint64_t> args);
    void stmt(uint32_t line);
    uint64_t text(const char* words) { return m_log->intern(words); }
    static uint64_t at(uint32_t line) { return trace::packPos({FileId{1}, line, 2}); }
    Seq count() const { return m_log->next(); }
    void finish();

private:
    std::unique_ptr<trace::LogWriter> m_log;
    Time m_time = 0;
    GoId m_go;
    ProcId m_proc = kNoProc;
};

/// The source text that the synthetic recording is about.
QString syntheticSource();
/// Writes it; returns the number of events.
Seq writeSyntheticLog(const QString& path);
/// A log of many statements and switches, for speed and for level of detail.
Seq writeLongLog(const QString& path, int statements);

} // namespace unwind::test
