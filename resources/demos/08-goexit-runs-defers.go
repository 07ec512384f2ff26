// Goexit runs deferred calls
// runtime.Goexit ends the goroutine after its deferred calls; recover returns nil, for Goexit is not a panic.

package main

import (
	"fmt"
	"runtime"
	"sync"
)

func cleanup(name string) { fmt.Println("cleanup", name) }

func worker(wg *sync.WaitGroup) {
	defer wg.Done()
	defer cleanup("db")
	defer func() {
		r := recover()
		fmt.Println("recovered:", r)
	}()
	runtime.Goexit()
	fmt.Println("never printed")
}

func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	go worker(&wg)
	wg.Wait()
	fmt.Println("main goes on")
}
