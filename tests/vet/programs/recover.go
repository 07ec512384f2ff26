// Calls of recover that stop no panic, and those that do.
package main

import (
	"errors"
	"fmt"
	"os"
)

var early = recover() // want "recover\(\) stops no panic here: package initialization is never deferred"

func outside() {
	if r := recover(); r != nil { // want "recover\(\) stops no panic here: outside is never deferred"
		fmt.Println(r)
	}
}

func inOperand() {
	defer fmt.Println(recover()) // want "recover\(\) is called at this statement already, before there is a panic"
	panic("x")
}

func bare() {
	defer recover() // want "defer recover\(\) stops no panic: no deferred function calls it"
	panic("x")
}

// A deferred recover counts for the deferred function it stands in.
func bareInDeferred() {
	defer func() {
		defer recover()
	}()
	panic("x")
}

func inGoroutine() {
	go recover()  // want "recover\(\) in a goroutine of its own stops no panic"
	go func() {
		recover() // want "recover\(\) stops no panic here: this function is never deferred"
	}()
}

func calledAtOnce() {
	func() {
		recover() // want "this function is never deferred"
	}()
	held := func() any {
		return recover() // want "this function is never deferred"
	}
	fmt.Println(held())
}

func helper() {
	if r := recover(); r != nil { // want "recover\(\) stops no panic here: the deferred function of line 62 calls helper, which is not deferred itself"
		fmt.Println(r)
	}
}

func deep() { deeper() }

func usesHelper() {
	defer func() {
		helper()
		deep()
	}()
	panic("x")
}

func deeper() error {
	return fmt.Errorf("%v", recover()) // want "the deferred function of line 62 calls deeper"
}

func closureInDeferred() {
	defer func() {
		func() {
			recover() // want "the deferred function of line 74 calls this function, which is not deferred itself"
		}()
	}()
	panic("x")
}

func nested() {
	defer func() {
		defer func() {
			fmt.Println(recover()) // want "a deferred call of a deferred function runs when that function returns"
		}()
		fmt.Println("cleaning up")
	}()
	panic("x")
}

func cleanup() error { return errors.New("no") }

// The deferred function may panic on its own: its own deferred call is right.
func guardedCleanup() {
	defer func() {
		defer func() {
			if r := recover(); r != nil {
				fmt.Println("cleanup failed:", r)
			}
		}()
		if err := cleanup(); err != nil {
			panic(err)
		}
	}()
	panic("x")
}

func right() (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered %v", r)
		}
	}()
	panic("x")
}

func named() { recover() }

func usesNamed() {
	defer named()
	panic("x")
}

type guard struct{ name string }

func (g guard) release()       { fmt.Println(g.name, recover()) }
func (g *guard) Unlock()       { recover() }
func (g *guard) value()        { recover() }
func (g *guard) neverUsed()    { recover() } // want "\(\*guard\)\.neverUsed is never deferred"
func dynamic(l interface{ Unlock() }) {
	defer l.Unlock()
	panic("x")
}

func methods() {
	g := &guard{"g"}
	defer g.release()
	dynamic(g)
	f := g.value
	defer f()
}

// A function that is handed on may be deferred by whoever gets it.
func try(body, rescue func()) {
	defer rescue()
	body()
}

func handsOn() {
	try(func() { panic("x") }, func() { fmt.Println(recover()) })
	var later func()
	later = func() { recover() }
	defer later()
	handlers := []func(){named, func() { recover() }}
	defer handlers[1]()
}

// Deferred in one place and called in another: the deferred call is right.
func both() {
	defer both2()
	both2()
}

func both2() { recover() }

func main() {
	outside()
	inOperand()
	bare()
	bareInDeferred()
	inGoroutine()
	calledAtOnce()
	usesHelper()
	closureInDeferred()
	nested()
	guardedCleanup()
	right()
	usesNamed()
	methods()
	handsOn()
	both()
	(&guard{}).neverUsed()
	fmt.Fprintln(os.Stderr, early)
}
