// runtime.Goexit on the main goroutine.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func init() {
	if len(fmt.Sprint()) > 0 {
		runtime.Goexit() // want "runtime.Goexit ends the main goroutine here: the program can then only end as a deadlock"
	}
}

func must(err error) {
	if err != nil {
		runtime.Goexit() // want "runtime.Goexit ends the main goroutine here, reached from main"
	}
}

func work() { must(nil) }

// Run by goroutines of its own alone.
func worker(wg *sync.WaitGroup) {
	defer wg.Done()
	runtime.Goexit()
}

// Stopped under rules that let recover intercept a Goexit.
func guarded() {
	defer func() { fmt.Println(recover()) }()
	runtime.Goexit() // want "reached from main"
}

func main() {
	var wg sync.WaitGroup
	wg.Add(2)
	go worker(&wg)
	go func() {
		defer wg.Done()
		runtime.Goexit()
	}()
	wg.Wait()
	work()
	guarded()
	defer runtime.Goexit() // want "ends the main goroutine here:"
	defer func() {
		runtime.Goexit() // want "ends the main goroutine here:"
	}()
}
