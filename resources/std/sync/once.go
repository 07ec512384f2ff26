package sync

// Once does something a single time.
type Once struct {
	done uint32
	m    Mutex
}

// Do calls f if this is the first call; others wait until it is over. A panic or Goexit of f counts as done.
func (o *Once) Do(f func()) {
	if o.done == 0 {
		o.doSlow(f)
	}
}

func (o *Once) doSlow(f func()) {
	o.m.Lock()
	defer o.m.Unlock()
	if o.done == 0 {
		defer o.finish()
		f()
	}
}

func (o *Once) finish() { o.done = 1 }

// OnceFunc returns a function that calls f the first time. If f panics, every call panics with the same value.
func OnceFunc(f func()) func() {
	var (
		once    Once
		valid   bool
		failure any
	)
	first := func() {
		defer func() {
			f = nil
			failure = recover()
			if !valid {
				panic(failure)
			}
		}()
		f()
		valid = true
	}
	return func() {
		once.Do(first)
		if !valid {
			panic(failure)
		}
	}
}
