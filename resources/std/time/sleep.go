package time

import "unsafe"

// Sleep lets at least d of virtual time pass.
func Sleep(d Duration)

// A hostTimer is the machine's timer, in its layout.
type hostTimer struct {
	id           uint64
	when, period int64
	kind         uint8
	heapIndex    int32
	proc         int32
	order        uint64
	target       unsafe.Pointer // the channel or function
}

// initChan and initFunc prepare a timer that sends the time to c or starts f in a goroutine.
func initChan(t *hostTimer, c chan Time)
func initFunc(t *hostTimer, f func())

// start sets a timer and stop ends it; both tell whether it was active.
func start(t *hostTimer, when, period int64) bool
func stop(t *hostTimer) bool

// when is the virtual time after d.
func when(d Duration) int64 {
	now := runtimeNano()
	if d <= 0 {
		return now
	}
	if t := now + int64(d); t > 0 {
		return t
	}
	return 1<<63 - 1
}

// A Timer fires once.
type Timer struct {
	C     <-chan Time
	ready bool
	host  hostTimer
}

// NewTimer sends the time on C after d.
func NewTimer(d Duration) *Timer {
	c := make(chan Time, 1)
	t := &Timer{C: c, ready: true}
	initChan(&t.host, c)
	start(&t.host, when(d), 0)
	return t
}

// AfterFunc runs f in a goroutine of its own after d.
func AfterFunc(d Duration, f func()) *Timer {
	t := &Timer{ready: true}
	initFunc(&t.host, f)
	start(&t.host, when(d), 0)
	return t
}

// Stop tells whether it kept the timer from firing.
func (t *Timer) Stop() bool {
	if !t.ready {
		panic("time: Stop called on uninitialized Timer")
	}
	return stop(&t.host)
}

// Reset sets the timer anew and tells whether it was active.
func (t *Timer) Reset(d Duration) bool {
	if !t.ready {
		panic("time: Reset called on uninitialized Timer")
	}
	return start(&t.host, when(d), 0)
}

func After(d Duration) <-chan Time { return NewTimer(d).C }

// A Ticker fires again and again; it drops ticks nobody takes.
type Ticker struct {
	C     <-chan Time
	ready bool
	host  hostTimer
}

func NewTicker(d Duration) *Ticker {
	if d <= 0 {
		panic("non-positive interval for NewTicker")
	}
	c := make(chan Time, 1)
	t := &Ticker{C: c, ready: true}
	initChan(&t.host, c)
	start(&t.host, when(d), int64(d))
	return t
}

func (t *Ticker) Stop() {
	if t.ready {
		stop(&t.host)
	}
}

func (t *Ticker) Reset(d Duration) {
	if d <= 0 {
		panic("non-positive interval for Ticker.Reset")
	}
	if !t.ready {
		panic("time: Reset called on uninitialized Ticker")
	}
	start(&t.host, when(d), int64(d))
}

func Tick(d Duration) <-chan Time {
	if d <= 0 {
		return nil
	}
	return NewTicker(d).C
}
