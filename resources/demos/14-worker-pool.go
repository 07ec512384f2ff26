// Worker pool with context cancel
// Three workers take jobs until the context is cancelled; each leaves through its deferred calls.

package main

import (
	"context"
	"fmt"
	"sync"
	"time"
)

func worker(ctx context.Context, jobs <-chan int, results chan<- int, wg *sync.WaitGroup) {
	defer wg.Done()
	for {
		select {
		case <-ctx.Done():
			return
		case n := <-jobs:
			time.Sleep(time.Duration(n) * time.Millisecond)
			results <- n * n
		}
	}
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	jobs := make(chan int)
	results := make(chan int, 9)
	var wg sync.WaitGroup
	for range 3 {
		wg.Add(1)
		go worker(ctx, jobs, results, &wg)
	}
	for n := 1; n <= 9; n++ {
		jobs <- n
	}
	sum := 0
	for range 9 {
		sum += <-results
	}
	cancel()
	wg.Wait()
	fmt.Println("sum of squares:", sum)
	fmt.Println("context:", ctx.Err())
}
