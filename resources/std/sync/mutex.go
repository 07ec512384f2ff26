// Package sync makes goroutines wait for each other.
package sync

// A Locker can be locked.
type Locker interface {
	Lock()
	Unlock()
}

// A Mutex is held by at most one goroutine. The zero value is unlocked.
//
// Whoever comes first takes an unlocked mutex, even before goroutines that wait; but when one has waited for a
// millisecond, the mutex is handed from holder to waiter in the order they came, until nobody waits that long.
type Mutex struct {
	state int32
	sema  uint32
}

const (
	locked   = 1
	woken    = 2 // a waiter has been woken and is about to try
	starving = 4 // Unlock hands the mutex to the first waiter
	waiter   = 8 // the rest of state counts who waits

	patience = 1000000 // ns
)

func (m *Mutex) Lock() {
	if !lockFree(m) {
		m.lockSlow()
		acquired(aMutex, &m.sema)
	}
}

// lockFree locks m if it is free and nobody waits.
func lockFree(m *Mutex) bool

// unlock takes the mark of m's holder away and returns the state that is left; it is fatal if nobody holds m.
func unlock(m *Mutex) int32

func (m *Mutex) lockSlow() {
	since := int64(0)
	impatient, awake := false, false
	for {
		before := m.state
		after := before
		if before&starving == 0 {
			after |= locked
		}
		if before&(locked|starving) != 0 {
			after += waiter
		}
		if impatient && before&locked != 0 {
			after |= starving
		}
		if awake {
			after &^= woken
		}
		if !cas32(&m.state, before, after) {
			continue
		}
		if before&(locked|starving) == 0 {
			return
		}
		waitedBefore := since != 0
		if !waitedBefore {
			since = nanotime() + 1
		}
		semacquire(&m.sema, forMutex, waitedBefore)
		impatient = impatient || nanotime()+1-since > patience
		if before = m.state; before&starving != 0 {
			m.takeOver(!impatient || before/waiter == 1)
			return
		}
		awake = true
	}
}

// takeOver makes a waiter that was handed the mutex its holder. With calm, nobody has waited too long any more.
func (m *Mutex) takeOver(calm bool) {
	change := int32(locked - waiter)
	if calm {
		change -= starving
	}
	m.state += change
}

// TryLock locks m if that needs no waiting.
func (m *Mutex) TryLock() bool {
	before := m.state
	if before&(locked|starving) != 0 || !cas32(&m.state, before, before|locked) {
		return false
	}
	acquired(aMutex, &m.sema)
	return true
}

func (m *Mutex) Unlock() {
	if after := unlock(m); after != 0 {
		m.wake(after)
	}
}

// wake lets a waiter try for the mutex, or hands it over if waiters starve.
func (m *Mutex) wake(state int32) {
	if state&starving != 0 {
		semrelease(&m.sema, true)
		return
	}
	for state/waiter != 0 && state&(locked|woken|starving) == 0 {
		if cas32(&m.state, state, (state-waiter)|woken) {
			semrelease(&m.sema, false)
			return
		}
		state = m.state
	}
}
