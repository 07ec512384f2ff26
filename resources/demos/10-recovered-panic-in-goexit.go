// A recovered panic does not cancel Goexit
// A deferred call of a Goexit panics and the panic is recovered, even in an outer frame: the goroutine still exits.

package main

import (
	"fmt"
	"runtime"
)

func exits(done chan<- bool) {
	defer close(done)
	defer func() { fmt.Println("outer: recovered", recover()) }()
	func() {
		defer func() { panic("raised while exiting") }()
		runtime.Goexit()
	}()
	fmt.Println("never printed: the Goexit goes on")
}

func main() {
	done := make(chan bool)
	go exits(done)
	<-done
	fmt.Println("the goroutine has exited, main goes on")
}
