package http

import (
	"bufio"
	"context"
	"errors"
	"net"
	"runtime"
	"time"
)

// A conn is a server's end of a connection.
type conn struct {
	server *Server
	rwc    net.Conn
	r      *bufio.Reader
	w      *bufio.Writer
	state  ConnState // guarded by server.mu, as is since
	since  time.Time
}

func (c *conn) setState(state ConnState) { c.server.noteState(c, state) }

// watchClient calls f when the client goes away.
func (c *conn) watchClient(f func()) {
	if w, ok := c.rwc.(interface{ OnPeerClosed(func()) }); ok {
		w.OnPeerClosed(f)
	}
}

// serve answers one request after the other.
func (c *conn) serve(ctx context.Context) {
	remote := c.rwc.RemoteAddr().String()
	ctx = context.WithValue(ctx, LocalAddrContextKey, c.rwc.LocalAddr())
	defer func() {
		if err := recover(); err != nil && err != ErrAbortHandler {
			stack := make([]byte, 64<<10)
			stack = stack[:runtime.Stack(stack, false)]
			c.server.logf("http: panic serving %v: %v\n%s", remote, err, stack)
		}
		c.rwc.Close()
		c.setState(StateClosed)
	}()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	c.r, c.w = bufio.NewReader(c.rwc), bufio.NewWriter(c.rwc)
	for c.serveOne(ctx) {
		c.setState(StateIdle)
		if !c.server.keepsAlive() || !c.awaitNext() {
			return
		}
	}
}

// awaitNext waits for the first byte of another request.
func (c *conn) awaitNext() bool {
	idle := c.server.IdleTimeout
	if idle == 0 {
		idle = c.server.ReadTimeout
	}
	if idle > 0 {
		c.rwc.SetReadDeadline(time.Now().Add(idle))
	} else {
		c.rwc.SetReadDeadline(time.Time{})
	}
	if _, err := c.r.Peek(1); err != nil {
		return false
	}
	c.rwc.SetReadDeadline(time.Time{})
	return true
}

// setDeadlines begins the times that a request may take.
func (c *conn) setDeadlines() {
	now := time.Now()
	header := c.server.ReadHeaderTimeout
	if header == 0 {
		header = c.server.ReadTimeout
	}
	if header > 0 {
		c.rwc.SetReadDeadline(now.Add(header))
	}
	if c.server.WriteTimeout > 0 {
		c.rwc.SetWriteDeadline(now.Add(c.server.WriteTimeout))
	}
}

// serveOne answers a request and tells whether the connection can take another one.
func (c *conn) serveOne(ctx context.Context) bool {
	c.setDeadlines()
	if _, err := c.r.Peek(1); err != nil {
		return false
	}
	c.setState(StateActive)
	r, err := readRequest(c.r)
	if err != nil {
		c.refuse(err)
		return false
	}
	if c.server.ReadTimeout == 0 {
		c.rwc.SetReadDeadline(time.Time{})
	}
	if r.ProtoAtLeast(1, 1) && r.Host == "" && r.Header["Host"] == nil {
		c.refuse(badRequest("missing required Host header"))
		return false
	}
	r.RemoteAddr = c.rwc.RemoteAddr().String()
	requestCtx, cancel := context.WithCancel(ctx)
	defer cancel()
	r.ctx = requestCtx
	if r.Header.has("Expect", "100-continue") && r.ContentLength != 0 {
		c.w.WriteString("HTTP/1.1 100 Continue\r\n\r\n")
		c.w.Flush()
	}
	c.watchClient(cancel)
	w := newResponse(c, r)
	c.server.handler().ServeHTTP(w, r)
	c.watchClient(nil)
	cancel()
	w.finish()
	return !w.closes
}

// refuse answers what is no request.
func (c *conn) refuse(err error) {
	bad, ok := err.(badRequest)
	if !ok {
		var netErr net.Error
		if errors.As(err, &netErr) {
			return
		}
		bad = ""
	}
	text := "400 Bad Request"
	if bad != "" {
		text += ": " + string(bad)
	}
	c.w.WriteString("HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close\r\n\r\n" + text)
	c.w.Flush()
}
