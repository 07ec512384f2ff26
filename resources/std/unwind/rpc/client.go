package rpc

import (
	"context"
	"io"
	"net"
	"strconv"
	"sync"
	"time"
)

// A Client makes calls to one server. It connects with the first call, and again after the server went away.
type Client struct {
	target string
	mu     sync.Mutex
	conn   *clientConn
	closed bool
}

// NewClient makes a client for a server's address.
func NewClient(target string) *Client { return &Client{target: target} }

// Call calls a unary method.
func (c *Client) Call(ctx context.Context, method, request string) (string, error) {
	stream, err := c.Stream(ctx, method)
	if err != nil {
		return "", err
	}
	defer stream.release()
	if err := stream.Send(request); err != nil && err != io.EOF {
		return "", err
	}
	stream.CloseSend()
	response, err := stream.Recv()
	if err == io.EOF {
		return "", Errorf(Internal, "the server sent no response")
	}
	if err != nil {
		return "", err
	}
	if _, err := stream.Recv(); err != io.EOF {
		return "", err
	}
	return response, nil
}

// Stream begins a call of a streaming method.
func (c *Client) Stream(ctx context.Context, method string) (*ClientStream, error) {
	if err := ctx.Err(); err != nil {
		return nil, statusOf(err)
	}
	conn, err := c.connect(ctx)
	if err != nil {
		return nil, err
	}
	return conn.begin(ctx, method)
}

// Close ends the connection. Calls that wait end with Canceled.
func (c *Client) Close() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.closed {
		return Errorf(Canceled, "the client connection is closing")
	}
	c.closed = true
	if c.conn != nil {
		c.conn.fail(Errorf(Canceled, "the client connection is closing"))
		c.conn = nil
	}
	return nil
}

func (c *Client) connect(ctx context.Context) (*clientConn, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.closed {
		return nil, Errorf(Canceled, "the client connection is closing")
	}
	if c.conn != nil && c.conn.takesCalls() {
		return c.conn, nil
	}
	raw, err := new(net.Dialer).DialContext(ctx, "tcp", c.target)
	if err != nil {
		return nil, Errorf(Unavailable, "connection error: desc = %q", "transport: Error while dialing: "+err.Error())
	}
	c.conn = &clientConn{wire: newWire(raw), calls: map[int]*ClientStream{}}
	go c.conn.read()
	return c.conn, nil
}

// A clientConn is a connection to the server.
type clientConn struct {
	wire   *wire
	mu     sync.Mutex
	calls  map[int]*ClientStream
	lastID int
	away   bool // the server takes no more calls
}

func (c *clientConn) takesCalls() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return !c.away
}

func (c *clientConn) begin(ctx context.Context, method string) (*ClientStream, error) {
	deadline := int64(0)
	if at, ok := ctx.Deadline(); ok {
		deadline = max(1, int64(time.Until(at)))
	}
	s := &ClientStream{conn: c, ctx: ctx, incoming: newQueue()}
	c.mu.Lock()
	c.lastID++
	s.id = c.lastID
	c.calls[s.id] = s
	c.mu.Unlock()
	s.stop = context.AfterFunc(ctx, func() {
		c.wire.write(frame{kind: "END", id: s.id})
		s.end(statusOf(ctx.Err()))
	})
	if err := c.wire.write(frame{"CALL", s.id, []string{method, strconv.FormatInt(deadline, 10)}, ""}); err != nil {
		s.release()
		return nil, Errorf(Unavailable, "%v", err)
	}
	return s, nil
}

// read hands on what the server sends until the connection ends.
func (c *clientConn) read() {
	for {
		f, err := c.wire.read()
		if err != nil {
			c.fail(Errorf(Unavailable, "error reading from server: %v", err))
			return
		}
		c.mu.Lock()
		call := c.calls[f.id]
		if f.kind == "AWAY" {
			c.away = true
		}
		c.mu.Unlock()
		switch {
		case call == nil:
		case f.kind == "DATA":
			call.incoming.put(f.text)
		case f.kind == "END" && len(f.rest) == 1:
			code, _ := strconv.Atoi(f.rest[0])
			if Code(code) == OK {
				call.end(io.EOF)
			} else {
				call.end(&Status{Code(code), f.text})
			}
		}
	}
}

// fail ends the connection and all calls on it.
func (c *clientConn) fail(err error) {
	c.wire.conn.Close()
	c.mu.Lock()
	c.away = true
	var calls []*ClientStream
	for id := 1; id <= c.lastID; id++ {
		if call := c.calls[id]; call != nil {
			calls = append(calls, call)
		}
	}
	c.mu.Unlock()
	for _, call := range calls {
		call.end(err)
	}
}

// A ClientStream is the client's end of a call.
type ClientStream struct {
	conn     *clientConn
	id       int
	ctx      context.Context
	stop     func() bool
	incoming *queue
}

func (s *ClientStream) Context() context.Context { return s.ctx }

// Send sends a message; io.EOF says that the call is over, and Recv why.
func (s *ClientStream) Send(message string) error {
	if err := s.conn.wire.write(frame{"DATA", s.id, nil, message}); err != nil {
		return io.EOF
	}
	return nil
}

// CloseSend says that no more messages follow.
func (s *ClientStream) CloseSend() error { return s.conn.wire.write(frame{kind: "HALF", id: s.id}) }

// Recv waits for a message; io.EOF says that the call ended well.
func (s *ClientStream) Recv() (string, error) { return s.incoming.take() }

func (s *ClientStream) end(err error) {
	s.incoming.end(err)
	s.release()
}

func (s *ClientStream) release() {
	if s.stop != nil {
		s.stop()
	}
	s.conn.mu.Lock()
	delete(s.conn.calls, s.id)
	s.conn.mu.Unlock()
}
