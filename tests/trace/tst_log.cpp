#include "support/logbuilder.h"
#include "trace/recording.h"

#include <QtTest>

#include <fstream>
#include <random>
#include <sstream>

#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace unwind;
using namespace unwind::trace;
using unwind::test::LogBuilder;
using unwind::test::sampleHeader;

namespace {

/// The n-th event of a stream that is a function of n alone, with all kinds and awkward values in it.
struct Made {
    Kind kind;
    Time time;
    ProcId proc;
    GoId go;
    std::array<uint64_t, kMaxArgs> args;
};

Made made(uint64_t n) {
    std::mt19937_64 random(n * 7919 + 13);
    Made m{Kind(random() % kKindCount), Time(n * 13), ProcId{int32_t(random() % 5) - 1}, GoId{random() % 40}, {}};
    for (size_t i = 0; i < kindArgCount(m.kind); ++i) {
        uint64_t value = random() >> (random() % 64);
        switch (kindArgTag(m.kind, i)) {
        case 'l':
            value = packPos({FileId{uint32_t(value % 3)}, uint32_t(value >> 8 & 0xfffff), uint32_t(value & 0xfff)});
            break;
        case 'p': value = packProc(ProcId{int32_t(value % 6) - 1}); break;
        default: break;
        }
        m.args[i] = value;
    }
    return m;
}

void emitMade(LogWriter& writer, uint64_t n) {
    const Made m = made(n);
    const auto& a = m.args;
    switch (kindArgCount(m.kind)) {
    case 0: writer.emit(m.kind, m.time, m.proc, m.go, {}); break;
    case 1: writer.emit(m.kind, m.time, m.proc, m.go, {a[0]}); break;
    case 2: writer.emit(m.kind, m.time, m.proc, m.go, {a[0], a[1]}); break;
    case 3: writer.emit(m.kind, m.time, m.proc, m.go, {a[0], a[1], a[2]}); break;
    case 4: writer.emit(m.kind, m.time, m.proc, m.go, {a[0], a[1], a[2], a[3]}); break;
    case 5: writer.emit(m.kind, m.time, m.proc, m.go, {a[0], a[1], a[2], a[3], a[4]}); break;
    case 6: writer.emit(m.kind, m.time, m.proc, m.go, {a[0], a[1], a[2], a[3], a[4], a[5]}); break;
    default: writer.emit(m.kind, m.time, m.proc, m.go, {a[0], a[1], a[2], a[3], a[4], a[5], a[6]}); break;
    }
}

bool isMade(const Event& e) {
    const Made m = made(e.seq);
    return e.kind == m.kind && e.time == m.time && e.proc == m.proc && e.go == m.go && e.args == m.args;
}

/// How many of [from, to) are there and as made; -1 when one is not as made or out of order.
int64_t countMade(const LogReader& log, Seq from, Seq to) {
    int64_t count = 0;
    Seq last = kNoSeq;
    bool good = true;
    log.forEach(from, to, [&](const Event& e) {
        good = isMade(e) && (last == kNoSeq || e.seq > last) && e.seq >= from && e.seq < to;
        last = e.seq;
        ++count;
        return good;
    });
    return good ? count : -1;
}

std::string fileBytes(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::stringstream out;
    out << in.rdbuf();
    return out.str();
}

/// A file in memory, opened by path().
class MemoryFile {
public:
    ~MemoryFile() { ::close(m_fd); }
    std::string path() const { return "/proc/self/fd/" + std::to_string(m_fd); }
    void set(std::string_view bytes) {
        if (ftruncate(m_fd, 0) != 0 || pwrite(m_fd, bytes.data(), bytes.size(), 0) != ssize_t(bytes.size()))
            std::abort();
    }

private:
    int m_fd = memfd_create("test", MFD_CLOEXEC);
};

} // namespace

class TestLog : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    std::string file(const char* name) const { return m_dir.filePath(QString::fromLatin1(name)).toStdString(); }

private slots:
    void roundtrip();
    void timeNeverRunsBackwards();
    void strings();
    void longStrings();
    void growsWhileRead();
    void randomAccess();
    void saveAndOpen();
    void equalStreamsGiveEqualBytes();
    void budgetKeepsHeadAndTail();
    void readerFollowsRing();
    void saveWithGap();
    void stringsOutliveTheRing();
    void survivesKilledWriter();
    void foreignFiles();
    void truncatedFiles();
    void flippedBytes();
    void hostileBytes();
    void hostileLiveLogs();
};

void TestLog::roundtrip() {
    LogBuilder b;
    constexpr Seq kCount = 50'000; // several blocks
    for (Seq n = 0; n < kCount; ++n)
        emitMade(b.writer(), n);
    QCOMPARE(b.writer().next(), kCount);
    const LogReader& log = b.log();
    QCOMPARE(log.size(), kCount);
    QCOMPARE(countMade(log, 0, kCount), int64_t(kCount));
    QCOMPARE(log.endTime(), Time((kCount - 1) * 13));
    QCOMPARE(log.dropped(), 0u);
    QVERIFY(log.gaps().empty());
    QCOMPARE(log.header().functions.size(), size_t(4));
    QCOMPARE(log.functionName(FuncId{2}), std::string_view("main.f"));
    QCOMPARE(log.functionName(FuncId{99}), std::string_view("?"));
    QCOMPARE(log.filePath(FileId{1}), std::string_view("main.go"));
    QVERIFY(!log.function(FuncId{}));
}

void TestLog::timeNeverRunsBackwards() {
    LogBuilder b;
    b.time(100).stmt(1).time(50).stmt(2).time(200).stmt(3);
    QCOMPARE(b.log().at(1).time, Time(100));
    QCOMPARE(b.log().at(2).time, Time(200));
}

void TestLog::strings() {
    LogBuilder b;
    QCOMPARE(b.text(""), 0u);
    const uint64_t one = b.text("one"), two = b.text("zwei\0null");
    QVERIFY(one != two && one != 0);
    QCOMPARE(b.text("one"), one);
    QCOMPARE(b.log().string(one), std::string_view("one"));
    QCOMPARE(b.log().string(two), std::string_view("zwei\0null"));
    QCOMPARE(b.log().string(0), std::string_view());
    QCOMPARE(b.log().string(77), std::string_view());
    QCOMPARE(b.log().string(~uint64_t{0}), std::string_view());
}

void TestLog::longStrings() {
    LogBuilder b;
    std::vector<std::string> texts;
    std::vector<uint64_t> ids;
    for (size_t length : {1u, 63u, 16'000u, 65'400u, 65'472u, 65'536u, 200'000u, 5u, 1'000'000u, 64u}) {
        texts.push_back(std::string(length, char('a' + texts.size())));
        ids.push_back(b.text(texts.back()));
        QCOMPARE(b.log().string(ids.back()), std::string_view(texts.back()));
    }
    for (size_t i = 0; i < ids.size(); ++i)
        QCOMPARE(b.log().string(ids[i]), std::string_view(texts[i]));
    const uint64_t cut = b.text(std::string(3'000'000, 'x'));
    QVERIFY(b.log().string(cut).ends_with("bytes more)"));
    auto late = LogReader::open(b.writer().path());
    for (size_t i = 0; i < ids.size(); ++i)
        QCOMPARE((*late)->string(ids[i]), std::string_view(texts[i]));
}

void TestLog::growsWhileRead() {
    LogBuilder b;
    LogReader& log = b.reader();
    QCOMPARE(log.size(), 0u);
    QVERIFY(!log.refresh());
    LogReader::Cursor cursor(log, 0);
    Event event;
    QVERIFY(!cursor.next(event));
    Seq read = 0;
    for (Seq n = 0; n < 30'000; ++n) {
        emitMade(b.writer(), n);
        if (n % 997 != 0)
            continue;
        QCOMPARE(log.size(), read); // not committed yet
        b.writer().commit();
        QVERIFY(log.refresh());
        QCOMPARE(log.size(), n + 1);
        while (cursor.next(event)) {
            QCOMPARE(event.seq, read++);
            QVERIFY(isMade(event));
        }
        QCOMPARE(read, n + 1);
    }
    QVERIFY(!log.finished());
    b.writer().finish();
    QVERIFY(log.refresh());
    QVERIFY(log.finished());
}

void TestLog::randomAccess() {
    LogBuilder b;
    for (Seq n = 0; n < 40'000; ++n)
        emitMade(b.writer(), n);
    const LogReader& log = b.log();
    std::mt19937 random(5);
    for (int i = 0; i < 500; ++i) {
        const Seq seq = random() % 40'000;
        const Event e = log.at(seq);
        QCOMPARE(e.seq, seq);
        QVERIFY(isMade(e));
        QVERIFY(isMade(log.at(std::min<Seq>(seq + 1, 39'999))));
    }
    QCOMPARE(log.at(40'000).seq, kNoSeq);
    QCOMPARE(countMade(log, 39'990, 50'000), int64_t(10));
    QCOMPARE(countMade(log, 10, 10), int64_t(0));
}

void TestLog::saveAndOpen() {
    LogBuilder b;
    const uint64_t text = b.text("hello");
    for (Seq n = 0; n < 40'000; ++n)
        emitMade(b.writer(), n);
    b.writer().finish();
    const std::string path = file("a.unwind");
    QVERIFY(b.log().save(path));
    auto log = LogReader::open(path);
    QVERIFY(log);
    QCOMPARE((*log)->size(), 40'000u);
    QCOMPARE(countMade(**log, 0, 40'000), int64_t(40'000));
    QCOMPARE((*log)->string(text), std::string_view("hello"));
    QCOMPARE((*log)->header().rules, sampleHeader().rules);
    QCOMPARE((*log)->header().files[1].isStd, true);
    QVERIFY((*log)->finished());
    QCOMPARE((*log)->endTime(), b.log().endTime());
    QVERIFY((*log)->save(file("b.unwind"))); // a copy of a copy is the same
    QVERIFY(fileBytes(path) == fileBytes(file("b.unwind")));
    const Status nowhere = b.log().save("/no/such/folder/x.unwind");
    QVERIFY(!nowhere && nowhere.error().find("can not be saved") != std::string::npos);
}

void TestLog::equalStreamsGiveEqualBytes() {
    for (const char* name : {"first", "second"}) {
        LogBuilder b({.path = file(name), .budget = 4 << 20});
        for (Seq n = 0; n < 30'000; ++n) {
            emitMade(b.writer(), n);
            if (n % 100 == 0)
                b.output("line " + std::to_string(n) + "\n");
            if (n % (name[0] == 'f' ? 700 : 90) == 0)
                b.writer().commit(); // when is committed leaves no trace
        }
        b.writer().finish();
        QVERIFY(b.log().save(file(name) + ".unwind"));
    }
    QVERIFY(fileBytes(file("first")) == fileBytes(file("second")));
    QVERIFY(fileBytes(file("first.unwind")) == fileBytes(file("second.unwind")));
}

void TestLog::budgetKeepsHeadAndTail() {
    LogBuilder b({.budget = 512 << 10});
    constexpr Seq kCount = 300'000;
    for (Seq n = 0; n < kCount; ++n)
        emitMade(b.writer(), n);
    QCOMPARE(b.writer().next(), kCount);
    const LogReader& log = b.log();
    QCOMPARE(log.size(), kCount);
    const auto gaps = log.gaps();
    QCOMPARE(gaps.size(), size_t(1));
    QVERIFY(gaps[0].from > 1000 && gaps[0].to < kCount - 1000);
    QCOMPARE(log.dropped(), gaps[0].to - gaps[0].from);
    QCOMPARE(countMade(log, 0, kCount), int64_t(kCount - log.dropped()));
    QCOMPARE(countMade(log, 0, gaps[0].from), int64_t(gaps[0].from));
    QCOMPARE(log.at(gaps[0].from).seq, gaps[0].to);
    QCOMPARE(log.at(gaps[0].to).seq, gaps[0].to);
    QCOMPARE(log.at(gaps[0].from - 1).seq, gaps[0].from - 1);
    QCOMPARE(log.at(kCount - 1).seq, kCount - 1);
}

void TestLog::readerFollowsRing() {
    LogBuilder b({.budget = 512 << 10});
    LogReader& log = b.reader();
    LogReader::Cursor cursor(log, 0);
    Event event;
    Seq read = 0;
    for (Seq n = 0; n < 200'000; ++n) {
        emitMade(b.writer(), n);
        if (n % 2003 != 0)
            continue;
        b.writer().commit();
        log.refresh();
        while (cursor.next(event)) {
            QCOMPARE(event.seq, read++); // a reader that follows misses nothing
            QVERIFY(isMade(event));
        }
    }
    QVERIFY(log.dropped() > 0);
    // One that sleeps too long finds out, even before it refreshes: what was overwritten is never taken for an event.
    for (Seq n = 200'000; n < 400'000; ++n)
        emitMade(b.writer(), n);
    while (cursor.next(event))
        QVERIFY(isMade(event));
    b.writer().commit();
    log.refresh();
    while (cursor.next(event))
        QVERIFY(isMade(event));
    QCOMPARE(event.seq, Seq(399'999));
}

void TestLog::saveWithGap() {
    LogBuilder b({.budget = 512 << 10});
    for (Seq n = 0; n < 200'000; ++n)
        emitMade(b.writer(), n);
    QVERIFY(b.log().save(file("gap.unwind")));
    auto log = LogReader::open(file("gap.unwind"));
    QVERIFY(log);
    QCOMPARE((*log)->size(), 200'000u);
    QVERIFY((*log)->gaps() == b.log().gaps());
    QCOMPARE(countMade(**log, 0, 200'000), int64_t(200'000 - b.log().dropped()));
}

void TestLog::stringsOutliveTheRing() {
    LogBuilder b({.budget = 512 << 10});
    LogReader& follower = b.reader();
    const uint64_t constant = b.text("a text of the beginning");
    uint64_t last = 0, often = 0;
    for (int n = 0; n < 400'000; ++n) {
        last = b.text("text number " + std::to_string(n) + " with something to fill the table");
        if (n > 200'000 && n % 1000 == 0)
            often = b.text("again and again");
        if (n % 3000 == 0) {
            b.log();
            QCOMPARE(follower.string(last), "text number " + std::to_string(n) + " with something to fill the table");
        }
    }
    b.log();
    auto late = LogReader::open(b.writer().path());
    for (LogReader* log : {&follower, late->get()}) {
        QCOMPARE(log->string(constant), std::string_view("a text of the beginning"));
        QCOMPARE(log->string(last), std::string_view("text number 399999 with something to fill the table"));
        QCOMPARE(log->string(often), std::string_view("again and again"));
        QCOMPARE(log->string(last - 250'000), std::string_view());
    }
    QCOMPARE(b.text("a text of the beginning"), constant);
    QVERIFY(follower.save(file("strings.unwind")));
    auto saved = LogReader::open(file("strings.unwind"));
    QVERIFY(saved);
    QCOMPARE((*saved)->string(last), std::string_view("text number 399999 with something to fill the table"));
    QCOMPARE((*saved)->string(constant), std::string_view("a text of the beginning"));
}

void TestLog::survivesKilledWriter() {
    for (int round = 0; round < 4; ++round) {
        const std::string path = file("killed") + std::to_string(round);
        int ready[2];
        QVERIFY(pipe(ready) == 0);
        const pid_t child = fork();
        if (child == 0) {
            auto writer = LogWriter::create({.path = path, .budget = 512 << 10}, sampleHeader());
            if (!writer)
                _exit(1);
            for (Seq n = 0;; ++n) {
                emitMade(**writer, n);
                if (n % 61 == 0)
                    (*writer)->intern("text " + std::to_string(n));
                if (n % 17 == 0)
                    (*writer)->commit();
                if (n == Seq(round) * 90'000 + 100 && write(ready[1], "x", 1) != 1)
                    _exit(1);
            }
        }
        char byte;
        QCOMPARE(read(ready[0], &byte, 1), ssize_t(1));
        auto log = LogReader::open(path);
        QVERIFY(log);
        for (int i = 0; i < 3; ++i) { // reading while it writes
            (*log)->refresh();
            QVERIFY(countMade(**log, 0, (*log)->size()) >= 0);
        }
        QCOMPARE(kill(child, SIGKILL), 0);
        waitpid(child, nullptr, 0);
        ::close(ready[0]);
        ::close(ready[1]);
        (*log)->refresh();
        auto late = LogReader::open(path);
        QVERIFY(late);
        QCOMPARE((*late)->size(), (*log)->size());
        QVERIFY(!(*late)->finished());
        const Seq size = (*late)->size();
        QVERIFY(size > Seq(round) * 90'000);
        QCOMPARE(countMade(**late, 0, size), int64_t(size - (*late)->dropped()));
    }
}

void TestLog::foreignFiles() {
    MemoryFile memory;
    const auto refused = [&](const std::string& bytes, const char* words) {
        memory.set(bytes);
        auto log = LogReader::open(memory.path());
        return !log && log.error().find(words) != std::string::npos;
    };
    QVERIFY(refused("", "not a recording"));
    QVERIFY(refused("package main\n", "not a recording"));
    QVERIFY(refused(std::string(kRecordingMagic, 8), "cut short"));
    QVERIFY(refused("UNWINDLV", "damaged"));
    QVERIFY(refused("UNWINDLV" + std::string(20'000, '\0'), "version"));
    auto missing = LogReader::open(file("missing"));
    QVERIFY(!missing && missing.error().find("can not be opened") != std::string::npos);
    QVERIFY(!LogReader::open(m_dir.path().toStdString()));
}

void TestLog::truncatedFiles() {
    MemoryFile memory;
    LogBuilder b;
    for (Seq n = 0; n < 3000; ++n)
        emitMade(b.writer(), n);
    QVERIFY(b.log().save(file("whole.unwind")));
    const std::string bytes = fileBytes(file("whole.unwind"));
    for (size_t length = 0; length < bytes.size(); length += length < 200 ? 1 : 389) {
        memory.set(std::string_view(bytes).substr(0, length));
        auto log = LogReader::open(memory.path());
        QVERIFY(!log);
        if (length >= 32)
            QVERIFY(log.error().find("cut short") != std::string::npos);
    }
    memory.set(bytes + "x");
    QVERIFY(!LogReader::open(memory.path()));
}

void TestLog::flippedBytes() {
    MemoryFile memory;
    LogBuilder b;
    for (Seq n = 0; n < 500; ++n)
        emitMade(b.writer(), n);
    b.output("some text");
    QVERIFY(b.log().save(file("whole.unwind")));
    const std::string bytes = fileBytes(file("whole.unwind"));
    std::mt19937 random(11);
    for (int i = 0; i < 3000; ++i) {
        std::string damaged = bytes;
        const size_t where = random() % bytes.size();
        damaged[where] = char(damaged[where] ^ (1 << random() % 8));
        memory.set(damaged);
        auto log = LogReader::open(memory.path());
        if (where >= 12 && where < 16)
            continue; // a reserved field
        QVERIFY2(!log, qPrintable(QString("byte %1").arg(where)));
        QVERIFY(!log.error().empty());
    }
}

/// A checksum that fits: whatever stands behind it must be read without a crash.
void TestLog::hostileBytes() {
    MemoryFile memory;
    LogBuilder b;
    for (Seq n = 0; n < 500; ++n)
        emitMade(b.writer(), n);
    b.output("some text");
    QVERIFY(b.log().save(file("whole.unwind")));
    const std::string bytes = fileBytes(file("whole.unwind"));
    std::mt19937 random(12);
    int opened = 0;
    for (int i = 0; i < 6000; ++i) {
        std::string hostile = bytes;
        for (int flips = 1 + int(random() % 3); flips > 0; --flips) {
            hostile[sizeof(FileHead) + random() % (bytes.size() - sizeof(FileHead))] = char(random());
        }
        if (random() % 4 == 0)
            hostile.resize(sizeof(FileHead) + random() % (bytes.size() - sizeof(FileHead)));
        FileHead head;
        std::memcpy(&head, hostile.data(), sizeof head);
        head.fileSize = hostile.size();
        head.checksum = recordingChecksum(std::as_bytes(std::span(hostile)).subspan(sizeof head));
        std::memcpy(hostile.data(), &head, sizeof head);
        memory.set(hostile);
        auto log = LogReader::open(memory.path());
        if (!log)
            continue;
        ++opened;
        uint64_t sum = 0;
        (*log)->forEach(0, (*log)->size(), [&](const Event& e) {
            sum += e.args[0] + (*log)->string(e.args[1]).size();
            return true;
        });
        (*log)->at(3);
        if (opened % 50 == 1)
            QVERIFY((*log)->save(file("again.unwind")));
    }
    QVERIFY(opened > 0);
}

void TestLog::hostileLiveLogs() {
    MemoryFile memory;
    std::string bytes;
    {
        LogBuilder b({.path = file("live"), .budget = 256 << 10});
        for (Seq n = 0; n < 60'000; ++n)
            emitMade(b.writer(), n);
        for (int n = 0; n < 1000; ++n)
            b.text("text " + std::to_string(n));
        b.log();
        bytes = fileBytes(file("live"));
    }
    std::mt19937 random(13);
    for (int i = 0; i < 300; ++i) {
        std::string hostile = bytes;
        const size_t events = bytes.size() - 4096 - (256 << 10);
        for (int flips = 1 + int(random() % 30); flips > 0; --flips) {
            const size_t where = random() % 3 == 0 ? 8 + random() % 200
                                 : random() % 2    ? 4096 + random() % 8192
                                                   : events + random() % (256 << 10);
            hostile[where] = char(random());
        }
        memory.set(hostile);
        auto log = LogReader::open(memory.path());
        if (!log)
            continue;
        int left = 100'000;
        (*log)->forEach(0, (*log)->size(), [&](const Event&) { return --left > 0; });
        (*log)->gaps();
    }
}

QTEST_APPLESS_MAIN(TestLog)
#include "tst_log.moc"
