#include "compare/reader.h"

#include <string>
#include <string_view>

namespace unwind::compare {
namespace {

using trace::Detail;
using trace::Event;
using trace::GStatus;
using trace::Kind;

uint64_t mix(uint64_t hash, uint64_t value) {
    hash ^= value + 0x9e3779b97f4a7c15 + (hash << 12) + (hash >> 4);
    hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9;
    hash = (hash ^ (hash >> 27)) * 0x94d049bb133111eb;
    return hash ^ (hash >> 31);
}

uint64_t hashOf(std::string_view text) {
    uint64_t hash = 0xcbf29ce484222325;
    for (unsigned char c : text) hash = (hash ^ c) * 0x100000001b3;
    return mix(hash, text.size());
}

uint64_t localId(std::unordered_map<uint64_t, uint64_t>& ids, uint64_t id) {
    return id ? ids.try_emplace(id, ids.size() + 1).first->second : 0;
}

constexpr uint64_t kProgram = 0;

/// Arguments as a defer statement stores them, without what lies behind pointers ("&T{…}" becomes "&T"): that is not stored,
/// and others may be changing it at the time.
std::string withoutPointees(std::string_view text) {
    std::string result;
    bool quoted = false, pointer = false;
    int depth = 0; // of braces behind a pointer
    for (size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted && c == '\\') {
            if (!depth) result.append(text.substr(i, 2));
            ++i;
            continue;
        }
        if (c == '"') quoted = !quoted;
        if (!quoted && !depth && c == '&') pointer = true;
        if (!quoted && c == '{' && (pointer || depth)) ++depth;
        if (!depth) result += c;
        if (!quoted && c == '}' && depth && --depth == 0) pointer = false;
    }
    return result;
}

/// Of a profile's steps those that follow from what the program calls, not from when others run.
bool isProgramStep(trace::StepName step) {
    using trace::StepName;
    return step == StepName::StoreExiting || step == StepName::StoreExitCode || step == StepName::SignalNotifyExit ||
           step == StepName::PanicwrapHook;
}

} // namespace

CourseReader::CourseReader(const trace::LogReader& log, Detail detail) : m_log(log), m_detail(detail) {
    m_course.threads.push_back({kProgram, {}, {}, true});
    m_course.threadOf.emplace(kProgram, 0);
}

Course CourseReader::take() { return std::move(m_course); }

CourseReader::Life& CourseReader::life(GoId go) {
    const auto it = m_lives.find(go);
    if (it != m_lives.end()) return it->second;
    return m_lives.emplace(go, Life{}).first->second; // GoId{} is the scheduler's, and the program's
}

void CourseReader::create(GoId go, GoId parent) {
    Life& maker = life(parent);
    Life child;
    child.key = mix(mix(0x517cc1b727220a95, maker.key), ++maker.created);
    child.thread = m_course.threads.size();
    m_course.threads.push_back({child.key, go, {}, false});
    m_course.threadOf.emplace(child.key, child.thread);
    ++m_course.facts.goroutines;
    m_lives.insert_or_assign(go, std::move(child));
}

bool CourseReader::libraryFrame(const Life& life, uint64_t depth) const {
    return depth < life.stdFrames.size() && life.stdFrames[depth];
}

// Called before the event's frames are entered or left.
bool CourseReader::isStep(const Event& e, Life& life) {
    const bool inLibrary = !life.stdFrames.empty() && life.stdFrames.back();
    switch (e.kind) {
    case Kind::Stmt: {
        const FileId file = trace::unpackPos(e.args[0]).file;
        const auto& files = m_log.header().files;
        const bool library = file.value == 0 || file.value > files.size() || files[file.value - 1].isStd;
        return m_detail >= Detail::Statements && !library;
    }
    case Kind::Call:
    case Kind::Return:
    case Kind::FrameDiscard: return m_detail >= Detail::Calls && !(e.args[1] > 0 && libraryFrame(life, e.args[1] - 1));
    case Kind::DeferPush:
        if (libraryFrame(life, e.args[2])) life.libraryDefers.insert(e.args[0]);
        return !libraryFrame(life, e.args[2]);
    case Kind::DeferBegin:
    case Kind::DeferEnd:
    case Kind::DeferSkip: return !life.libraryDefers.contains(e.args[0]);
    case Kind::RecoverCall: return !libraryFrame(life, e.args[3]);
    case Kind::ChanMake:
    case Kind::ChanSend:
    case Kind::ChanRecv:
    case Kind::ChanClose:
    case Kind::Select: return !inLibrary;
    case Kind::GoStatus: return life.destroyed;
    case Kind::RuntimeStep: return isProgramStep(trace::StepName(e.args[0]));
    case Kind::ProgramExit:
    case Kind::Output:
    case Kind::GoCreate:
    case Kind::GoDestroy:
    case Kind::PanicBegin:
    case Kind::PanicRecovered:
    case Kind::PanicAborted:
    case Kind::PanicRepanic:
    case Kind::PanicFatal:
    case Kind::GoexitBegin:
    case Kind::GoexitResume:
    case Kind::GoexitEnd:
    case Kind::GoexitIntercepted:
    case Kind::Fatal:
    case Kind::Throw: return true;
    default: return false;
    }
}

void CourseReader::follow(const Event& e, Life& life) {
    switch (e.kind) {
    case Kind::Call:
        if (m_detail < Detail::Calls) break;
        life.stdFrames.resize(e.args[1]);
        if (const trace::FunctionInfo* f = m_log.function(FuncId{uint32_t(e.args[0])})) life.stdFrames.push_back(f->isStd);
        else life.stdFrames.push_back(false);
        break;
    case Kind::Return:
    case Kind::FrameDiscard: life.stdFrames.resize(std::min<size_t>(e.args[1], life.stdFrames.size())); break;
    case Kind::ChanMake: m_channels[e.args[0]] = mix(life.key, ++life.channels); break;
    case Kind::GoDestroy: life.destroyed = true; break;
    default: break;
    }
}

void CourseReader::count(const Event& e, bool step) {
    Facts& f = m_course.facts;
    switch (e.kind) {
    case Kind::Output: (e.args[0] == 2 ? f.err : f.out) += m_log.string(e.args[1]); break;
    case Kind::ProgramExit:
        f.exited = true;
        f.exitCode = int(e.args[0]);
        f.exitReason = m_log.string(e.args[1]);
        break;
    case Kind::DeferPush: f.defersStored += step; break;
    case Kind::DeferBegin: f.defersRun += step; break;
    case Kind::DeferSkip: f.defersSkipped += step; break;
    case Kind::PanicBegin: ++f.panics; break;
    case Kind::PanicRecovered: ++f.recovered; break;
    case Kind::GoexitBegin: ++f.goexits; break;
    case Kind::GoexitIntercepted: ++f.intercepted; break;
    case Kind::GoDestroy: ++f.finished; break;
    case Kind::Return: // main has no GoDestroy
        f.finished += m_log.functionName(FuncId{uint32_t(e.args[0])}) == "main.main" && e.args[1] == 0;
        break;
    default: break;
    }
}

uint64_t CourseReader::text(uint64_t id) {
    const auto [it, isNew] = m_texts.try_emplace(id);
    if (isNew) it->second = hashOf(m_log.string(id));
    return it->second;
}

uint64_t CourseReader::function(uint64_t id) {
    const auto [it, isNew] = m_functions.try_emplace(id);
    if (isNew) it->second = hashOf(m_log.functionName(FuncId{uint32_t(id)}));
    return it->second;
}

// By base name: a program may have been recorded from two folders.
uint64_t CourseReader::file(FileId id) {
    const auto [it, isNew] = m_files.try_emplace(id.value);
    if (isNew) {
        const std::string_view path = m_log.filePath(id);
        it->second = hashOf(path.substr(path.rfind('/') + 1));
    }
    return it->second;
}

uint64_t CourseReader::position(uint64_t packed) { return mix(file(trace::unpackPos(packed).file), packed & 0xffffffff); }

uint64_t CourseReader::asItStands(const Event& e) {
    uint64_t hash = mix(mix(uint64_t(e.kind), e.go.value), trace::packProc(e.proc));
    if (e.kind == Kind::ProgramStart) return hash; // how many Ps there are is a setting
    for (size_t i = 0; i < trace::kindArgCount(e.kind); ++i) {
        switch (trace::kindArgTag(e.kind, i)) {
        case 's': hash = mix(hash, text(e.args[i])); break;
        case 'f': hash = mix(hash, function(e.args[i])); break;
        case 'l': hash = mix(hash, position(e.args[i])); break;
        default: hash = mix(hash, e.args[i]); break;
        }
    }
    return hash;
}

uint64_t CourseReader::asStep(const Event& e, Life& life) {
    uint64_t hash = uint64_t(e.kind);
    const bool isChannel = e.kind == Kind::ChanSend || e.kind == Kind::ChanRecv || e.kind == Kind::ChanClose;
    if (isChannel) return mix(hash, m_channels[e.args[0]]); // how it came about is the scheduler's doing
    for (size_t i = 0; i < trace::kindArgCount(e.kind); ++i) {
        const uint64_t value = e.args[i];
        switch (trace::kindArgTag(e.kind, i)) {
        case 'g': hash = mix(hash, this->life(GoId{value}).key); break;
        case 'd': hash = mix(hash, localId(life.defers, value)); break;
        case 'n': hash = mix(hash, localId(life.panics, value)); break;
        case 's':
            hash = mix(hash, e.kind == Kind::DeferPush ? hashOf(withoutPointees(m_log.string(value))) : text(value));
            break;
        case 'f': hash = mix(hash, function(value)); break;
        case 'l': hash = mix(hash, position(value)); break;
        default: hash = mix(hash, e.kind == Kind::ChanMake && i == 0 ? life.channels : value); break;
        }
    }
    return hash;
}

void CourseReader::add(const Event& e) {
    if (e.kind != Kind::RuntimeStep) m_course.events.push_back({asItStands(e), e.seq});
    if (e.kind == Kind::GoCreate) create(GoId{e.args[0]}, e.go);
    // A status change is its goroutine's, whoever is running; the end of the program is nobody's.
    const GoId go = e.kind == Kind::GoStatus ? GoId{e.args[0]} : e.kind == Kind::ProgramExit ? GoId{} : e.go;
    Life& owner = life(go);
    const bool step = isStep(e, owner);
    count(e, step);
    follow(e, owner);
    if (!step) return;
    Thread& thread = m_course.threads[owner.thread];
    thread.steps.push_back({asStep(e, owner), e.seq});
    if (e.kind == Kind::GoStatus && GStatus(e.args[2]) == GStatus::Gdead) thread.ended = true;
}

} // namespace unwind::compare
