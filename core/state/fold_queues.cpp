#include "state/fold.h"

#include <algorithm>

namespace unwind::state {
namespace {

using trace::Event;
using trace::Kind;

void put(Snapshot& s, ProcId proc, GoId go, QueuePlace place) {
    if (place == QueuePlace::GlobalTail) {
        s.globalQueue.push_back(go);
    } else if (place == QueuePlace::GlobalHead) {
        s.globalQueue.push_front(go);
    } else if (Processor* p = editProcessor(s, proc)) {
        switch (place) {
        case QueuePlace::RunNext: p->runnext = go; break;
        case QueuePlace::RingTail: p->ring.push_back(go); break;
        case QueuePlace::RingHead: p->ring.push_front(go); break;
        default: break;
        }
    }
}

void remove(std::deque<GoId>& queue, GoId go, bool fromTail) {
    if (queue.empty())
        return;
    if (!fromTail && queue.front() == go)
        return queue.pop_front();
    if (fromTail && queue.back() == go)
        return queue.pop_back();
    if (auto it = std::find(queue.begin(), queue.end(), go); it != queue.end())
        queue.erase(it);
}

void get(Snapshot& s, ProcId proc, GoId go, QueuePlace place) {
    if (place == QueuePlace::GlobalTail || place == QueuePlace::GlobalHead) {
        return remove(s.globalQueue, go, place == QueuePlace::GlobalTail);
    }
    Processor* p = editProcessor(s, proc);
    if (!p)
        return;
    if (place == QueuePlace::RunNext) {
        if (p->runnext == go)
            p->runnext = {};
    } else {
        remove(p->ring, go, place == QueuePlace::RingTail);
    }
}

} // namespace

bool foldQueues(Snapshot& s, const Event& e) {
    const ProcId proc = trace::unpackProc(e.args[0]);
    switch (e.kind) {
    case Kind::RunqPut: put(s, proc, GoId{e.args[1]}, QueuePlace(e.args[2])); return true;
    case Kind::RunqGet: get(s, proc, GoId{e.args[1]}, QueuePlace(e.args[2])); return true;
    case Kind::RunqSteal: return true; // the moves follow one by one
    default: return false;
    }
}

} // namespace unwind::state
