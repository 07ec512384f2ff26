// §3.2 Wrong: Goexit without cancel leaks
// Claim: with Goexit alone the child goroutine leaks, and the parent context can not notice that anybody left.
// Look at: the child, which waits for a cancel that never comes, and is still there when main ends. Vet names the line.
//unwind:profile article-1.25

package main

import (
	"context"
	"fmt"
	"runtime"
	"time"
)

func child(ctx context.Context) {
	defer fmt.Println("the child is gone: never printed")
	<-ctx.Done()
}

func work(parent context.Context) {
	defer fmt.Println("the worker is gone")
	ctx, cancel := context.WithCancel(parent)
	go child(ctx)
	time.Sleep(time.Millisecond)
	if ctx.Err() == nil {
		runtime.Goexit() // the way out that forgets to cancel
	}
	cancel()
}

func main() {
	parent := context.Background()
	go work(parent)
	time.Sleep(10 * time.Millisecond)
	fmt.Println("parent context:", parent.Err())
	fmt.Println("goroutines left:", runtime.NumGoroutine())
}
