package sync

// A RWMutex is held by one writer or by any number of readers. A writer that waits keeps new readers out.
type RWMutex struct {
	w           Mutex  // held by the writer, and while waiting for readers to leave
	writerSem   uint32 // the writer waits here for readers
	readerSem   uint32 // readers wait here for the writer
	readerCount int32  // readers in or waiting; less maxReaders while a writer is there
	readerWait  int32  // readers the writer still waits for
}

const maxReaders = 1 << 30

func (rw *RWMutex) RLock() {
	count := rw.readerCount + 1
	rw.readerCount = count
	if count < 0 {
		semacquire(&rw.readerSem, forRead, false)
	}
	acquired(aRead, &rw.w.sema)
}

func (rw *RWMutex) TryRLock() bool {
	for {
		count := rw.readerCount
		if count < 0 {
			return false
		}
		if cas32(&rw.readerCount, count, count+1) {
			acquired(aRead, &rw.w.sema)
			return true
		}
	}
}

func (rw *RWMutex) RUnlock() {
	released(aRead, &rw.w.sema)
	count := rw.readerCount - 1
	rw.readerCount = count
	if count < 0 {
		rw.leave(count)
	}
}

// leave is RUnlock when a writer waits, or when nobody reads.
func (rw *RWMutex) leave(count int32) {
	if count == -1 || count == -maxReaders-1 {
		fatal("sync: RUnlock of unlocked RWMutex")
	}
	wait := rw.readerWait - 1
	rw.readerWait = wait
	if wait == 0 {
		semrelease(&rw.writerSem, false)
	}
}

func (rw *RWMutex) Lock() {
	rw.w.Lock()
	readers := rw.readerCount
	rw.readerCount = readers - maxReaders
	wait := rw.readerWait + readers
	rw.readerWait = wait
	if readers != 0 && wait != 0 {
		semacquire(&rw.writerSem, forWrite, false)
	}
	acquired(aWrite, &rw.w.sema)
}

func (rw *RWMutex) TryLock() bool {
	if !rw.w.TryLock() {
		return false
	}
	if !cas32(&rw.readerCount, 0, -maxReaders) {
		rw.w.Unlock()
		return false
	}
	acquired(aWrite, &rw.w.sema)
	return true
}

func (rw *RWMutex) Unlock() {
	if rw.readerCount >= 0 {
		fatal("sync: Unlock of unlocked RWMutex")
	}
	released(aWrite, &rw.w.sema)
	readers := rw.readerCount + maxReaders
	rw.readerCount = readers
	for ; readers > 0; readers-- {
		semrelease(&rw.readerSem, false)
	}
	rw.w.Unlock()
}

type rlocker RWMutex

func (r *rlocker) Lock()   { (*RWMutex)(r).RLock() }
func (r *rlocker) Unlock() { (*RWMutex)(r).RUnlock() }

// RLocker is a Locker that locks for reading.
func (rw *RWMutex) RLocker() Locker { return (*rlocker)(rw) }
