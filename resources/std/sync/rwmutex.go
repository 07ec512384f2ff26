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
	rw.readerCount++
	if rw.readerCount < 0 {
		semacquire(&rw.readerSem, forRead, false)
	}
	acquired(aRead, &rw.w.sema)
}

func (rw *RWMutex) TryRLock() bool {
	if rw.readerCount < 0 {
		return false
	}
	rw.readerCount++
	acquired(aRead, &rw.w.sema)
	return true
}

func (rw *RWMutex) RUnlock() {
	if rw.readerCount == 0 || rw.readerCount == -maxReaders {
		fatal("sync: RUnlock of unlocked RWMutex")
	}
	released(aRead, &rw.w.sema)
	rw.readerCount--
	if rw.readerCount < 0 {
		rw.readerWait--
		if rw.readerWait == 0 {
			semrelease(&rw.writerSem, false)
		}
	}
}

func (rw *RWMutex) Lock() {
	rw.w.Lock()
	readers := rw.readerCount
	rw.readerCount -= maxReaders
	rw.readerWait += readers
	if readers != 0 && rw.readerWait != 0 {
		semacquire(&rw.writerSem, forWrite, false)
	}
	acquired(aWrite, &rw.w.sema)
}

func (rw *RWMutex) TryLock() bool {
	if rw.readerCount != 0 || !rw.w.TryLock() {
		return false
	}
	rw.readerCount = -maxReaders
	acquired(aWrite, &rw.w.sema)
	return true
}

func (rw *RWMutex) Unlock() {
	if rw.readerCount >= 0 {
		fatal("sync: Unlock of unlocked RWMutex")
	}
	released(aWrite, &rw.w.sema)
	rw.readerCount += maxReaders
	for waiting := rw.readerCount; waiting > 0; waiting-- {
		semrelease(&rw.readerSem, false)
	}
	rw.w.Unlock()
}

type rlocker RWMutex

func (r *rlocker) Lock()   { (*RWMutex)(r).RLock() }
func (r *rlocker) Unlock() { (*RWMutex)(r).RUnlock() }

// RLocker is a Locker that locks for reading.
func (rw *RWMutex) RLocker() Locker { return (*rlocker)(rw) }
