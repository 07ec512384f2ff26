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
	if m.state == 0 {
		m.state = locked
	} else {
		m.lockSlow()
	}
	acquired(aMutex, &m.sema)
}

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
		m.state = after
		if before&(locked|starving) == 0 {
			return
		}
		waitedBefore := since != 0
		if !waitedBefore {
			since = nanotime() + 1
		}
		semacquire(&m.sema, forMutex, waitedBefore)
		impatient = impatient || nanotime()+1-since > patience
		if m.state&starving != 0 {
			if !impatient || m.state/waiter == 1 {
				m.state -= starving
			}
			m.state += locked - waiter
			return
		}
		awake = true
	}
}

// TryLock locks m if that needs no waiting.
func (m *Mutex) TryLock() bool {
	if m.state&(locked|starving) != 0 {
		return false
	}
	m.state |= locked
	acquired(aMutex, &m.sema)
	return true
}

func (m *Mutex) Unlock() {
	if m.state&locked == 0 {
		fatal("sync: unlock of unlocked mutex")
	}
	released(aMutex, &m.sema)
	m.state -= locked
	switch {
	case m.state == 0:
	case m.state&starving != 0:
		semrelease(&m.sema, true)
	case m.state/waiter != 0 && m.state&woken == 0:
		m.state = m.state - waiter | woken
		semrelease(&m.sema, false)
	}
}
