package sync

// A WaitGroup waits for a number of goroutines to finish.
type WaitGroup struct {
	waiters uint32
	counter int32
	sema    uint32
	_       uint32
}

func (wg *WaitGroup) Add(delta int) {
	wg.counter += int32(delta)
	if wg.counter < 0 {
		panic("sync: negative WaitGroup counter")
	}
	if wg.waiters != 0 && delta > 0 && wg.counter == int32(delta) {
		panic("sync: WaitGroup misuse: Add called concurrently with Wait")
	}
	if wg.counter > 0 || wg.waiters == 0 {
		return
	}
	waiters := wg.waiters
	wg.waiters = 0
	for ; waiters > 0; waiters-- {
		semrelease(&wg.sema, false)
	}
}

func (wg *WaitGroup) Done() {
	wg.Add(-1)
}

func (wg *WaitGroup) Wait() {
	if wg.counter == 0 {
		return
	}
	wg.waiters++
	semacquire(&wg.sema, forGroup, false)
	if wg.counter != 0 || wg.waiters != 0 {
		panic("sync: WaitGroup is reused before previous Wait has returned")
	}
}

// Go runs f in a goroutine of its own that the group waits for.
func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		f()
	}()
}
