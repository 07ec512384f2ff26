// Goexit drops a panic
// Goexit in a deferred call, while panicking, lets the panic vanish: the goroutine ends and the program lives.

package main

import (
	"fmt"
	"runtime"
)

func risky(done chan<- string) {
	defer func() { done <- "ended without a crash" }()
	defer func() { fmt.Println("recover after Goexit gives", recover()) }()
	defer runtime.Goexit()
	panic("nobody will hear of this")
}

func main() {
	done := make(chan string)
	go risky(done)
	fmt.Println("risky", <-done)
}
