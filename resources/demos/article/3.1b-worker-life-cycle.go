// §3.1 The life of a worker
// Claim: Running from the go statement, Stopping at ctx.Done(), Stopped at WaitGroup.Done(); a failed probe starts the way out.
// Look at: the States view: the worker's three states, the service's health flow, and why each change was made.
//unwind:profile article-1.25

package main

import (
	"context"
	"fmt"
	"sync"
	"time"

	"unwind/states"
)

type worker struct {
	wg    sync.WaitGroup
	mu    sync.Mutex
	tasks chan int
	state *states.Machine
}

func start(ctx context.Context) *worker {
	w := &worker{tasks: make(chan int, 4), state: states.New("worker")}
	w.wg.Add(1)
	running := make(chan bool)
	go func() {
		defer w.wg.Done()
		defer w.enter("Stopped", "cancel() is done")
		w.enter("Running", "go statement")
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

func (w *worker) enter(state, cause string) {
	fmt.Println(state)
	w.state.Enter(state, cause)
}

// stop releases what the worker holds.
func (w *worker) stop() {
	w.enter("Stopping", "ctx.Done()")
	w.mu.Lock()
	defer w.mu.Unlock()
	close(w.tasks)
}

// healthy is the probe: the third one fails.
func healthy(probe int) bool { return probe < 3 }

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	service := states.New("service")
	service.Enter("start", "main")
	w := start(ctx)
	for probe := 1; ; probe++ {
		service.Enter("probe", "is it healthy?")
		if !healthy(probe) {
			fmt.Println("probe", probe, "failed: cancel")
			service.Enter("cancel", "no")
			cancel()
			break
		}
		fmt.Println("probe", probe, "passed: traffic")
		service.Enter("traffic", "yes")
		w.tasks <- probe
		time.Sleep(10 * time.Millisecond)
	}
	service.Enter("wait", "WaitGroup")
	w.wg.Wait()
	fmt.Println("all workers are gone")
}
