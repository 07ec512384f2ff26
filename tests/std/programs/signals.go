// os/signal, os.Signal, syscall: signals that the program sends to itself.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"runtime"
	"syscall"
	"time"
)

func send(sig syscall.Signal) {
	if err := syscall.Kill(syscall.Getpid(), sig); err != nil {
		fmt.Println("kill:", err)
	}
}

func main() {
	fmt.Println(os.Interrupt, os.Kill, syscall.SIGTERM, syscall.Signal(40), syscall.SIGUSR1)
	fmt.Printf("%T %d %v\n", os.Interrupt, os.Interrupt, os.Interrupt == syscall.SIGINT)

	before := runtime.NumGoroutine()
	both := make(chan os.Signal, 2)
	only := make(chan os.Signal, 1)
	signal.Notify(both, syscall.SIGTERM, os.Interrupt)
	signal.Notify(only, os.Interrupt)
	fmt.Println("goroutines more:", runtime.NumGoroutine()-before)
	send(syscall.SIGTERM)
	fmt.Println("both:", <-both)
	send(syscall.SIGINT)
	fmt.Println("both:", <-both, "only:", <-only)
	fmt.Println(len(both), len(only))

	signal.Stop(only)
	send(syscall.SIGINT)
	fmt.Println("both:", <-both)
	select {
	case s := <-only:
		fmt.Println("stopped channel got", s)
	case <-time.After(20 * time.Millisecond):
		fmt.Println("only: nothing")
	}

	narrow := make(chan os.Signal, 1) // has room for one only
	signal.Notify(narrow, syscall.SIGUSR1)
	send(syscall.SIGUSR1)
	time.Sleep(10 * time.Millisecond)
	send(syscall.SIGUSR1)
	time.Sleep(10 * time.Millisecond)
	fmt.Println("narrow:", <-narrow, len(narrow))

	fmt.Println(signal.Ignored(syscall.SIGHUP), signal.Ignored(syscall.SIGTERM))
	signal.Ignore(syscall.SIGHUP)
	fmt.Println(signal.Ignored(syscall.SIGHUP))
	send(syscall.SIGHUP)
	time.Sleep(10 * time.Millisecond)
	fmt.Println("SIGHUP ignored")
	signal.Reset(syscall.SIGHUP)
	fmt.Println(signal.Ignored(syscall.SIGHUP))
	send(syscall.SIGWINCH)
	send(syscall.SIGUSR2)
	time.Sleep(10 * time.Millisecond)
	fmt.Println("no effect by default")

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	fmt.Println(ctx, ctx.Err())
	process, err := os.FindProcess(os.Getpid())
	fmt.Println(err, process.Signal(syscall.SIGTERM))
	<-ctx.Done()
	fmt.Println(ctx.Err())
	stop()
	func() {
		defer func() { fmt.Println(recover()) }()
		signal.Notify(nil)
	}()

	defer fmt.Println("deferred: not printed")
	signal.Reset()
	send(syscall.SIGTERM)
	time.Sleep(time.Second)
	fmt.Println("not reached")
}
