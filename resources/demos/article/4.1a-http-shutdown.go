// §4.1 A web server that shuts down smoothly
// Claim: a goroutine's Goexit sets off the shutdown: no new connections, requests in progress are finished, then all is closed.
// Look at: the States view of the server; its state table, each row measured; the handler's lane, which goes on behind the begin of Shutdown.
//unwind:profile article-1.25

package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"runtime"
	"time"

	"unwind/states"
)

var (
	addr   string
	inside = make(chan bool)      // the slow handler has begun
	answer = make(chan string, 1) // what the slow request got
)

func get(path string) string {
	resp, err := http.Get("http://" + addr + path)
	if err != nil {
		return "refused"
	}
	defer resp.Body.Close()
	body, _ := io.ReadAll(resp.Body)
	return string(body)
}

func port() string {
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return "held"
	}
	l.Close()
	return "free"
}

// row measures what the server does now.
func row(state string) {
	request := "in progress"
	select {
	case text := <-answer:
		request = text
	default:
	}
	fmt.Printf("%-14s %-15s %-12s %s\n", state, get("/quick"), request, port())
}

func main() {
	http.HandleFunc("/quick", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, "accepted") })
	http.HandleFunc("/slow", func(w http.ResponseWriter, r *http.Request) {
		close(inside)
		time.Sleep(300 * time.Millisecond)
		fmt.Fprint(w, "answered")
	})
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		fmt.Println(err)
		return
	}
	addr = l.Addr().String()
	server := &http.Server{}
	state := states.New("server")
	served := make(chan error, 1)
	go func() { served <- server.Serve(l) }()
	go func() { answer <- get("/slow") }()
	<-inside

	fmt.Printf("%-14s %-15s %-12s %s\n", "state", "new connection", "old request", "port")
	state.Enter("running", "Serve")
	row("running")

	serverDone := make(chan bool)
	go func() {
		defer close(serverDone) // runs in the Goexit
		runtime.Goexit()
	}()
	<-serverDone
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	finished := make(chan error, 1)
	go func() { finished <- server.Shutdown(ctx) }()
	fmt.Println("Serve:", <-served)
	state.Enter("shutting down", "Goexit, then Shutdown")
	row("shutting down")
	fmt.Println("Shutdown:", <-finished)
	state.Enter("closed", "no request is left")
	row("closed")
}
