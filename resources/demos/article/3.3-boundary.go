// §3.3 Boundary conditions of recover in a Goexit
// Claim: with panic, recover returns its value and the goroutine goes on; with Goexit it is always nil and the goroutine ends.
// Look at: both deferred functions run. The title of the article says that recover captures the Goexit: that is the
// rule recover-during-goexit, with nil, observe and intercept.
//unwind:profile article-1.25

package main

import (
	"fmt"
	"runtime"
	"sync"
)

func report() {
	if r := recover(); r != nil {
		fmt.Println("  caught:", r)
	} else {
		fmt.Println("  recover returned nil")
	}
}

func exitWithRecover() {
	defer report()
	runtime.Goexit()
}

func panicWithRecover() {
	defer report()
	panic("P")
}

func run(name string, body func()) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		fmt.Println(name)
		body()
		fmt.Println("  the goroutine goes on")
	}()
	wg.Wait()
}

func main() {
	run("panic and recover", panicWithRecover)
	run("Goexit and recover", exitWithRecover)
}
