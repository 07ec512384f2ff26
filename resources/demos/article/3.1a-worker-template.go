// §3.1 The worker template as printed
// Claim: a context with a cancel function keeps a worker under control from start to end.
// Look at: how many tasks are done. The printed StartWorker defers its own cancel, so the context is cancelled as soon
// as StartWorker returns, and the worker stops before its first task. 3.1b shows the repaired template.
//unwind:profile article-1.25

package main

import (
	"context"
	"fmt"
	"time"
)

func processTask(ctx context.Context, n int) {
	fmt.Println("task", n)
	time.Sleep(time.Millisecond)
}

func StartWorker(ctx context.Context, name string, done chan<- int) error {
	workerCtx, cancel := context.WithCancel(ctx)
	defer cancel()

	go func() {
		defer cancel()
		tasks := 0
		for {
			select {
			case <-workerCtx.Done():
				fmt.Println(name, "stopped:", workerCtx.Err())
				done <- tasks
				return
			default:
				tasks++
				processTask(workerCtx, tasks)
			}
		}
	}()
	return nil
}

func main() {
	done := make(chan int)
	if err := StartWorker(context.Background(), "worker", done); err != nil {
		fmt.Println(err)
	}
	fmt.Println("tasks done:", <-done)
}
