// Goexit beside panic
// Two goroutines unwind the same frames: one panics and is recovered, the other exits.

package main

import (
	"fmt"
	"runtime"
	"sync"
)

func outer(name string, end func(), done *sync.WaitGroup) {
	defer done.Done()
	middle(name, end)
	fmt.Println(name+":", "outer goes on after middle")
}

func middle(name string, end func()) {
	defer func() { fmt.Println(name+":", "middle's deferred call, recover gives", recover()) }()
	inner(name, end)
}

func inner(name string, end func()) {
	defer fmt.Println(name+":", "inner's deferred call")
	end()
}

func main() {
	var done sync.WaitGroup
	done.Add(1)
	go outer("panic", func() { panic("oh") }, &done)
	done.Wait()

	done.Add(1)
	go outer("Goexit", func() { runtime.Goexit() }, &done)
	done.Wait()
}
