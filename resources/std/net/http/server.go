package http

import (
	"context"
	"errors"
	"log"
	"net"
	"sync"
	"sync/atomic"
	"time"
)

var (
	// ErrServerClosed is what Serve returns after Shutdown or Close.
	ErrServerClosed = errors.New("http: Server closed")
	// ErrAbortHandler, as a handler's panic, ends the connection without a line in the log.
	ErrAbortHandler = errors.New("net/http: abort Handler")
	// ErrBodyNotAllowed is the error of writing a body to an answer that has none.
	ErrBodyNotAllowed = errors.New("http: request method or response status code does not allow body")
	// ErrContentLength is the error of writing more than was announced.
	ErrContentLength = errors.New("http: wrote more than the declared Content-Length")
	// ErrHandlerTimeout is kept for programs that name it.
	ErrHandlerTimeout = errors.New("http: Handler timeout")
)

type contextKey struct{ name string }

func (k *contextKey) String() string { return "net/http context value " + k.name }

var (
	// ServerContextKey leads to the *Server in a request's context, LocalAddrContextKey to its net.Addr.
	ServerContextKey    = &contextKey{"http-server"}
	LocalAddrContextKey = &contextKey{"local-addr"}
)

// A ConnState is what a server does on a connection.
type ConnState int

const (
	StateNew ConnState = iota
	StateActive
	StateIdle
	StateHijacked
	StateClosed
)

var stateNames = []string{"new", "active", "idle", "hijacked", "closed"}

func (c ConnState) String() string { return stateNames[c] }

// A Server answers the requests that come to its listeners.
type Server struct {
	Addr              string
	Handler           Handler
	ReadTimeout       time.Duration
	ReadHeaderTimeout time.Duration
	WriteTimeout      time.Duration
	IdleTimeout       time.Duration
	MaxHeaderBytes    int
	ConnState         func(net.Conn, ConnState)
	ErrorLog          *log.Logger
	BaseContext       func(net.Listener) context.Context
	ConnContext       func(ctx context.Context, c net.Conn) context.Context

	inShutdown    atomic.Bool
	keepAlivesOff atomic.Bool
	mu            sync.Mutex
	listeners     []net.Listener
	conns         []*conn // in the order they were accepted
	onShutdown    []func()
	serving       sync.WaitGroup
}

func (s *Server) logf(format string, args ...any) {
	if s.ErrorLog != nil {
		s.ErrorLog.Printf(format, args...)
	} else {
		log.Printf(format, args...)
	}
}

func (s *Server) shuttingDown() bool { return s.inShutdown.Load() }

func (s *Server) SetKeepAlivesEnabled(v bool) {
	s.keepAlivesOff.Store(!v)
	if !v {
		s.closeIdleConns()
	}
}

func (s *Server) keepsAlive() bool { return !s.keepAlivesOff.Load() && !s.shuttingDown() }

func ListenAndServe(addr string, handler Handler) error {
	return (&Server{Addr: addr, Handler: handler}).ListenAndServe()
}

func Serve(l net.Listener, handler Handler) error { return (&Server{Handler: handler}).Serve(l) }

func (s *Server) ListenAndServe() error {
	if s.shuttingDown() {
		return ErrServerClosed
	}
	addr := s.Addr
	if addr == "" {
		addr = ":http"
	}
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	return s.Serve(l)
}

// Serve accepts connections, each of which gets a goroutine, until the listener fails or the server is shut down.
func (s *Server) Serve(l net.Listener) error {
	defer l.Close()
	if !s.addListener(l) {
		return ErrServerClosed
	}
	defer s.removeListener(l)
	base := context.Background()
	if s.BaseContext != nil {
		if base = s.BaseContext(l); base == nil {
			panic("BaseContext returned a nil context")
		}
	}
	ctx := context.WithValue(base, ServerContextKey, s)
	for {
		rwc, err := l.Accept()
		if err != nil {
			if s.shuttingDown() {
				return ErrServerClosed
			}
			return err
		}
		connCtx := ctx
		if s.ConnContext != nil {
			if connCtx = s.ConnContext(ctx, rwc); connCtx == nil {
				panic("ConnContext returned nil")
			}
		}
		c := &conn{server: s, rwc: rwc}
		c.setState(StateNew)
		go c.serve(connCtx)
	}
}

func (s *Server) addListener(l net.Listener) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.shuttingDown() {
		return false
	}
	s.listeners = append(s.listeners, l)
	s.serving.Add(1)
	return true
}

func (s *Server) removeListener(l net.Listener) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i, other := range s.listeners {
		if other == l {
			s.listeners = append(s.listeners[:i:i], s.listeners[i+1:]...)
			break
		}
	}
	s.serving.Done()
}

func (s *Server) closeListeners() error {
	var first error
	for _, l := range s.listeners {
		if err := l.Close(); err != nil && first == nil {
			first = err
		}
	}
	return first
}

// RegisterOnShutdown has f called, in a goroutine, when Shutdown begins.
func (s *Server) RegisterOnShutdown(f func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.onShutdown = append(s.onShutdown, f)
}

const slowestPoll = 500 * time.Millisecond

// Shutdown takes no more connections, closes those that are idle, and waits until none is active, or until ctx is done.
func (s *Server) Shutdown(ctx context.Context) error {
	s.inShutdown.Store(true)
	s.mu.Lock()
	err := s.closeListeners()
	for _, f := range s.onShutdown {
		go f()
	}
	s.mu.Unlock()
	s.serving.Wait()

	pause := time.Millisecond
	timer := time.NewTimer(pause)
	defer timer.Stop()
	for !s.closeIdleConns() {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-timer.C:
			pause = min(2*pause, slowestPoll)
			timer.Reset(pause)
		}
	}
	return err
}

// Close closes all listeners and connections at once.
func (s *Server) Close() error {
	s.inShutdown.Store(true)
	s.mu.Lock()
	err := s.closeListeners()
	s.mu.Unlock()
	s.serving.Wait()
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, c := range s.conns {
		c.rwc.Close()
	}
	s.conns = nil
	return err
}

const newForLong = 5 * time.Second // a connection without a request for so long counts as idle

// closeIdleConns tells whether no other connections are left.
func (s *Server) closeIdleConns() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	quiescent := true
	var left []*conn
	for _, c := range s.conns {
		isIdle := c.state == StateIdle || c.state == StateNew && time.Since(c.since) >= newForLong
		if isIdle {
			c.rwc.Close()
		} else {
			left = append(left, c)
			quiescent = false
		}
	}
	s.conns = left
	return quiescent
}

// noteState keeps the list of connections, and tells the hook.
func (s *Server) noteState(c *conn, state ConnState) {
	s.mu.Lock()
	c.state, c.since = state, time.Now()
	switch state {
	case StateNew:
		s.conns = append(s.conns, c)
	case StateClosed:
		for i, other := range s.conns {
			if other == c {
				s.conns = append(s.conns[:i:i], s.conns[i+1:]...)
				break
			}
		}
	}
	s.mu.Unlock()
	if s.ConnState != nil {
		s.ConnState(c.rwc, state)
	}
}

func (s *Server) handler() Handler {
	if s.Handler != nil {
		return s.Handler
	}
	return DefaultServeMux
}
