// Package rpc is remote procedure calls on the network inside the program, with the manners of gRPC: services with unary and
// streaming methods, status codes, deadlines that travel with a call, many calls on one connection, Stop and GracefulStop.
// Messages are strings.
package rpc

import (
	"context"
	"errors"
	"io"
	"net"
	"strconv"
	"sync"
	"time"
)

// ErrServerStopped is what Serve returns when the server was stopped before.
var ErrServerStopped = errors.New("rpc: the server has been stopped")

// A UnaryHandler answers one message with one.
type UnaryHandler func(ctx context.Context, request string) (string, error)

// A StreamHandler reads and writes messages until it returns.
type StreamHandler func(stream *ServerStream) error

// A UnaryInterceptor stands before each unary method.
type UnaryInterceptor func(ctx context.Context, method, request string, next UnaryHandler) (string, error)

// A Server answers calls of the clients that connect to its listeners.
type Server struct {
	Interceptor UnaryInterceptor

	mu        sync.Mutex
	changed   *sync.Cond
	unary     map[string]UnaryHandler
	streams   map[string]StreamHandler
	listeners []net.Listener
	conns     []*serverConn
	serving   int  // calls of Serve
	draining  bool // GracefulStop has begun
	stopped   bool // Stop or GracefulStop has begun
}

func NewServer() *Server {
	s := &Server{unary: map[string]UnaryHandler{}, streams: map[string]StreamHandler{}}
	s.changed = sync.NewCond(&s.mu)
	return s
}

// Handle registers a unary method, named "Service/Method".
func (s *Server) Handle(method string, h UnaryHandler) { s.unary[method] = h }

// HandleStream registers a streaming method.
func (s *Server) HandleStream(method string, h StreamHandler) { s.streams[method] = h }

// Serve takes connections until the server is stopped; then it returns nil.
func (s *Server) Serve(l net.Listener) error {
	s.mu.Lock()
	if s.stopped {
		s.mu.Unlock()
		l.Close()
		return ErrServerStopped
	}
	s.listeners = append(s.listeners, l)
	s.serving++
	s.mu.Unlock()
	defer func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.serving--
		s.changed.Broadcast()
	}()
	for {
		conn, err := l.Accept()
		if err != nil {
			s.mu.Lock()
			defer s.mu.Unlock()
			if s.stopped {
				return nil
			}
			return err
		}
		if c := s.add(conn); c != nil {
			go c.serve()
		}
	}
}

// add is nil if the server has stopped meanwhile.
func (s *Server) add(conn net.Conn) *serverConn {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.stopped {
		conn.Close()
		return nil
	}
	c := &serverConn{server: s, wire: newWire(conn), calls: map[int]*ServerStream{}}
	s.conns = append(s.conns, c)
	return c
}

func (s *Server) remove(c *serverConn) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i, known := range s.conns {
		if known == c {
			s.conns = append(s.conns[:i:i], s.conns[i+1:]...)
			break
		}
	}
	s.changed.Broadcast()
}

// stopListening refuses new connections. The lock is held.
func (s *Server) stopListening() {
	s.stopped = true
	for _, l := range s.listeners {
		l.Close()
	}
	s.listeners = nil
}

// Stop closes all listeners and connections at once. Calls that are being answered are cancelled; clients see Unavailable.
// It also ends a GracefulStop that still waits.
func (s *Server) Stop() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.stopListening()
	conns := s.conns
	s.conns = nil
	s.mu.Unlock()
	for _, c := range conns {
		c.close()
	}
	s.mu.Lock()
	for s.serving > 0 {
		s.changed.Wait()
	}
	s.changed.Broadcast()
}

// GracefulStop takes no more connections and calls, and waits until those that are being answered are done.
func (s *Server) GracefulStop() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.stopListening()
	if !s.draining {
		s.draining = true
		conns := s.conns
		s.mu.Unlock()
		for _, c := range conns {
			c.drain()
		}
		s.mu.Lock()
	}
	for s.serving > 0 || len(s.conns) > 0 {
		s.changed.Wait()
	}
}

// A serverConn is a client's connection.
type serverConn struct {
	server   *Server
	wire     *wire
	mu       sync.Mutex
	calls    map[int]*ServerStream
	draining bool
}

// drain tells the client to make no more calls here; the connection is closed after the last one.
func (c *serverConn) drain() {
	c.mu.Lock()
	c.draining = true
	isIdle := len(c.calls) == 0
	c.mu.Unlock()
	c.wire.write(frame{kind: "AWAY"})
	if isIdle {
		c.close()
	}
}

// close cancels all calls.
func (c *serverConn) close() {
	c.wire.conn.Close()
	c.mu.Lock()
	var calls []*ServerStream
	for _, call := range c.calls {
		calls = append(calls, call)
	}
	c.mu.Unlock()
	for _, call := range calls {
		call.cancel()
		call.incoming.end(context.Canceled)
	}
	c.server.remove(c)
}

// serve reads what the client sends until the connection ends.
func (c *serverConn) serve() {
	defer c.close()
	for {
		f, err := c.wire.read()
		if err != nil {
			return
		}
		c.mu.Lock()
		call := c.calls[f.id]
		draining := c.draining
		c.mu.Unlock()
		switch {
		case f.kind == "CALL" && draining:
			c.wire.write(frame{"END", f.id, []string{strconv.Itoa(int(Unavailable))}, "the server is shutting down"})
		case f.kind == "CALL" && len(f.rest) == 2:
			c.begin(f.id, f.rest[0], f.rest[1])
		case call == nil:
		case f.kind == "DATA":
			call.incoming.put(f.text)
		case f.kind == "HALF":
			call.incoming.end(io.EOF)
		case f.kind == "END":
			call.cancel()
			call.incoming.end(context.Canceled)
		}
	}
}

// begin answers a call in a goroutine of its own.
func (c *serverConn) begin(id int, method, deadline string) {
	ctx, cancel := context.WithCancel(context.Background())
	if ns, err := strconv.ParseInt(deadline, 10, 64); err == nil && ns > 0 {
		ctx, cancel = context.WithTimeout(context.Background(), time.Duration(ns))
	}
	call := &ServerStream{conn: c, id: id, method: method, ctx: ctx, cancel: cancel, incoming: newQueue()}
	c.mu.Lock()
	c.calls[id] = call
	c.mu.Unlock()
	go call.answer()
}

// A ServerStream is the server's end of a call.
type ServerStream struct {
	conn     *serverConn
	id       int
	method   string
	ctx      context.Context
	cancel   context.CancelFunc
	incoming *queue
}

// Context is done when the client cancels or is gone, at the call's deadline, and when the server is stopped.
func (s *ServerStream) Context() context.Context { return s.ctx }
func (s *ServerStream) Method() string           { return s.method }

// Recv waits for a message; io.EOF says that the client sends no more.
func (s *ServerStream) Recv() (string, error) { return s.incoming.take() }

func (s *ServerStream) Send(message string) error {
	if err := s.ctx.Err(); err != nil {
		return statusOf(err)
	}
	return s.conn.wire.write(frame{"DATA", s.id, nil, message})
}

func (s *ServerStream) answer() {
	defer s.cancel()
	status := statusOf(s.run())
	s.conn.wire.write(frame{"END", s.id, []string{strconv.Itoa(int(status.Code))}, status.Message})
	s.conn.mu.Lock()
	delete(s.conn.calls, s.id)
	isLast := s.conn.draining && len(s.conn.calls) == 0
	s.conn.mu.Unlock()
	if isLast {
		s.conn.close()
	}
}

func (s *ServerStream) run() error {
	server := s.conn.server
	if h := server.streams[s.method]; h != nil {
		return h(s)
	}
	h := server.unary[s.method]
	if h == nil {
		return Errorf(Unimplemented, "unknown method %s", s.method)
	}
	request, err := s.Recv()
	if err != nil {
		return err
	}
	var response string
	if server.Interceptor != nil {
		response, err = server.Interceptor(s.ctx, s.method, request, h)
	} else {
		response, err = h(s.ctx, request)
	}
	if err != nil {
		return err
	}
	return s.Send(response)
}
