// §2.1 Goexit is no panic and runs the deferred calls
// Claim: Goexit ends only its goroutine, raises no panic, and runs every registered defer last in first out.
// Look at: the defer stack while the Goexit walks it, and the other goroutine, which never notices.
//unwind:profile article-1.25

package main

import (
	"fmt"
	"runtime"
	"sync"
)

func step(wg *sync.WaitGroup) {
	defer wg.Done()
	defer fmt.Println("first registered, runs last")
	inner()
	fmt.Println("never reached")
}

func inner() {
	defer fmt.Println("second registered")
	defer fmt.Println("third registered, runs first")
	runtime.Goexit()
}

func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	go step(&wg)
	wg.Wait()
	fmt.Println("main goes on")
}
