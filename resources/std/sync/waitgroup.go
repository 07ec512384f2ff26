package sync

// A WaitGroup waits for a number of goroutines to finish.
type WaitGroup struct {
	state uint64 // the counter in the upper half, how many wait in the lower
	sema  uint32
}

func (wg *WaitGroup) Add(delta int) {
	state := wg.state + uint64(delta)<<32
	wg.state = state
	counter, waiters := int32(state>>32), uint32(state)
	if counter < 0 {
		panic("sync: negative WaitGroup counter")
	}
	if waiters != 0 && delta > 0 && counter == int32(delta) {
		panic("sync: WaitGroup misuse: Add called concurrently with Wait")
	}
	if counter > 0 || waiters == 0 {
		return
	}
	wg.state = 0
	for ; waiters > 0; waiters-- {
		semrelease(&wg.sema, false)
	}
}

func (wg *WaitGroup) Done() {
	wg.Add(-1)
}

func (wg *WaitGroup) Wait() {
	for {
		state := wg.state
		if state>>32 == 0 {
			return
		}
		if cas64(&wg.state, state, state+1) {
			break
		}
	}
	semacquire(&wg.sema, forGroup, false)
	if wg.state != 0 {
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
