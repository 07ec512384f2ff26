// §4.3 A worker that can be interrupted
// Claim: RUNNING, INTERRUPTING at the signal: no new unit, the current one is finished, checkpoint saved; then INTERRUPTED.
// Look at: the worker's lane between the interrupt at 35 ms and its end; the second worker, which begins at the checkpoint.
//unwind:profile article-1.25

package main

import (
	"fmt"
	"time"
)

// An interruptContext is what a task sees of its interruption.
type interruptContext struct {
	signal   chan bool
	deadline time.Duration // from the signal to the end
	store    *int          // the checkpoint: units that are done
}

func (c *interruptContext) isInterrupted() bool {
	select {
	case <-c.signal:
		return true
	default:
		return false
	}
}

// checkpoint saves the progress.
func (c *interruptContext) checkpoint(done int) {
	time.Sleep(2 * time.Millisecond)
	*c.store = done
}

func state(worker int, text string) { fmt.Printf("worker %d: %s\n", worker, text) }

// execute does the units behind the checkpoint, and tells whether it did them all.
func execute(worker, units int, ctx *interruptContext) bool {
	state(worker, fmt.Sprint("RUNNING from unit ", *ctx.store+1))
	for unit := *ctx.store + 1; unit <= units; unit++ {
		time.Sleep(10 * time.Millisecond)
		fmt.Println("  unit", unit, "done")
		if ctx.isInterrupted() {
			state(worker, "INTERRUPTING")
			ctx.checkpoint(unit)
			state(worker, "INTERRUPTED")
			return false
		}
	}
	ctx.checkpoint(units)
	state(worker, "DONE")
	return true
}

func main() {
	progress := 0
	ctx := &interruptContext{make(chan bool), 20 * time.Millisecond, &progress}
	ended := make(chan bool)
	go func() {
		defer close(ended)
		execute(1, 6, ctx)
	}()
	time.Sleep(35 * time.Millisecond)
	fmt.Println("the coordinator interrupts")
	close(ctx.signal)
	select {
	case <-ended:
		fmt.Println("within the deadline, checkpoint at", progress)
	case <-time.After(ctx.deadline):
		fmt.Println("the deadline has passed")
	}
	fmt.Println("all done:", execute(2, 6, &interruptContext{make(chan bool), 0, &progress}))
}
