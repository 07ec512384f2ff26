// Where recover stops a panic and where it returns nil.
package main

import (
	"errors"
	"fmt"
	"runtime"
)

func try(name string, f func()) {
	defer func() { fmt.Println(name, "outer got:", recover()) }()
	f()
	fmt.Println(name, "returned")
}

func doRecover() any { return recover() }
func printRecover()  { fmt.Println("  printRecover:", recover()) }
func recurse(n int) {
	if n > 0 {
		recurse(n - 1)
		return
	}
	fmt.Println("  recurse:", recover())
}

type r struct{ name string }

func (x r) Rec()   { fmt.Println("  method", x.name, recover()) }
func (x *r) PRec() { fmt.Println("  pointer method", x.name, recover()) }

type recer interface{ Rec() }
type embeds struct{ r }
type embedsPtr struct{ *r }
type embedsIface struct{ recer }

func repanics() {
	defer func() {
		fmt.Println("  got", recover())
		panic("second")
	}()
	panic("first")
}

func innerPanics() {
	defer func() {
		func() {
			defer func() { fmt.Println("  inner got", recover()) }()
			panic("B")
		}()
		fmt.Println("  outer still has", recover())
	}()
	panic("A")
}

func calledMeanwhile() {
	defer func() {
		func() {
			defer func() { fmt.Println("  during A, normal return:", recover()) }()
		}()
		fmt.Println("  then:", recover())
	}()
	panic("A")
}

func twice() {
	defer func() { fmt.Println("  1:", recover()); fmt.Println("  2:", recover()) }()
	defer func() { fmt.Println("  0: nothing yet stops it") }()
	panic("once")
}

func laterDefers() {
	defer func() { fmt.Println("  earlier-registered sees", recover()) }()
	defer func() { recover() }()
	panic("x")
}

func frames() (s string) {
	defer func() { s += " frames-deferred" }()
	func() {
		defer func() { s += " middle" }()
		func() {
			defer func() { recover(); s += " recovered" }()
			panic("deep")
		}()
		s += " continued"
	}()
	return s
}

func nilPanic() {
	defer func() {
		e := recover()
		_, isNil := e.(*runtime.PanicNilError)
		fmt.Println("  ", e, isNil)
	}()
	panic(nil)
}

func identity() {
	e := errors.New("same")
	defer func() { fmt.Println("  same pointer:", recover() == e) }()
	panic(e)
}

func aborted() {
	defer func() { fmt.Println("  newest:", recover()) }()
	defer func() { panic("three") }()
	defer func() { panic("two") }()
	panic("one")
}

func inLoop() {
	for i := range 3 {
		func() {
			defer func() { fmt.Println("  loop", i, recover()) }()
			if i != 1 {
				panic(i * 10)
			}
		}()
	}
}

func main() {
	try("named", func() { defer printRecover(); panic(1) })
	try("helper", func() { defer func() { doRecover() }(); panic(2) })
	try("helper deferred", func() { defer doRecover(); panic(3) })
	try("direct", func() { defer recover(); panic(4) })
	try("in closure", func() { defer func() { defer recover() }(); panic(5) })
	try("nested closure", func() { defer func() { defer func() { recover() }() }(); panic(6) })
	try("argument", func() { defer fmt.Println("  arg", recover()); panic(7) })
	try("method", func() { defer r{"a"}.Rec(); panic(8) })
	try("pointer method", func() { defer (&r{"b"}).PRec(); panic(9) })
	try("method value", func() { m := r{"c"}.Rec; defer m(); panic(10) })
	try("method expr", func() { defer r.Rec(r{"d"}); panic(11) })
	try("interface", func() { var i recer = r{"e"}; defer i.Rec(); panic(12) })
	try("interface value", func() { var i recer = &r{"f"}; m := i.Rec; defer m(); panic(13) })
	try("interface expr", func() { defer recer.Rec(r{"g"}); panic(14) })
	try("promoted", func() { defer embeds{r{"h"}}.Rec(); panic(15) })
	try("promoted pointer", func() { defer embedsPtr{&r{"i"}}.PRec(); panic(16) })
	try("promoted in interface", func() { var i recer = embeds{r{"j"}}; defer i.Rec(); panic(17) })
	try("promoted interface", func() { defer embedsIface{r{"k"}}.Rec(); panic(18) })
	try("parenthesised", func() { defer func() { (recover)() }(); panic(19) })
	try("if header", func() {
		defer func() {
			if r := recover(); r != nil {
				fmt.Println("  if", r)
			}
		}()
		panic(20)
	})
	try("recursion", func() { defer recurse(1); panic(21) })
	try("recursion zero", func() { defer recurse(0); panic(22) })
	try("goroutine", func() {
		defer func() {
			done := make(chan any)
			go func() { done <- recover() }()
			fmt.Println("  other goroutine:", <-done)
		}()
		panic(23)
	})
	try("repanics", repanics)
	innerPanics()
	calledMeanwhile()
	twice()
	laterDefers()
	fmt.Println(frames())
	nilPanic()
	identity()
	aborted()
	inLoop()
	printRecover()
	fmt.Println(recover(), doRecover())
}
