// defer recover() or a closure that defers it
// defer recover() does not stop a panic, func() { defer recover() }() does: which frame does recover count for?

package main

import "fmt"

func direct() {
	defer recover()
	panic("direct")
}

func inClosure() {
	defer func() {
		defer recover()
	}()
	panic("in a closure")
}

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "let the panic through:", r)
		}
	}()
	f()
	fmt.Println(name, "stopped the panic")
}

func main() {
	try("defer recover()", direct)
	try("defer func() { defer recover() }()", inClosure)
}
