package sync

// The machine's semaphores and wait lists, on which everything here is built. Other goroutines run while one waits and where a
// time slice ends: at calls and where a branch is taken. What runs straight through is one step; what branches between reading
// and writing uses cas.

// Reasons for waiting, as goroutine traces show them.
const (
	forMutex = iota
	forRead
	forWrite
	forGroup
)

// What is acquired, for the record of events.
const (
	aMutex = iota
	aRead
	aWrite
	aGroup
	aSemaphore
	aCond
	aOnce
)

// semacquire waits until *s > 0 and takes one; front puts the caller before others who wait.
func semacquire(s *uint32, reason int, front bool)

// semrelease gives one and wakes a waiter; with handoff the waiter gets it and runs at once.
func semrelease(s *uint32, handoff bool)

// A notifyList is goroutines waiting for a Cond.
type notifyList struct {
	wait, notify uint32
	lock         uintptr
	head, tail   uintptr
}

func notifyAdd(l *notifyList) uint32
func notifyWait(l *notifyList, ticket uint32)
func notifyAll(l *notifyList)
func notifyOne(l *notifyList)

// acquired and released record an event.
func acquired(kind int, m *uint32)
func released(kind int, m *uint32)

// fatal ends the program: no deferred call runs.
func fatal(text string)

func nanotime() int64

// cas32 and cas64 change *p from old to new, if it is old.
func cas32(p *int32, old, new int32) bool
func cas64(p *uint64, old, new uint64) bool
