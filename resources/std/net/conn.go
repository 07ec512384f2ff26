package net

import (
	"io"
	"os"
	"sync"
	"syscall"
	"time"
)

const room = 64 << 10 // bytes on their way, before a writer waits

// A notifyList is goroutines waiting for bytes, room or a connection; the machine knows its layout.
type notifyList struct {
	wait, notify uint32
	lock         uintptr
	head, tail   uintptr
}

func notifyAdd(l *notifyList) uint32
func notifyWait(l *notifyList, ticket uint32)
func notifyAll(l *notifyList)

// A gate is a lock and who waits for what it guards to change.
type gate struct {
	sync.Mutex
	waiting notifyList
}

// wait lets others in until the next changed.
func (g *gate) wait() {
	ticket := notifyAdd(&g.waiting)
	g.Unlock()
	notifyWait(&g.waiting, ticket)
	g.Lock()
}

func (g *gate) changed() { notifyAll(&g.waiting) }

// A stream is one direction of a connection.
type stream struct {
	gate
	data       []byte
	ended      bool // the writer has closed
	gone       bool // the reader has closed
	onGone     func()
	readUntil  limit
	writeUntil limit
}

// A limit is a deadline, with the timer that wakes who waits.
type limit struct {
	at    time.Time
	timer *time.Timer
}

func (l *limit) passed() bool { return !l.at.IsZero() && !time.Now().Before(l.at) }

// set changes a limit of g, whose lock is held.
func (l *limit) set(g *gate, at time.Time) {
	l.at = at
	if l.timer != nil {
		l.timer.Stop()
		l.timer = nil
	}
	if !at.IsZero() && !l.passed() {
		l.timer = time.AfterFunc(time.Until(at), func() {
			g.Lock()
			defer g.Unlock()
			g.changed()
		})
	}
	g.changed()
}

// read takes bytes; closed tells whether the reader's own end is closed.
func (s *stream) read(b []byte, isClosed func() bool) (int, error) {
	s.Lock()
	defer s.Unlock()
	for {
		switch {
		case isClosed():
			return 0, ErrClosed
		case s.readUntil.passed():
			return 0, os.ErrDeadlineExceeded
		case len(s.data) > 0 || len(b) == 0:
			n := copy(b, s.data)
			s.data = s.data[n:]
			s.changed()
			return n, nil
		case s.ended:
			return 0, io.EOF
		}
		s.wait()
	}
}

func (s *stream) write(b []byte, isClosed func() bool) (n int, err error) {
	s.Lock()
	defer s.Unlock()
	for {
		switch {
		case isClosed():
			return n, ErrClosed
		case s.writeUntil.passed():
			return n, os.ErrDeadlineExceeded
		case s.gone:
			return n, syscallError("write", syscall.EPIPE)
		}
		if free := room - len(s.data); free > 0 {
			part := b[n:min(len(b), n+free)]
			s.data = append(s.data, part...)
			n += len(part)
			s.changed()
		}
		if n == len(b) {
			return n, nil
		}
		s.wait()
	}
}

// end is called when the writer closes.
func (s *stream) end() {
	s.Lock()
	s.ended = true
	f := s.onGone
	s.onGone = nil
	s.changed()
	s.Unlock()
	if f != nil {
		f()
	}
}

// leave is called when the reader closes.
func (s *stream) leave() {
	s.Lock()
	s.gone = true
	s.data = nil
	s.changed()
	s.Unlock()
}

// A tcpConn is one end of a connection.
type tcpConn struct {
	in, out       *stream
	local, remote Addr
	isPipe        bool
	mu            sync.Mutex
	closed        bool
}

// connect makes both ends of a connection.
func connect(near, far Addr) (*tcpConn, *tcpConn) {
	up, down := new(stream), new(stream)
	return &tcpConn{in: down, out: up, local: near, remote: far}, &tcpConn{in: up, out: down, local: far, remote: near}
}

func (c *tcpConn) isClosed() bool { return c.closed }

func (c *tcpConn) fail(op string, err error) error {
	if c.isPipe && err == ErrClosed {
		return io.ErrClosedPipe
	}
	if err == nil || err == io.EOF {
		return err
	}
	return &OpError{Op: op, Net: c.local.Network(), Source: c.local, Addr: c.remote, Err: err}
}

func (c *tcpConn) Read(b []byte) (int, error) {
	n, err := c.in.read(b, c.isClosed)
	return n, c.fail("read", err)
}

func (c *tcpConn) Write(b []byte) (int, error) {
	n, err := c.out.write(b, c.isClosed)
	return n, c.fail("write", err)
}

func (c *tcpConn) Close() error {
	c.mu.Lock()
	if c.closed {
		c.mu.Unlock()
		return c.fail("close", ErrClosed)
	}
	c.closed = true
	c.mu.Unlock()
	c.SetDeadline(time.Time{})
	c.in.leave()
	c.out.end()
	return nil
}

// CloseWrite ends what this end sends.
func (c *tcpConn) CloseWrite() error {
	c.out.end()
	return nil
}

func (c *tcpConn) LocalAddr() Addr  { return c.local }
func (c *tcpConn) RemoteAddr() Addr { return c.remote }

// OnPeerClosed calls f once the other end is closed, until it is called with nil. A server learns so that its client is gone.
func (c *tcpConn) OnPeerClosed(f func()) {
	c.in.Lock()
	ended := c.in.ended
	c.in.onGone = f
	c.in.Unlock()
	if ended && f != nil {
		f()
	}
}

func (c *tcpConn) SetDeadline(t time.Time) error {
	c.SetReadDeadline(t)
	return c.SetWriteDeadline(t)
}

func (c *tcpConn) SetReadDeadline(t time.Time) error {
	c.in.Lock()
	defer c.in.Unlock()
	c.in.readUntil.set(&c.in.gate, t)
	return nil
}

func (c *tcpConn) SetWriteDeadline(t time.Time) error {
	c.out.Lock()
	defer c.out.Unlock()
	c.out.writeUntil.set(&c.out.gate, t)
	return nil
}

// A tcpListener holds connections until they are accepted.
type tcpListener struct {
	gate
	addr    *TCPAddr
	backlog []*tcpConn
	closed  bool
}

func newListener(addr *TCPAddr) *tcpListener { return &tcpListener{addr: addr} }

func (l *tcpListener) offer(c *tcpConn) bool {
	l.Lock()
	defer l.Unlock()
	if l.closed {
		return false
	}
	l.backlog = append(l.backlog, c)
	l.changed()
	return true
}

func (l *tcpListener) Accept() (Conn, error) {
	l.Lock()
	defer l.Unlock()
	for len(l.backlog) == 0 && !l.closed {
		l.wait()
	}
	if l.closed {
		return nil, &OpError{Op: "accept", Net: "tcp", Addr: l.addr, Err: ErrClosed}
	}
	c := l.backlog[0]
	l.backlog = l.backlog[1:]
	return c, nil
}

// Close refuses new connections; those not yet accepted are closed.
func (l *tcpListener) Close() error {
	l.Lock()
	if l.closed {
		l.Unlock()
		return &OpError{Op: "close", Net: "tcp", Addr: l.addr, Err: ErrClosed}
	}
	l.closed = true
	left := l.backlog
	l.backlog = nil
	l.changed()
	l.Unlock()
	theNetwork.remove(l)
	for _, c := range left {
		c.Close()
	}
	return nil
}

func (l *tcpListener) Addr() Addr { return l.addr }

// theNetwork is who listens where.
var theNetwork = network{byPort: map[int][]*tcpListener{}, lastPort: 32768}

type network struct {
	sync.Mutex
	byPort   map[int][]*tcpListener
	lastPort int
}

func (n *network) freePort() int {
	n.Lock()
	defer n.Unlock()
	return n.nextFree()
}

func (n *network) nextFree() int {
	for {
		n.lastPort++
		if n.lastPort > 65535 {
			n.lastPort = 32769
		}
		if len(n.byPort[n.lastPort]) == 0 {
			return n.lastPort
		}
	}
}

// add is false if the address is taken.
func (n *network) add(l *tcpListener) bool {
	n.Lock()
	defer n.Unlock()
	if l.addr.Port == 0 {
		l.addr.Port = n.nextFree()
	}
	for _, other := range n.byPort[l.addr.Port] {
		if other.addr.IP.IsUnspecified() || l.addr.IP.IsUnspecified() || other.addr.IP.Equal(l.addr.IP) {
			return false
		}
	}
	n.byPort[l.addr.Port] = append(n.byPort[l.addr.Port], l)
	return true
}

func (n *network) remove(l *tcpListener) {
	n.Lock()
	defer n.Unlock()
	list := n.byPort[l.addr.Port]
	for i, other := range list {
		if other == l {
			n.byPort[l.addr.Port] = append(list[:i:i], list[i+1:]...)
			return
		}
	}
}

func (n *network) find(addr *TCPAddr) *tcpListener {
	n.Lock()
	defer n.Unlock()
	for _, l := range n.byPort[addr.Port] {
		if l.addr.IP.IsUnspecified() || l.addr.IP.Equal(addr.IP) {
			return l
		}
	}
	return nil
}
