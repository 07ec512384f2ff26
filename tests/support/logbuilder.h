// A log in three lines:
//
//   LogBuilder b;
//   b.go(1).deferPush(1, 1).panic(1, "boom").recover(RecoverVerdict::Recovered, 1);
//   History history(b.log());
//
// Events carry the goroutine and P set last and a time that advances by 10 ns an event. Raw events go through event().
#pragma once

#include "trace/log.h"

#include <cstdlib>
#include <memory>
#include <string>

#pragma push_macro("emit")
#undef emit

namespace unwind::test {

using namespace unwind::trace;

inline Header sampleHeader() {
    Header header;
    header.program = "main.go";
    header.files = {{"main.go", "package main\n", false}, {"$GOROOT/src/sync/once.go", "package sync\n", true}};
    header.functions = {{"main.main", {FileId{1}, 3, 1}, false, false},
                        {"main.f", {FileId{1}, 10, 1}, false, false},
                        {"main.f.func1", {FileId{1}, 11, 8}, false, false},
                        {"sync.(*Once).Do", {FileId{2}, 5, 1}, true, false}};
    header.profile = "go1.25";
    header.rules = {"recover-outside-deferred=nil", "recover-during-goexit=nil", "goexit-runs-defers=yes",
                    "goexit-survives-recover=yes", "panic-nil=error"};
    return header;
}

class LogBuilder {
public:
    explicit LogBuilder(const WriterOptions& options = {}, const Header& header = sampleHeader()) {
        auto writer = LogWriter::create(options, header);
        if (!writer) std::abort();
        m_writer = std::move(*writer);
    }
    LogWriter& writer() { return *m_writer; }
    uint64_t text(std::string_view s) { return m_writer->intern(s); }
    static uint64_t at(uint32_t line, uint32_t column = 2, uint32_t file = 1) {
        return packPos({FileId{file}, line, column});
    }

    LogBuilder& go(uint64_t id) {
        m_go = GoId{id};
        return *this;
    }
    LogBuilder& proc(int32_t id) {
        m_proc = ProcId{id};
        return *this;
    }
    LogBuilder& time(Time t) {
        m_time = t;
        return *this;
    }
    LogBuilder& event(Kind kind, std::initializer_list<uint64_t> args) {
        m_writer->emit(kind, m_time, m_proc, m_go, args);
        m_time += 10;
        return *this;
    }

    LogBuilder& create(uint64_t g, uint64_t function = 2, uint32_t line = 4) {
        return event(Kind::GoCreate, {g, function, at(line)});
    }
    LogBuilder& status(uint64_t g, GStatus from, GStatus to) {
        return event(Kind::GoStatus, {g, uint64_t(from), uint64_t(to)});
    }
    /// Everything from the go statement until it runs on the current P.
    LogBuilder& running(uint64_t g, uint64_t function = 1) {
        create(g, function);
        status(g, GStatus::Gidle, GStatus::Grunnable).status(g, GStatus::Grunnable, GStatus::Grunning);
        return event(Kind::GoStart, {g}).go(g);
    }
    LogBuilder& call(uint64_t function, uint64_t depth, uint32_t line = 0) {
        return event(Kind::Call, {function, depth, line ? at(line) : 0});
    }
    LogBuilder& ret(uint64_t function, uint64_t depth) { return event(Kind::Return, {function, depth}); }
    LogBuilder& discard(uint64_t function, uint64_t depth) { return event(Kind::FrameDiscard, {function, depth}); }
    LogBuilder& stmt(uint32_t line, uint32_t file = 1) { return event(Kind::Stmt, {at(line, 2, file)}); }
    LogBuilder& deferPush(uint64_t id, uint64_t depth, uint64_t function = 3, std::string_view args = {}) {
        return event(Kind::DeferPush, {id, function, depth, at(12), text(args)});
    }
    LogBuilder& deferBegin(uint64_t id, DeferWhy why, uint64_t panic = 0) {
        return event(Kind::DeferBegin, {id, uint64_t(why), panic});
    }
    LogBuilder& deferEnd(uint64_t id, DeferEndHow how = DeferEndHow::Returned) {
        return event(Kind::DeferEnd, {id, uint64_t(how)});
    }
    LogBuilder& panic(uint64_t id, std::string_view value, uint64_t link = 0) {
        return event(Kind::PanicBegin, {id, text(value), text("string"), at(15), uint64_t(PanicKind::Value), link});
    }
    LogBuilder& goexit(uint64_t id, uint64_t link = 0) { return event(Kind::GoexitBegin, {id, at(16), link}); }
    LogBuilder& recover(RecoverVerdict verdict, uint64_t panic, std::string_view value = {}, uint64_t depth = 2,
                        uint64_t defer = 0, uint64_t resume = 0) {
        return event(Kind::RecoverCall, {uint64_t(verdict), panic, text(value), depth, at(17), defer, resume});
    }
    LogBuilder& recovered(uint64_t panic, uint64_t depth = 1) {
        return event(Kind::PanicRecovered, {panic, 2, depth, at(18)});
    }
    LogBuilder& output(std::string_view what, uint64_t fd = 1) { return event(Kind::Output, {fd, text(what)}); }

    /// What was emitted so far, readable.
    const LogReader& log() {
        m_writer->commit();
        if (!m_reader) {
            auto reader = LogReader::open(m_writer->path());
            if (!reader) std::abort();
            m_reader = std::move(*reader);
        }
        m_reader->refresh();
        return *m_reader;
    }
    LogReader& reader() {
        log();
        return *m_reader;
    }

private:
    std::unique_ptr<LogWriter> m_writer;
    std::unique_ptr<LogReader> m_reader;
    GoId m_go;
    ProcId m_proc{0};
    Time m_time = 0;
};

} // namespace unwind::test

#pragma pop_macro("emit")
