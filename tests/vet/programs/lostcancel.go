// Contexts that may never be cancelled: the verdicts are go vet's.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"time"
)

var background = context.Background()

func discarded() {
	ctx, _ := context.WithCancel(background) // want "the cancel function returned by context.WithCancel should be called, not discarded"
	<-ctx.Done()
}

func earlyReturn(fails bool) error {
	ctx, cancel := context.WithTimeout(background, time.Second) // want "the cancel function is not used on all paths"
	if fails {
		return errors.New("no") // want "this return statement may be reached without using the cancel var defined on line 21"
	}
	cancel()
	return ctx.Err()
}

func declared(fails bool) {
	var ctx, stop = context.WithDeadline(background, time.Time{}) // want "the stop function is not used on all paths"
	fmt.Println(ctx.Err())
	if !fails {
		stop()
	}
} // want "this return statement may be reached without using the stop var defined on line 30"

func inLoop(n int) {
	for i := 0; i < n; i++ {
		ctx, cancel := context.WithCancelCause(background) // want "the cancel function is not used on all paths"
		if ctx.Err() != nil {
			continue
		}
		cancel(nil)
	}
} // want "may be reached without using the cancel var defined on line 39"

func inSwitch(n int) {
	ctx, cancel := context.WithCancel(background) // want "the cancel function is not used on all paths"
	switch n {
	case 1:
		cancel()
	case 2:
		fallthrough
	case 3:
		cancel()
	}
	fmt.Println(ctx)
} // want "may be reached without using"

func literal() {
	work := func(fails bool) {
		ctx, cancel := context.WithCancel(background) // want "the cancel function is not used on all paths"
		if fails {
			return // want "may be reached without using"
		}
		fmt.Println(ctx, cancel)
	}
	work(false)
}

func selected(c chan int) {
	ctx, cancel := context.WithCancel(background) // want "the cancel function is not used on all paths"
	select {
	case <-c:
		cancel()
	case <-ctx.Done():
	}
} // want "may be reached without using"

func byGoto(n int) {
	ctx, cancel := context.WithCancel(background) // want "the cancel function is not used on all paths"
	if n > 0 {
		goto done
	}
	cancel()
done:
	fmt.Println(ctx)
} // want "may be reached without using"

// Beyond go vet: Goexit is a way out, too.
func leaves(fails bool) {
	ctx, cancel := context.WithCancel(background) // want "the cancel function is not used on all paths"
	if fails {
		runtime.Goexit() // want "this Goexit may be reached without using the cancel var defined on line 92"
	}
	fmt.Println(ctx, cancel)
}

func leavesProperly() {
	ctx, cancel := context.WithCancel(background)
	defer cancel()
	fmt.Println(ctx)
	runtime.Goexit()
}

func use(cancel context.CancelFunc) bool { return cancel != nil }

// Right ones.

func deferred() error {
	ctx, cancel := context.WithCancel(background)
	defer cancel()
	return ctx.Err()
}

func handedOn() context.CancelFunc {
	_, cancel := context.WithCancel(background)
	return cancel
}

func namedResult() (ctx context.Context, cancel context.CancelFunc) {
	ctx, cancel = context.WithTimeout(background, time.Second)
	return
}

func captured() {
	ctx, cancel := context.WithCancel(background)
	go func() {
		time.Sleep(time.Millisecond)
		cancel()
	}()
	<-ctx.Done()
}

func neverReturns(fails bool) {
	ctx, cancel := context.WithCancel(background)
	if fails {
		panic(ctx)
	}
	if ctx.Err() != nil {
		os.Exit(1)
	}
	if ctx.Value(1) != nil {
		die("no")
	}
	cancel()
}

func die(why string) {
	fmt.Println(why)
	os.Exit(3)
}

func endless() {
	ctx, cancel := context.WithCancel(background)
	for {
		select {
		case <-ctx.Done():
			cancel()
			return
		case <-time.After(time.Millisecond):
		}
	}
}

func rangeOver(list []int) {
	ctx, cancel := context.WithCancel(background)
	for range list {
		if ctx.Err() != nil {
			break
		}
	}
	cancel()
}

var kept context.CancelFunc

func package2() {
	_, kept = context.WithCancel(background)
}

// What a condition mentions counts, whether it is evaluated or not.
func shortCircuit(a bool) {
	ctx, cancel := context.WithCancel(background)
	if a && use(cancel) {
		return
	}
	fmt.Println(ctx)
}

func values() {
	ctx := context.WithValue(background, 1, 2)
	ctx = context.WithoutCancel(ctx)
	fmt.Println(ctx)
}

func main() {
	ctx, cancel := context.WithCancel(background)
	if ctx.Err() != nil {
		return
	}
	cancel()
}
