// §2.3 The exit code stands apart from Goexit
// Claim: exitCode is stored by os.Exit alone, so runtime.Goexit and os.Exit keep meanings of their own.
// Look at: the Goexit stores nothing and its deferred call runs; os.Exit stores 7 and runs none.
//unwind:profile article-1.25

package main

import (
	"fmt"
	"os"
	"runtime"
)

func leaves(done chan<- bool) {
	defer close(done)
	defer fmt.Println("deferred before Goexit: runs")
	runtime.Goexit()
}

func main() {
	done := make(chan bool)
	go leaves(done)
	<-done
	defer fmt.Println("deferred before os.Exit: never runs")
	os.Exit(7)
}
