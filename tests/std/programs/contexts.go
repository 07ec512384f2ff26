package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

type key string

func main() {
	bg := context.Background()
	fmt.Println(bg, context.TODO(), bg.Done() == nil, bg.Err(), bg.Value("x"))
	ctx, cancel := context.WithCancel(bg)
	child, cc := context.WithCancel(ctx)
	defer cc()
	fmt.Println(ctx.Err(), child.Err(), ctx)
	cancel()
	cancel()
	<-child.Done()
	fmt.Println(ctx.Err(), child.Err(), context.Cause(child), errors.Is(ctx.Err(), context.Canceled))
	born, bc := context.WithCancel(ctx)
	fmt.Println(born.Err())
	bc()

	tctx, tc := context.WithTimeout(bg, 10*time.Millisecond)
	defer tc()
	dl, ok := tctx.Deadline()
	fmt.Println(ok, time.Until(dl) > 0)
	select {
	case <-tctx.Done():
		fmt.Println(tctx.Err(), errors.Is(tctx.Err(), context.DeadlineExceeded))
	case <-time.After(time.Second):
		fmt.Println("late")
	}
	var te interface{ Timeout() bool }
	fmt.Println(errors.As(tctx.Err(), &te), te.Timeout())
	tc()
	fmt.Println(tctx.Err())
	past, pc := context.WithDeadline(bg, time.Now().Add(-time.Second))
	fmt.Println(past.Err())
	pc()
	long, lc := context.WithTimeout(tctx, time.Hour)
	fmt.Println(long.Err())
	lc()

	v := context.WithValue(context.WithValue(bg, key("a"), 1), key("b"), "two")
	fmt.Println(v.Value(key("a")), v.Value(key("b")), v.Value("a"), v.Value(key("c")))
	fmt.Println(context.WithValue(bg, key("k"), "v"))

	cctx, ccause := context.WithCancelCause(bg)
	ccause(errors.New("my cause"))
	fmt.Println(cctx.Err(), context.Cause(cctx))
	wc := context.WithoutCancel(cctx)
	fmt.Println(wc.Err(), wc.Done() == nil, context.Cause(wc), wc)
	dctx, dc := context.WithTimeoutCause(bg, time.Millisecond, errors.New("too slow"))
	<-dctx.Done()
	fmt.Println(dctx.Err(), context.Cause(dctx))
	dc()

	actx, ac := context.WithCancel(bg)
	var wg sync.WaitGroup
	wg.Add(1)
	stop := context.AfterFunc(actx, func() { fmt.Println("after"); wg.Done() })
	ac()
	wg.Wait()
	fmt.Println(stop())
	bctx, bcancel := context.WithCancel(bg)
	stop2 := context.AfterFunc(bctx, func() { fmt.Println("never") })
	fmt.Println(stop2(), stop2())
	bcancel()

	results := make(chan int)
	wctx, wcancel := context.WithCancel(bg)
	for i := 0; i < 3; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for {
				select {
				case <-wctx.Done():
					return
				case results <- i:
				}
			}
		}()
	}
	for i := 0; i < 5; i++ {
		<-results
	}
	wcancel()
	wg.Wait()
	fmt.Println("workers done", wctx.Err())
	for _, f := range []func(){
		func() { context.WithCancel(nil) },
		func() { context.WithValue(bg, nil, 1) },
		func() { context.WithValue(bg, []int{}, 1) },
	} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}
