// §4.2 Goexit of main beside GracefulStop
// Claim: after GracefulStop main should call Goexit or os.Exit(0); a Goexit before that breaks connections off.
// Look at: main is gone, and the call is finished all the same; but a program whose main called Goexit ends in a fatal error.
//unwind:profile article-1.25

package main

import (
	"context"
	"fmt"
	"net"
	"runtime"
	"time"

	"unwind/rpc"
)

func main() {
	defer fmt.Println("main's deferred call")
	begun, stopped := make(chan bool), make(chan bool)
	server := rpc.NewServer()
	server.Handle("Report/Build", func(ctx context.Context, name string) (string, error) {
		close(begun)
		time.Sleep(100 * time.Millisecond)
		return name + " built", ctx.Err()
	})
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		fmt.Println(err)
		return
	}
	go server.Serve(l)
	go func() {
		client := rpc.NewClient(l.Addr().String())
		answer, err := client.Call(context.Background(), "Report/Build", "report")
		<-stopped
		fmt.Printf("call: %q %v\n", answer, err)
		client.Close()
	}()
	<-begun
	go func() {
		server.GracefulStop()
		fmt.Println("GracefulStop has returned")
		close(stopped)
	}()
	time.Sleep(10 * time.Millisecond)
	runtime.Goexit()
}
