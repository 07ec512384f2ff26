// The truth table of recover: from where it is called, what is in progress, and whether the same deferred call has recovered
// before. Each case runs on a goroutine of its own and prints what recover returned and where control went on.
// tst_verdict looks at the calls marked "probe" in the recording.
package main

import (
	"fmt"
	"runtime"
	"strings"
)

type probe struct {
	again bool // recover has been called in this deferred call before
	trail []string
}

func (p *probe) mark(words ...any) { p.trail = append(p.trail, strings.TrimSpace(fmt.Sprintln(words...))) }
func (p *probe) before() bool      { return p.again }

type method struct{}

func (method) call(p *probe) {
	if p.before() {
		recover()
	}
	p.mark("value", recover()) // probe
}

func named(p *probe) {
	if p.before() {
		recover()
	}
	p.mark("value", recover()) // probe
}

func helper(p *probe) {
	p.mark("value", recover()) // probe
}

// Where recover is called: functions to be deferred.
var places = []struct {
	name string
	call func(p *probe)
}{
	{"closure", func(p *probe) {
		if p.before() {
			recover()
		}
		p.mark("value", recover()) // probe
	}},
	{"named", named},
	{"method", method{}.call},
	{"helper", func(p *probe) {
		if p.before() {
			recover()
		}
		helper(p)
	}},
	{"deferred-by-deferred", func(p *probe) {
		if p.before() {
			recover()
		}
		defer func() {
			p.mark("value", recover()) // probe
		}()
	}},
	{"defer-recover-in-deferred", func(p *probe) {
		if p.before() {
			recover()
		}
		defer recover() // probe
	}},
}

func returns(call func(*probe), p *probe) {
	defer call(p)
	p.mark("body")
}

func panics(call func(*probe), p *probe) {
	defer call(p)
	panic("boom")
}

func faults(call func(*probe), p *probe) {
	defer call(p)
	var m map[string]int
	m["key"] = 1
}

func exits(call func(*probe), p *probe) {
	defer call(p)
	runtime.Goexit()
}

func panicsTwice(call func(*probe), p *probe) {
	defer call(p)
	defer func() { panic("second") }()
	panic("first")
}

func panicsInGoexit(call func(*probe), p *probe) {
	defer func() {
		p.mark("goexit goes on")
	}()
	defer func() {
		defer call(p)
		panic("late")
	}()
	runtime.Goexit()
}

func panicsOverGoexit(call func(*probe), p *probe) {
	defer call(p)
	func() {
		defer func() { panic("late") }()
		runtime.Goexit()
	}()
}

func exitsInPanic(call func(*probe), p *probe) {
	defer call(p)
	defer func() { runtime.Goexit() }()
	panic("boom")
}

func returnsAfterRecovery(call func(*probe), p *probe) {
	defer call(p)
	defer func() { p.mark("recovered first", recover()) }()
	panic("boom")
}

// What is in progress when the deferred call runs.
var states = []struct {
	name string
	run  func(call func(*probe), p *probe)
}{
	{"return", returns},
	{"panic", panics},
	{"fault", faults},
	{"goexit", exits},
	{"two-panics", panicsTwice},
	{"panic-in-goexit", panicsInGoexit},
	{"panic-over-goexit", panicsOverGoexit},
	{"goexit-in-panic", exitsInPanic},
	{"return-after-recovery", returnsAfterRecovery},
}

// deferRecover has recover itself as the deferred call, in each state.
func deferRecover(state string, p *probe) {
	defer recover() // probe
	switch state {
	case "panic":
		panic("boom")
	case "goexit":
		runtime.Goexit()
	}
	p.mark("body")
}

func plain(p *probe) {
	p.mark("value", recover()) // probe
}

func try(name string, p *probe, body func()) {
	done := make(chan bool)
	go func() {
		defer close(done)
		ended := false
		defer func() {
			if r := recover(); r != nil {
				p.mark("uncaught", r)
			} else if !ended {
				p.mark("goroutine exits")
			}
		}()
		body()
		p.mark("resumed")
		ended = true
	}()
	<-done
	fmt.Println(name+":", strings.Join(p.trail, ", "))
}

func main() {
	for _, place := range places {
		for _, state := range states {
			for _, again := range []bool{false, true} {
				p := &probe{again: again}
				try(fmt.Sprintf("%s %s %v", place.name, state.name, again), p, func() { state.run(place.call, p) })
			}
		}
	}
	for _, state := range []string{"return", "panic", "goexit"} {
		p := &probe{}
		try("defer-recover "+state+" false", p, func() { deferRecover(state, p) })
	}
	p := &probe{}
	try("plain return false", p, func() { plain(p) })
}
