package sync

// A Cond is where goroutines wait for something to happen. L is held when calling Wait.
type Cond struct {
	L       Locker
	notify  notifyList
	checker *Cond
}

func NewCond(l Locker) *Cond { return &Cond{L: l} }

func (c *Cond) check() {
	if c.checker == nil {
		c.checker = c
	} else if c.checker != c {
		panic("sync.Cond is copied")
	}
}

// Wait unlocks L, waits to be woken and locks L again.
func (c *Cond) Wait() {
	c.check()
	ticket := notifyAdd(&c.notify)
	c.L.Unlock()
	notifyWait(&c.notify, ticket)
	c.L.Lock()
}

// Signal wakes the goroutine that has waited longest.
func (c *Cond) Signal() {
	c.check()
	notifyOne(&c.notify)
}

// Broadcast wakes all that wait.
func (c *Cond) Broadcast() {
	c.check()
	notifyAll(&c.notify)
}
