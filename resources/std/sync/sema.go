package sync

// The machine's semaphores and wait lists, on which everything here is built. Other goroutines run only while one waits or
// at the end of a time slice, which never falls between the statements of a branch: plain reads and writes are atomic here.

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
