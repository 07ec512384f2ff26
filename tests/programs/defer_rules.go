// What defer stores, when it runs, and what happens to results: rules of the language, one line of output each.
package main

import (
	"fmt"
	"os"
)

type t struct{ n int }

func (v t) value()    { fmt.Println("value", v.n) }
func (p *t) pointer() { fmt.Println("pointer", p.n) }

type valuer interface{ value() }

func arg(name string, v int) int { fmt.Println("eval", name); return v }

func fn(name string) func(int, int) {
	fmt.Println("eval", name)
	return func(a, b int) { fmt.Println("call", name, a, b) }
}

func order() { defer fn("f")(arg("a", 1), arg("b", 2)); fmt.Println("body") }

func snapshots() {
	v := t{1}
	s := []int{1, 2}
	m := map[string]int{"k": 1}
	defer fmt.Println("copied", v, s, m)
	defer v.value()
	defer v.pointer()
	defer (*t).pointer(&v)
	f := v.value
	defer f()
	v.n = 9
	s[0] = 9
	s = append(s, 3)
	m["k"] = 9
}

func manyInLoop() {
	sum := 0
	defer func() { fmt.Println("sum", sum) }()
	for i := 0; i < 1000; i++ {
		defer func() { sum += i }()
	}
}

func nested() {
	defer func() {
		defer fmt.Println("inner deferred")
		fmt.Println("outer deferred")
	}()
}

func bare() (n int, s string) {
	defer func() { n++; s += "!" }()
	n, s = 1, "a"
	return
}

func explicit() (n int) {
	defer func() { n *= 10 }()
	n = 5
	return n + 1
}

func shadow() (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("wrapped: %w", err)
		}
	}()
	if _, err := os.Open("/nonexistent/file"); err == nil {
		return nil
	}
	return fmt.Errorf("no file")
}

func nilFunc() {
	defer func() { fmt.Println("nil func:", recover()) }()
	var f func(int)
	defer f(arg("argument of nil func", 1))
	fmt.Println("statement succeeded")
}

func nilInterface() {
	defer func() { fmt.Println("nil interface:", recover()) }()
	var v valuer
	defer fmt.Println("earlier deferred call runs")
	defer v.value()
	fmt.Println("not reached")
}

func nilPointerValueMethod() {
	defer func() { fmt.Println("nil pointer:", recover()) }()
	var p *t
	defer p.value()
	fmt.Println("not reached")
}

func operandPanics() {
	defer func() { fmt.Println("operand:", recover()) }()
	defer fmt.Println(arg("first", 1), func() int { panic("second") }())
	fmt.Println("not reached")
}

func builtins() {
	m := map[int]int{1: 1, 2: 2}
	c := make(chan int, 1)
	dst := make([]int, 2)
	func() {
		defer delete(m, 1)
		defer close(c)
		defer copy(dst, []int{7, 8})
		defer func() { recover() }()
		defer panic("deferred panic")
	}()
	_, ok := <-c
	fmt.Println(len(m), ok, dst)
}

func loopVariables() {
	for i := 0; i < 3; i++ {
		defer func() { fmt.Print("three-clause ", i, "\n") }()
	}
	for i, s := range []string{"a", "b"} {
		defer func() { fmt.Println("range", i, s) }()
	}
	for i := range 2 {
		defer func() { fmt.Println("int", i) }()
	}
}

func conditional(b bool) {
	if b {
		defer fmt.Println("was true")
	} else {
		defer fmt.Println("was false")
	}
	switch {
	case b:
		defer fmt.Println("in switch")
	}
}

func multi() (a, b int) {
	defer func() { a, b = b, a }()
	return 1, 2
}

func recursion(n int) {
	defer fmt.Print(n, " ")
	if n > 0 {
		recursion(n - 1)
	}
}

func main() {
	order()
	snapshots()
	manyInLoop()
	nested()
	fmt.Println(bare())
	fmt.Println(explicit())
	fmt.Println(shadow())
	nilFunc()
	nilInterface()
	nilPointerValueMethod()
	operandPanics()
	builtins()
	loopVariables()
	conditional(true)
	conditional(false)
	fmt.Println(multi())
	recursion(5)
	fmt.Println()
	defer fmt.Println("never printed")
	os.Exit(3)
}
