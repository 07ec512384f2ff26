// §3.2 safeExit: cancel and Goexit together
// Claim: safeExit returns when the context is cancelled already, else calls Goexit; its deferred cancel tells the others both times.
// Look at: the deferred cancel, run by the Goexit for worker 1 and by the return for worker 2.
//unwind:profile article-1.25

package main

import (
	"context"
	"fmt"
	"runtime"
	"sync"
)

func safeExit(ctx context.Context, cancel context.CancelFunc) {
	defer cancel()
	select {
	case <-ctx.Done():
		return
	default:
		runtime.Goexit()
	}
}

func work(name string, cancelled bool, wg *sync.WaitGroup) {
	defer wg.Done()
	ctx, cancel := context.WithCancel(context.Background())
	told := make(chan bool)
	wg.Add(1)
	go func() {
		defer wg.Done()
		<-ctx.Done()
		fmt.Println("  the watcher of", name, "knows:", ctx.Err())
		close(told)
	}()
	if cancelled {
		cancel()
		<-told
	}
	safeExit(ctx, cancel)
	fmt.Println(name, "returns as usual")
}

func main() {
	var wg sync.WaitGroup
	for _, cancelled := range []bool{false, true} {
		wg.Add(1)
		go work(fmt.Sprintf("worker cancelled=%v", cancelled), cancelled, &wg)
		wg.Wait()
	}
	fmt.Println("main ends")
}
