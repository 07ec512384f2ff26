// A goroutine's uncaught panic after others have ended; results through closures, wait groups, once and mutexes.
package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

type result struct {
	id  int
	err error
}

func safe(id int, f func() error) (r result) {
	r.id = id
	defer func() {
		if v := recover(); v != nil {
			if err, ok := v.(error); ok {
				r.err = fmt.Errorf("job %d: %w", id, err)
			} else {
				r.err = fmt.Errorf("job %d: %v", id, v)
			}
		}
	}()
	r.err = f()
	return r
}

func main() {
	jobs := []func() error{
		func() error { return nil },
		func() error { return errors.New("plain") },
		func() error { panic("text") },
		func() error { var p *result; p.id = 1; return nil },
		func() error { panic(context.Canceled) },
	}
	results := make([]result, len(jobs))
	var wg sync.WaitGroup
	for i, job := range jobs {
		wg.Go(func() { results[i] = safe(i, job) })
	}
	wg.Wait()
	for _, r := range results {
		fmt.Println(r.id, r.err)
	}
	fmt.Println(errors.Is(results[4].err, context.Canceled))

	var n atomic.Int64
	var mu sync.RWMutex
	shared := map[int]int{}
	for i := range 20 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			n.Add(int64(i))
			mu.Lock()
			defer mu.Unlock()
			shared[i%5]++
		}()
	}
	wg.Wait()
	mu.RLock()
	fmt.Println(n.Load(), shared)
	mu.RUnlock()

	start := time.Now()
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer cancel()
	select {
	case <-ctx.Done():
		fmt.Println(ctx.Err(), time.Since(start) >= 20*time.Millisecond)
	case <-time.After(time.Second):
		fmt.Println("too late")
	}
	child, cancelChild := context.WithCancelCause(context.WithValue(context.Background(), "k", "v"))
	cancelChild(errors.New("why"))
	fmt.Println(child.Err(), context.Cause(child), child.Value("k"))

	cond := sync.NewCond(&sync.Mutex{})
	ready := false
	go func() { cond.L.Lock(); ready = true; cond.L.Unlock(); cond.Broadcast() }()
	cond.L.Lock()
	for !ready {
		cond.Wait()
	}
	cond.L.Unlock()

	func() {
		defer func() { fmt.Println(recover()) }()
		var neg sync.WaitGroup
		neg.Done()
	}()

	done := make(chan bool)
	go func() {
		defer close(done)
		defer fmt.Println("worker's deferred call")
		var list []int
		_ = list[3]
	}()
	<-done
	time.Sleep(time.Second)
	fmt.Println("not reached")
}
