// §4.2 GracefulStop at SIGTERM
// Claim: at SIGTERM GracefulStop refuses new calls, waits for those in progress and closes the listener; then main may end.
// Look at: the Signal event at 100 ms, the call that goes on behind it, GracefulStop's wait, the late call that is refused.
//unwind:profile article-1.25
//unwind:signal SIGTERM@100ms

package main

import (
	"context"
	"fmt"
	"net"
	"os"
	"os/signal"
	"syscall"
	"time"

	"unwind/rpc"
)

func main() {
	server := rpc.NewServer()
	server.Handle("Report/Build", func(ctx context.Context, name string) (string, error) {
		time.Sleep(300 * time.Millisecond)
		return name + " built", nil
	})
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		fmt.Println(err)
		return
	}
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGTERM, syscall.SIGINT)

	client := rpc.NewClient(l.Addr().String())
	called := make(chan string, 1)
	go func() {
		answer, err := client.Call(context.Background(), "Report/Build", "report 1")
		called <- fmt.Sprintf("%q %v", answer, err)
	}()
	go func() {
		fmt.Println("received", <-signals)
		go func() {
			time.Sleep(50 * time.Millisecond)
			_, err := client.Call(context.Background(), "Report/Build", "report 2")
			fmt.Println("late call:", rpc.CodeOf(err))
		}()
		server.GracefulStop()
		fmt.Println("GracefulStop has returned")
	}()
	fmt.Println("Serve:", server.Serve(l)) // the listener is closed first
	fmt.Println("call in progress:", <-called)
	time.Sleep(50 * time.Millisecond)
	fmt.Println("main ends")
}
