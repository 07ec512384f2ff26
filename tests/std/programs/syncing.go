package main

import (
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

func main() {
	var mu sync.Mutex
	var wg sync.WaitGroup
	n := 0
	for i := 0; i < 50; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for k := 0; k < 20; k++ {
				mu.Lock()
				n++
				mu.Unlock()
			}
		}()
	}
	wg.Wait()
	fmt.Println(n, mu.TryLock(), mu.TryLock())
	mu.Unlock()

	var rw sync.RWMutex
	rw.RLock()
	fmt.Println(rw.TryRLock(), rw.TryLock())
	rw.RUnlock()
	rw.RUnlock()
	fmt.Println(rw.TryLock(), rw.TryRLock())
	rw.Unlock()
	var order []string
	var om sync.Mutex
	log := func(s string) { om.Lock(); order = append(order, s); om.Unlock() }
	rw.RLock()
	wg.Go(func() { rw.Lock(); log("w"); rw.Unlock() })
	time.Sleep(time.Millisecond)
	wg.Go(func() { rw.RLock(); log("r"); rw.RUnlock() })
	time.Sleep(time.Millisecond)
	log("release")
	rw.RUnlock()
	wg.Wait()
	fmt.Println(order)
	rl := rw.RLocker()
	rl.Lock()
	rl.Unlock()

	var once sync.Once
	for i := 0; i < 3; i++ {
		once.Do(func() { fmt.Println("once") })
	}
	var po sync.Once
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		po.Do(func() { panic("in once") })
	}()
	po.Do(func() { fmt.Println("never") })
	of := sync.OnceFunc(func() { fmt.Println("of"); panic("of panics") })
	for i := 0; i < 2; i++ {
		func() {
			defer func() { fmt.Println("of:", recover()) }()
			of()
		}()
	}

	cond := sync.NewCond(&mu)
	ready := 0
	for i := 0; i < 3; i++ {
		wg.Add(1)
		go func(id int) {
			defer wg.Done()
			mu.Lock()
			for ready == 0 {
				cond.Wait()
			}
			ready--
			mu.Unlock()
		}(i)
	}
	time.Sleep(time.Millisecond)
	mu.Lock()
	ready = 1
	mu.Unlock()
	cond.Signal()
	time.Sleep(time.Millisecond)
	mu.Lock()
	ready = 2
	mu.Unlock()
	cond.Broadcast()
	wg.Wait()
	fmt.Println("cond", ready)

	pool := sync.Pool{New: func() any { return "new" }}
	fmt.Println(pool.Get())
	pool.Put("used")
	fmt.Println(pool.Get(), (&sync.Pool{}).Get())

	var m sync.Map
	m.Store("a", 1)
	fmt.Println(m.Load("a"))
	fmt.Println(m.LoadOrStore("a", 2))
	fmt.Println(m.LoadOrStore("b", 3))
	fmt.Println(m.LoadAndDelete("a"))
	fmt.Println(m.Load("a"))
	fmt.Println(m.Swap("b", 4))
	fmt.Println(m.CompareAndSwap("b", 4, 5), m.CompareAndDelete("b", 4))
	m.Range(func(k, v any) bool { fmt.Println(k, v); return true })
	m.Clear()
	m.Delete("zz")

	var ai atomic.Int64
	var ab atomic.Bool
	var av atomic.Value
	var au uint32
	fmt.Println(ai.Add(5), ai.Load(), ai.Swap(7), ai.CompareAndSwap(7, 8), ai.CompareAndSwap(7, 9), ai.Load(), ai.And(12), ai.Or(3), ai.Load())
	ab.Store(true)
	fmt.Println(ab.Load(), ab.Swap(false), ab.CompareAndSwap(false, true))
	fmt.Println(atomic.AddUint32(&au, ^uint32(0)), atomic.LoadUint32(&au), atomic.CompareAndSwapUint32(&au, 1, 2))
	fmt.Println(av.Load())
	av.Store("x")
	fmt.Println(av.Load(), av.Swap("y"), av.CompareAndSwap("y", "z"), av.Load())
	try := func(f func()) {
		defer func() { fmt.Println(recover()) }()
		f()
	}
	try(func() { av.Store(nil) })
	try(func() { av.Store(1) })
	try(func() { var w sync.WaitGroup; w.Done() })
	try(func() { var w sync.WaitGroup; w.Add(-1) })
	try(func() { var p *atomic.Int32; p.Add(1) })
	try(func() { (&time.Timer{}).Stop() })
	try(func() { time.NewTicker(0) })
	fmt.Println(errors.Is(nil, nil))
}
