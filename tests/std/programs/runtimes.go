package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
)

func where() string {
	_, file, line, ok := runtime.Caller(1)
	return fmt.Sprint(file[strings.LastIndex(file, "/")+1:], ":", line, ok)
}

type T struct{}

func (T) Name() string {
	pc, _, _, _ := runtime.Caller(0)
	return runtime.FuncForPC(pc).Name()
}

func main() {
	fmt.Println(where(), T{}.Name())
	callers := func() {
		pcs := make([]uintptr, 10)
		n := runtime.Callers(1, pcs)
		frames := runtime.CallersFrames(pcs[:n])
		for {
			f, more := frames.Next()
			if strings.HasPrefix(f.Function, "main.") {
				fmt.Println(f.Function, f.Line)
			}
			if !more {
				break
			}
		}
	}
	callers()
	fmt.Println(runtime.NumGoroutine(), runtime.GOOS, runtime.GOARCH, runtime.Compiler, strings.HasPrefix(runtime.Version(), "go1."))
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		defer fmt.Println("deferred by Goexit", recover())
		runtime.Goexit()
	}()
	wg.Wait()
	runtime.Gosched()
	runtime.GC()
	var ms runtime.MemStats
	runtime.ReadMemStats(&ms)
	fmt.Println(ms.Alloc > 0, ms.TotalAlloc > 0, ms.Mallocs > 0, runtime.GOMAXPROCS(0) > 0, runtime.NumCPU() > 0)
	lines := strings.Split(string(debug.Stack()), "\n")
	fmt.Println(lines[0])
	fmt.Println(strings.HasPrefix(lines[1], "runtime/debug.Stack("), strings.HasPrefix(lines[3], "main.main("))
	fmt.Println(debug.SetGCPercent(50), debug.SetGCPercent(100), debug.SetMaxStack(1<<20))
	var e runtime.Error
	defer func() {
		e, _ = recover().(runtime.Error)
		fmt.Println(e)
		s := string(debug.Stack())
		fmt.Println(strings.Contains(s, "panic("), strings.Contains(s, "main.main.func"))
	}()
	var m map[int]int
	m[1] = 2
}
