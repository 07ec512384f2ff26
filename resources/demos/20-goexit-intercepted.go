// Goexit intercepted
// The article's Go 1.25: recover answers with a signal and the goroutine goes on. Released Go prints nil and exits.
//unwind:profile article-1.25

package main

import (
	"fmt"
	"runtime"
)

func step(name string) {
	defer func() { fmt.Println(name, "recovered:", recover() != nil) }()
	runtime.Goexit()
}

func worker(done chan<- bool) {
	defer close(done)
	step("first")
	fmt.Println("the worker goes on: Goexit was intercepted")
}

func main() {
	done := make(chan bool)
	go worker(done)
	<-done
	fmt.Println("main ends")
}
