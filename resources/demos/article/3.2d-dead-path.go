// §3.2 Wrong: a Goexit behind a select without default
// Claim: a select that only listens to ctx.Done() never lets the Goexit behind it run: a dead path.
// Look at: the worker is blocked in the select, nobody cancels, and the program dies with a deadlock.
//unwind:profile article-1.25

package main

import (
	"context"
	"fmt"
	"runtime"
)

func leave(ctx context.Context) {
	select {
	case <-ctx.Done():
		return
	}
	runtime.Goexit()
}

func work(ctx context.Context, done chan<- bool) {
	defer close(done)
	fmt.Println("the worker wants to leave")
	leave(ctx)
	fmt.Println("only a cancel brings it here")
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	done := make(chan bool)
	go work(ctx, done)
	<-done
}
