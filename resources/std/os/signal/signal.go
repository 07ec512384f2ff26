// Package signal hands the process's signals to channels.
package signal

import (
	"context"
	"os"
	"sync"
	"syscall"
)

const signals = 65 // one more than the largest number

// What becomes of a signal, in the order the machine knows.
const (
	byDefault = iota
	notified
	isIgnored
)

// receive waits for the next signal that is wanted.
func receive() int

// want says what shall become of signal n.
func want(n, wish int)

func ignored(n int) bool

// A handler is the signals that one channel wants.
type handler [signals]bool

var handlers struct {
	sync.Mutex
	byChannel map[chan<- os.Signal]*handler
	order     []chan<- os.Signal // as Notify saw them first
	wanting   [signals]int       // how many channels want a signal
	watching  sync.Once
}

func number(sig os.Signal) int {
	if s, ok := sig.(syscall.Signal); ok && s >= 0 && s < signals {
		return int(s)
	}
	return -1
}

// numbers are those of sigs, or all if there are none.
func numbers(sigs []os.Signal) []int {
	var list []int
	for _, sig := range sigs {
		if n := number(sig); n >= 0 {
			list = append(list, n)
		}
	}
	if len(sigs) == 0 {
		for n := range signals {
			list = append(list, n)
		}
	}
	return list
}

// loop passes signals on, in a goroutine of its own from the first Notify on.
func loop() {
	for {
		process(syscall.Signal(receive()))
	}
}

// process sends sig to who wants it; a channel without room misses it.
func process(sig os.Signal) {
	n := number(sig)
	handlers.Lock()
	defer handlers.Unlock()
	for _, c := range handlers.order {
		if handlers.byChannel[c][n] {
			select {
			case c <- sig:
			default:
			}
		}
	}
}

// Notify sends the signals, or all if none are named, to c from now on.
func Notify(c chan<- os.Signal, sig ...os.Signal) {
	if c == nil {
		panic("os/signal: Notify using nil channel")
	}
	handlers.Lock()
	defer handlers.Unlock()
	h := handlers.byChannel[c]
	if h == nil {
		if handlers.byChannel == nil {
			handlers.byChannel = make(map[chan<- os.Signal]*handler)
		}
		h = new(handler)
		handlers.byChannel[c] = h
		handlers.order = append(handlers.order, c)
	}
	for _, n := range numbers(sig) {
		if h[n] {
			continue
		}
		h[n] = true
		if handlers.wanting[n] == 0 {
			want(n, notified)
			handlers.watching.Do(func() { go loop() })
		}
		handlers.wanting[n]++
	}
}

// Stop sends c no more signals.
func Stop(c chan<- os.Signal) {
	handlers.Lock()
	defer handlers.Unlock()
	h := handlers.byChannel[c]
	if h == nil {
		return
	}
	delete(handlers.byChannel, c)
	for i, other := range handlers.order {
		if other == c {
			handlers.order = append(handlers.order[:i], handlers.order[i+1:]...)
			break
		}
	}
	for n, wanted := range h {
		if wanted {
			release(n)
		}
	}
}

// release counts one channel less for signal n.
func release(n int) {
	handlers.wanting[n]--
	if handlers.wanting[n] == 0 {
		want(n, byDefault)
	}
}

// cancel takes the signals away from all channels.
func cancel(sigs []os.Signal, wish int) {
	handlers.Lock()
	defer handlers.Unlock()
	for _, n := range numbers(sigs) {
		for _, h := range handlers.byChannel {
			if h[n] {
				h[n] = false
				handlers.wanting[n]--
			}
		}
		want(n, wish)
	}
}

// Ignore has the signals, or all if none are named, dropped.
func Ignore(sig ...os.Signal) { cancel(sig, isIgnored) }

// Reset undoes Notify and Ignore for the signals, or for all if none are named.
func Reset(sig ...os.Signal) { cancel(sig, byDefault) }

func Ignored(sig os.Signal) bool {
	n := number(sig)
	return n >= 0 && ignored(n)
}

// NotifyContext makes a context that is done when one of the signals arrives, its parent is done or stop is called.
func NotifyContext(parent context.Context, signals ...os.Signal) (ctx context.Context, stop context.CancelFunc) {
	ctx, cancel := context.WithCancel(parent)
	c := &signalCtx{Context: ctx, cancel: cancel, signals: signals, ch: make(chan os.Signal, 1)}
	Notify(c.ch, c.signals...)
	if ctx.Err() == nil {
		go func() {
			select {
			case <-c.ch:
				c.cancel()
			case <-c.Done():
			}
		}()
	}
	return c, c.stop
}

type signalCtx struct {
	context.Context
	cancel  context.CancelFunc
	signals []os.Signal
	ch      chan os.Signal
}

func (c *signalCtx) stop() {
	c.cancel()
	Stop(c.ch)
}

func (c *signalCtx) String() string {
	name := "context"
	if s, ok := c.Context.(interface{ String() string }); ok {
		name = s.String()
		if tail := ".WithCancel"; len(name) > len(tail) && name[len(name)-len(tail):] == tail {
			name = name[:len(name)-len(tail)]
		}
	}
	text := "signal.NotifyContext(" + name + ", ["
	for i, s := range c.signals {
		if i > 0 {
			text += " "
		}
		text += s.String()
	}
	return text + "])"
}
