// unwind/rpc, unwind/metrics, unwind/trace: as real Go runs the same packages.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"strings"
	"sync"
	"time"

	"unwind/metrics"
	"unwind/rpc"
	"unwind/trace"
)

func serve(s *rpc.Server) (addr string, done chan error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	done = make(chan error, 1)
	go func() { done <- s.Serve(l) }()
	return l.Addr().String(), done
}

func greeter(started chan string) *rpc.Server {
	s := rpc.NewServer()
	s.Handle("Greeter/Hello", func(ctx context.Context, name string) (string, error) {
		switch name {
		case "":
			return "", rpc.Errorf(rpc.InvalidArgument, "a name is missing")
		case "nobody":
			return "", errors.New("there is nobody")
		}
		return "hello " + name, nil
	})
	s.Handle("Greeter/Slow", func(ctx context.Context, how string) (string, error) {
		started <- how
		select {
		case <-ctx.Done():
			started <- "slow: " + ctx.Err().Error()
			return "", ctx.Err()
		case <-time.After(100 * time.Millisecond):
			return "slow " + how, nil
		}
	})
	s.HandleStream("Greeter/Chat", func(stream *rpc.ServerStream) error {
		for {
			message, err := stream.Recv()
			if err == io.EOF {
				return nil
			}
			if err != nil {
				return err
			}
			if err := stream.Send(strings.ToUpper(message)); err != nil {
				return err
			}
		}
	})
	return s
}

func calls() {
	s := greeter(nil)
	s.Interceptor = func(ctx context.Context, method, request string, next rpc.UnaryHandler) (string, error) {
		response, err := next(ctx, request)
		fmt.Println("intercepted:", method, rpc.CodeOf(err))
		return response, err
	}
	addr, done := serve(s)
	c := rpc.NewClient(addr)
	for _, name := range []string{"Gopher", "", "nobody", "two\nlines"} {
		answer, err := c.Call(context.Background(), "Greeter/Hello", name)
		fmt.Printf("%q %v\n", answer, err)
	}
	_, err := c.Call(context.Background(), "Greeter/None", "")
	fmt.Println(err)
	stream, err := c.Stream(context.Background(), "Greeter/Chat")
	for _, word := range []string{"a", "b"} {
		stream.Send(word)
		answer, err := stream.Recv()
		fmt.Println(answer, err)
	}
	stream.CloseSend()
	_, err = stream.Recv()
	fmt.Println(err)
	c.Close()
	_, err = c.Call(context.Background(), "Greeter/Hello", "x")
	fmt.Println(err)
	s.Stop()
	fmt.Println(<-done)
	l, _ := net.Listen("tcp", "127.0.0.1:0")
	fmt.Println(s.Serve(l))
}

func deadlines() {
	started := make(chan string, 4)
	s := greeter(started)
	addr, _ := serve(s)
	c := rpc.NewClient(addr)
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer cancel()
	_, err := c.Call(ctx, "Greeter/Slow", "timed")
	fmt.Println(err, <-started, rpc.CodeOf(err), <-started != "")
	ctx, cancel = context.WithCancel(context.Background())
	go func() {
		fmt.Println(<-started)
		cancel()
	}()
	_, err = c.Call(ctx, "Greeter/Slow", "cancelled")
	fmt.Println(err, <-started)
	s.Stop()
}

// stopping calls slowly while the server is stopped.
func stopping(name string, stop func(*rpc.Server)) {
	started := make(chan string, 4)
	s := greeter(started)
	addr, done := serve(s)
	c := rpc.NewClient(addr)
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		answer, err := c.Call(context.Background(), "Greeter/Slow", "call")
		fmt.Printf("%s: %q %v\n", name, answer, err)
	}()
	<-started
	stopped := make(chan bool)
	go func() {
		stop(s)
		close(stopped)
	}()
	time.Sleep(20 * time.Millisecond)
	_, err := c.Call(context.Background(), "Greeter/Hello", "late")
	fmt.Println(name, "late:", rpc.CodeOf(err), strings.Contains(err.Error(), "connection refused"))
	wg.Wait()
	<-stopped
	fmt.Println(name, "stopped:", <-done)
}

func observability() {
	exits := metrics.NewCounterVec("exits_total", "reason")
	exits.With("timeout").Inc()
	exits.With("signal").Add(2)
	exits.With("timeout").Inc()
	plain := metrics.NewCounter("a_total")
	plain.Inc()
	metrics.WriteText(os.Stdout)
	fmt.Println(exits.With("timeout").Value(), plain.Value())
	func() {
		defer func() { fmt.Println(recover()) }()
		exits.With("a", "b")
	}()
	ctx, parent := trace.Start(context.Background(), "parent", trace.String("k", "v"))
	_, child := trace.Start(ctx, "child")
	child.RecordError(errors.New("broke"))
	child.End()
	parent.Set(trace.Int("n", 7))
	parent.End()
	fmt.Println(trace.FromContext(ctx) == parent, trace.FromContext(context.Background()) == nil)
}

func main() {
	calls()
	deadlines()
	stopping("graceful", func(s *rpc.Server) { s.GracefulStop() })
	stopping("at once", func(s *rpc.Server) { s.Stop() })
	stopping("both", func(s *rpc.Server) {
		go func() {
			time.Sleep(40 * time.Millisecond)
			s.Stop()
		}()
		s.GracefulStop()
	})
	observability()
}
