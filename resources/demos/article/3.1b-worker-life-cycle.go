// §3.1 The life of a worker
// Claim: Running from the go statement, Stopping at ctx.Done(), Stopped at WaitGroup.Done(); a failed probe starts the way out.
// Look at: the worker's lane from its creation to its end, and the cancel between the probe that fails and the wait.
//unwind:profile article-1.25

package main

import (
	"context"
	"fmt"
	"sync"
	"time"
)

type worker struct {
	wg    sync.WaitGroup
	mu    sync.Mutex
	tasks chan int
}

func start(ctx context.Context) *worker {
	w := &worker{tasks: make(chan int, 4)}
	w.wg.Add(1)
	running := make(chan bool)
	go func() {
		defer w.wg.Done()
		defer fmt.Println("Stopped")
		fmt.Println("Running")
		close(running)
		for {
			select {
			case <-ctx.Done():
				w.stop()
				return
			case n := <-w.tasks:
				w.process(n)
			}
		}
	}()
	<-running
	return w
}

func (w *worker) process(n int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	fmt.Println("  task", n)
	time.Sleep(time.Millisecond)
}

// stop releases what the worker holds.
func (w *worker) stop() {
	fmt.Println("Stopping")
	w.mu.Lock()
	defer w.mu.Unlock()
	close(w.tasks)
}

// healthy is the probe: the third one fails.
func healthy(probe int) bool { return probe < 3 }

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	w := start(ctx)
	for probe := 1; ; probe++ {
		if !healthy(probe) {
			fmt.Println("probe", probe, "failed: cancel")
			cancel()
			break
		}
		fmt.Println("probe", probe, "passed: traffic")
		w.tasks <- probe
		time.Sleep(10 * time.Millisecond)
	}
	w.wg.Wait()
	fmt.Println("all workers are gone")
}
