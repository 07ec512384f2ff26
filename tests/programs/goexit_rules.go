// runtime.Goexit against defer, panic and recover.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func run(name string, f func()) {
	var wg sync.WaitGroup
	wg.Add(1)
	completed := false
	go func() {
		defer wg.Done()
		f()
		completed = true
	}()
	wg.Wait()
	fmt.Println(name, "completed:", completed)
}

func frames() {
	defer fmt.Println("  outer deferred")
	func() {
		defer fmt.Println("  inner deferred, last in")
		defer func() { fmt.Println("  recover:", recover()) }()
		runtime.Goexit()
	}()
	fmt.Println("  not reached")
}

func main() {
	run("plain", frames)
	run("drops panic", func() {
		defer func() { fmt.Println("  after:", recover()) }()
		defer runtime.Goexit()
		panic("dropped")
	})
	run("drops recovered panic", func() {
		defer fmt.Println("  still runs")
		defer func() {
			fmt.Println("  got", recover())
			runtime.Goexit()
		}()
		panic("x")
	})
	run("during normal return", func() {
		func() {
			defer fmt.Println("  remaining")
			defer runtime.Goexit()
		}()
		fmt.Println("  not reached")
	})
	run("panic in deferred call, same call recovers", func() {
		defer fmt.Println("  goes on")
		defer func() {
			defer func() { fmt.Println("  got", recover()) }()
			panic("inner")
		}()
		runtime.Goexit()
	})
	run("panic in deferred call, other deferred call recovers", func() {
		defer func() { fmt.Println("  later sees", recover()) }()
		defer func() { fmt.Println("  got", recover()) }()
		defer func() { panic("inner") }()
		runtime.Goexit()
	})
	run("panic in deferred call, outer frame recovers", func() {
		defer func() { fmt.Println("  last sees", recover()) }()
		func() {
			defer func() { fmt.Println("  got", recover()) }()
			func() {
				defer func() { panic("inner") }()
				runtime.Goexit()
			}()
			fmt.Println("  not reached 1")
		}()
		fmt.Println("  not reached 2")
	})
	run("second Goexit", func() {
		defer fmt.Println("  remaining")
		defer runtime.Goexit()
		runtime.Goexit()
	})
	run("panic after Goexit replaced", func() {
		defer func() { fmt.Println("  got", recover()) }()
		defer func() { panic("two") }()
		defer func() { panic("one") }()
		runtime.Goexit()
	})
	run("goexit in a panic in a goexit", func() {
		defer func() { fmt.Println("  end", recover()) }()
		defer func() {
			defer runtime.Goexit()
			panic("lost")
		}()
		runtime.Goexit()
	})

	var once sync.Once
	run("once", func() { once.Do(func() { runtime.Goexit() }) })
	ran := false
	once.Do(func() { ran = true })
	fmt.Println("once again ran:", ran)

	var mu sync.Mutex
	run("lock released", func() { mu.Lock(); defer mu.Unlock(); runtime.Goexit() })
	fmt.Println("try lock:", mu.TryLock())

	go func() {
		defer fmt.Println("other goroutine ends, none left")
	}()
	defer fmt.Println("main's deferred call")
	runtime.Goexit()
}
