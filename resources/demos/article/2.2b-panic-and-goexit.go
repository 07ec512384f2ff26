// §2.2 Panic and Goexit side by side
// Claim: a panic sets g._panic, walks the defers and enters gopanic; a Goexit does none of the three.
// Look at: the two goroutines on the timeline. The second row of the table needs goexit-runs-defers=no: released Go
// walks the defers both times.
//unwind:profile article-1.24

package main

import (
	"fmt"
	"runtime"
	"sync"
)

func panics() {
	defer func() { fmt.Println("panic: the deferred function got", recover()) }()
	panic("P")
}

func exits() {
	defer func() { fmt.Println("Goexit: the deferred function got", recover()) }()
	runtime.Goexit()
}

func run(wg *sync.WaitGroup, body func()) {
	go func() {
		body()
		fmt.Println("the caller goes on")
		wg.Done()
	}()
}

func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	run(&wg, panics)
	wg.Wait()
	go exits()
	for runtime.NumGoroutine() > 1 {
		runtime.Gosched()
	}
	fmt.Println("main goes on")
}
