#include "std/natives.h"

#include "runtime/sched.h"
#include "runtime/sema.h"

namespace unwind::stdlib {
namespace {

using trace::SyncKind;
using trace::WaitReason;
using vm::NativeCall;

// In the order of the constants in resources/std/sync/sema.go.
constexpr WaitReason kReasons[] = {WaitReason::SyncMutexLock, WaitReason::SyncRWMutexRLock, WaitReason::SyncRWMutexLock,
                                   WaitReason::SyncWaitGroupWait};
constexpr SyncKind kKinds[] = {SyncKind::Mutex,     SyncKind::RWMutexRead, SyncKind::RWMutexWrite, SyncKind::WaitGroup,
                               SyncKind::Semaphore, SyncKind::Cond,        SyncKind::Once};

uint32_t* addressAt(const NativeCall& call, int slot) { return static_cast<uint32_t*>(call.pointer(slot)); }
runtime::NotifyList& listAt(const NativeCall& call, int slot) {
    return *static_cast<runtime::NotifyList*>(call.pointer(slot));
}

/// sync.Mutex, as resources/std/sync/mutex.go has it.
struct GoMutex {
    int32_t state;
    uint32_t sema;
};
constexpr int32_t kLocked = 1;

GoMutex& mutexAt(const NativeCall& call, int slot) { return *static_cast<GoMutex*>(call.pointer(slot)); }

void lockFree(NativeCall& call) { // (m) bool
    if (call.pointer(1) == nullptr) return call.panicNil();
    GoMutex& m = mutexAt(call, 1);
    const bool isFree = m.state == 0;
    if (isFree) {
        m.state = kLocked;
        runtime::syncAcquired(call.sched, SyncKind::Mutex, &m.sema);
    }
    call.setBoolean(0, isFree);
}

void unlock(NativeCall& call) { // (m) int32
    if (call.pointer(1) == nullptr) return call.panicNil();
    GoMutex& m = mutexAt(call, 1);
    if ((m.state & kLocked) == 0) return call.fatal("sync: unlock of unlocked mutex");
    runtime::syncReleased(call.sched, SyncKind::Mutex, &m.sema);
    m.state -= kLocked;
    call.setInteger(0, m.state);
}

template <class Word>
void compareAndSwap(NativeCall& call) { // (p, old, new) bool
    auto* word = static_cast<Word*>(call.pointer(1));
    const bool same = *word == static_cast<Word>(call.word(2));
    if (same) *word = static_cast<Word>(call.word(3));
    call.setBoolean(0, same);
}

} // namespace

void registerSync(vm::NativeRegistry& natives) {
    natives.add("sync.semacquire", [](NativeCall& call) {
        runtime::semacquire(call.sched, addressAt(call, 0), kReasons[call.integer(1)], call.boolean(2));
    });
    natives.add("sync.semrelease", [](NativeCall& call) {
        runtime::semrelease(call.sched, addressAt(call, 0), call.boolean(1));
    });
    natives.add("sync.notifyAdd", [](NativeCall& call) { call.setInteger(0, runtime::notifyListAdd(listAt(call, 1))); });
    natives.add("sync.notifyWait", [](NativeCall& call) {
        runtime::notifyListWait(call.sched, listAt(call, 0), static_cast<uint32_t>(call.integer(1)));
    });
    natives.add("sync.notifyAll", [](NativeCall& call) { runtime::notifyListNotifyAll(call.sched, listAt(call, 0)); });
    natives.add("sync.notifyOne", [](NativeCall& call) { runtime::notifyListNotifyOne(call.sched, listAt(call, 0)); });
    natives.add("net.notifyAdd", [](NativeCall& call) { call.setInteger(0, runtime::notifyListAdd(listAt(call, 1))); });
    natives.add("net.notifyWait", [](NativeCall& call) {
        runtime::notifyListWait(call.sched, listAt(call, 0), static_cast<uint32_t>(call.integer(1)), WaitReason::IOWait);
    });
    natives.add("net.notifyAll", [](NativeCall& call) { runtime::notifyListNotifyAll(call.sched, listAt(call, 0)); });
    natives.add("sync.acquired", [](NativeCall& call) {
        runtime::syncAcquired(call.sched, kKinds[call.integer(0)], call.pointer(1));
    });
    natives.add("sync.released", [](NativeCall& call) {
        runtime::syncReleased(call.sched, kKinds[call.integer(0)], call.pointer(1));
    });
    natives.add("sync.fatal", [](NativeCall& call) { call.fatal(call.text(0)); });
    natives.add("sync.lockFree", lockFree);
    natives.add("sync.unlock", unlock);
    for (const char* name : {"sync.cas32", "sync/atomic.cas32"}) natives.add(name, compareAndSwap<uint32_t>);
    for (const char* name : {"sync.cas64", "sync/atomic.cas64"}) natives.add(name, compareAndSwap<uint64_t>);
    natives.add("sync.nanotime", [](NativeCall& call) { call.setInteger(0, call.sched.now()); });
}

} // namespace unwind::stdlib
