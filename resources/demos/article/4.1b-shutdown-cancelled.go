// §4.1 Shutdown with the context that was just cancelled
// Claim: cancel() drives Shutdown(ctx), which then waits for active requests to finish.
// Look at: Shutdown answers "context canceled" while the handler is still at work: the context bounds the wait, and it is over.
//unwind:profile article-1.25

package main

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"time"
)

func main() {
	inside, handled := make(chan bool), make(chan bool)
	handler := func(w http.ResponseWriter, r *http.Request) {
		close(inside)
		time.Sleep(200 * time.Millisecond)
		close(handled)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		fmt.Println(err)
		return
	}
	server := &http.Server{Handler: http.HandlerFunc(handler)}
	go server.Serve(l)
	go http.Get("http://" + l.Addr().String())
	<-inside

	ctx, cancel := context.WithCancel(context.Background())
	serverDone := make(chan bool)
	go func() {
		<-serverDone
		cancel() // as the article has it
	}()
	close(serverDone)
	<-ctx.Done()
	fmt.Println("Shutdown:", server.Shutdown(ctx))
	select {
	case <-handled:
		fmt.Println("the request was waited for")
	default:
		fmt.Println("the request is still in progress")
	}
	fmt.Println("Shutdown with a context of its own:", server.Shutdown(context.Background()))
	<-handled
	fmt.Println("the request is finished")
}
