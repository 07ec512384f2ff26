// §3.2 Wrong: a deferred cancel of a shared context comes too early
// Claim: defer cancel() and Goexit without a look at ctx.Done() cancel too early and can interrupt other collaborators.
// Look at: the collaborator that waits for its next step when the first worker's deferred cancel runs.
//unwind:profile article-1.25

package main

import (
	"context"
	"fmt"
	"runtime"
	"sync"
	"time"
)

func hasty(cancel context.CancelFunc, halfway <-chan bool, wg *sync.WaitGroup) {
	defer wg.Done()
	defer cancel() // of a context that others share
	<-halfway
	fmt.Println("the first worker has finished and leaves")
	runtime.Goexit()
}

func collaborator(ctx context.Context, halfway chan<- bool, wg *sync.WaitGroup) {
	defer wg.Done()
	for step, takes := range []time.Duration{time.Millisecond, time.Second, time.Second} {
		if step == 1 {
			close(halfway)
		}
		select {
		case <-ctx.Done():
			fmt.Println("the collaborator is interrupted in step", step+1)
			return
		case <-time.After(takes):
			fmt.Println("step", step+1, "done")
		}
	}
	fmt.Println("the collaborator has finished")
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	halfway := make(chan bool)
	var wg sync.WaitGroup
	wg.Add(2)
	go hasty(cancel, halfway, &wg)
	go collaborator(ctx, halfway, &wg)
	wg.Wait()
}
