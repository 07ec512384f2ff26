// Package net is a network inside the program: listeners and connections in memory, with the addresses and errors of TCP. Every
// address is on this network; nothing leaves the program. Sending takes no virtual time.
package net

import (
	"context"
	"errors"
	"io"
	"os"
	"strconv"
	"syscall"
	"time"
)

// An Addr is one end of a connection.
type Addr interface {
	Network() string
	String() string
}

// A Conn is a stream of bytes in both directions.
type Conn interface {
	Read(b []byte) (n int, err error)
	Write(b []byte) (n int, err error)
	Close() error
	LocalAddr() Addr
	RemoteAddr() Addr
	SetDeadline(t time.Time) error
	SetReadDeadline(t time.Time) error
	SetWriteDeadline(t time.Time) error
}

// A Listener takes the connections made to its address.
type Listener interface {
	Accept() (Conn, error)
	Close() error
	Addr() Addr
}

// An Error tells whether it was a timeout.
type Error interface {
	error
	Timeout() bool
	Temporary() bool
}

// ErrClosed is what an operation on a closed connection or listener ends with.
var ErrClosed error = errors.New("use of closed network connection")

// An OpError tells which operation failed, between which addresses.
type OpError struct {
	Op     string
	Net    string
	Source Addr
	Addr   Addr
	Err    error
}

func (e *OpError) Error() string {
	if e == nil {
		return "<nil>"
	}
	text := e.Op
	if e.Net != "" {
		text += " " + e.Net
	}
	if e.Source != nil {
		text += " " + e.Source.String()
	}
	if e.Addr != nil {
		if e.Source != nil {
			text += "->"
		} else {
			text += " "
		}
		text += e.Addr.String()
	}
	return text + ": " + e.Err.Error()
}

func (e *OpError) Unwrap() error { return e.Err }

func (e *OpError) Timeout() bool {
	t, ok := e.Err.(interface{ Timeout() bool })
	return ok && t.Timeout() || errors.Is(e.Err, os.ErrDeadlineExceeded)
}

func (e *OpError) Temporary() bool { return e.Timeout() }

// A DNSError is a name that means no host.
type DNSError struct {
	Err        string
	Name       string
	IsNotFound bool
}

func (e *DNSError) Error() string   { return "lookup " + e.Name + ": " + e.Err }
func (e *DNSError) Timeout() bool   { return false }
func (e *DNSError) Temporary() bool { return false }

// An AddrError is an address that can not be read.
type AddrError struct {
	Err  string
	Addr string
}

func (e *AddrError) Error() string   { return "address " + e.Addr + ": " + e.Err }
func (e *AddrError) Timeout() bool   { return false }
func (e *AddrError) Temporary() bool { return false }

// UnknownNetworkError is a network other than TCP.
type UnknownNetworkError string

func (e UnknownNetworkError) Error() string   { return "unknown network " + string(e) }
func (e UnknownNetworkError) Timeout() bool   { return false }
func (e UnknownNetworkError) Temporary() bool { return false }

func checkNetwork(network string) error {
	switch network {
	case "tcp", "tcp4", "tcp6":
		return nil
	}
	return UnknownNetworkError(network)
}

func syscallError(call string, err error) error { return os.NewSyscallError(call, err) }

// Listen takes connections to an address from now on. Port 0 stands for a free one.
func Listen(network, address string) (Listener, error) {
	fail := func(addr Addr, err error) (Listener, error) {
		return nil, &OpError{Op: "listen", Net: network, Addr: addr, Err: err}
	}
	if err := checkNetwork(network); err != nil {
		return fail(nil, err)
	}
	addr, err := ResolveTCPAddr(network, address)
	if err != nil {
		return fail(nil, err)
	}
	l := newListener(addr)
	if !theNetwork.add(l) {
		return fail(addr, syscallError("bind", syscall.EADDRINUSE))
	}
	return l, nil
}

// A Dialer connects, within a time.
type Dialer struct {
	Timeout   time.Duration
	Deadline  time.Time
	LocalAddr Addr
	KeepAlive time.Duration
}

func Dial(network, address string) (Conn, error) { return new(Dialer).Dial(network, address) }

func DialTimeout(network, address string, timeout time.Duration) (Conn, error) {
	return (&Dialer{Timeout: timeout}).Dial(network, address)
}

func (d *Dialer) Dial(network, address string) (Conn, error) {
	return d.DialContext(context.Background(), network, address)
}

// DialContext connects at once: who listens has room for any number of connections that are not yet accepted.
func (d *Dialer) DialContext(ctx context.Context, network, address string) (Conn, error) {
	fail := func(addr Addr, err error) (Conn, error) {
		return nil, &OpError{Op: "dial", Net: network, Addr: addr, Err: err}
	}
	if err := checkNetwork(network); err != nil {
		return fail(nil, err)
	}
	addr, err := ResolveTCPAddr(network, address)
	if err != nil {
		return fail(nil, err)
	}
	if addr.IP == nil || addr.IP.IsUnspecified() {
		addr.IP = loopback()
	}
	if err := ctx.Err(); err != nil {
		if err == context.Canceled {
			err = errCanceled
		}
		return fail(addr, err)
	}
	l := theNetwork.find(addr)
	if l == nil {
		return fail(addr, syscallError("connect", syscall.ECONNREFUSED))
	}
	local := &TCPAddr{IP: loopback(), Port: theNetwork.freePort()}
	near, far := connect(local, addr)
	if !l.offer(far) {
		return fail(addr, syscallError("connect", syscall.ECONNREFUSED))
	}
	return near, nil
}

var errCanceled = errors.New("operation was canceled")

// Pipe is two ends of a connection without addresses. Unlike Go's, it buffers.
func Pipe() (Conn, Conn) {
	a, b := connect(pipeAddr{}, pipeAddr{})
	a.isPipe, b.isPipe = true, true
	return a, b
}

type pipeAddr struct{}

func (pipeAddr) Network() string { return "pipe" }
func (pipeAddr) String() string  { return "pipe" }

// SplitHostPort takes "host:port" or "[host]:port" apart.
func SplitHostPort(hostport string) (host, port string, err error) {
	fail := func(why string) (string, string, error) { return "", "", &AddrError{why, hostport} }
	colon := -1
	for i := 0; i < len(hostport); i++ {
		if hostport[i] == ':' {
			colon = i
		}
	}
	if colon < 0 {
		return fail("missing port in address")
	}
	host, port = hostport[:colon], hostport[colon+1:]
	if len(host) > 1 && host[0] == '[' {
		if host[len(host)-1] != ']' {
			return fail("missing ']' in address")
		}
		return host[1 : len(host)-1], port, nil
	}
	for i := 0; i < len(host); i++ {
		if host[i] == ':' {
			return fail("too many colons in address")
		}
	}
	return host, port, nil
}

// JoinHostPort puts them together.
func JoinHostPort(host, port string) string {
	for i := 0; i < len(host); i++ {
		if host[i] == ':' {
			return "[" + host + "]:" + port
		}
	}
	return host + ":" + port
}

// An IP is four bytes, or sixteen.
type IP []byte

func loopback() IP { return IP{127, 0, 0, 1} }

func IPv4(a, b, c, d byte) IP { return IP{a, b, c, d} }

func (ip IP) IsUnspecified() bool {
	for _, b := range ip {
		if b != 0 {
			return false
		}
	}
	return true
}

func (ip IP) IsLoopback() bool { return len(ip) == 4 && ip[0] == 127 }

func (ip IP) Equal(other IP) bool { return string(ip) == string(other) }

func (ip IP) String() string {
	switch {
	case len(ip) == 0:
		return "<nil>"
	case len(ip) == 4:
		text := ""
		for i, b := range ip {
			if i > 0 {
				text += "."
			}
			text += strconv.Itoa(int(b))
		}
		return text
	}
	return "::"
}

// ParseIP reads "127.0.0.1"; "::" and "::1" are the only addresses of IPv6 on this network.
func ParseIP(s string) IP {
	switch s {
	case "::":
		return make(IP, 16)
	case "::1":
		return loopback()
	}
	ip := make(IP, 0, 4)
	number, digits := 0, 0
	for i := 0; i <= len(s); i++ {
		if i == len(s) || s[i] == '.' {
			if digits == 0 || len(ip) == 4 {
				return nil
			}
			ip = append(ip, byte(number))
			number, digits = 0, 0
			continue
		}
		if s[i] < '0' || s[i] > '9' {
			return nil
		}
		number = number*10 + int(s[i]-'0')
		digits++
		if number > 255 {
			return nil
		}
	}
	if len(ip) != 4 {
		return nil
	}
	return ip
}

// A TCPAddr is an address and a port.
type TCPAddr struct {
	IP   IP
	Port int
	Zone string
}

func (a *TCPAddr) Network() string { return "tcp" }

func (a *TCPAddr) String() string {
	if a == nil {
		return "<nil>"
	}
	host := ""
	if len(a.IP) > 0 {
		host = a.IP.String()
	}
	return JoinHostPort(host, strconv.Itoa(a.Port))
}

var services = map[string]int{"http": 80, "https": 443}

// ResolveTCPAddr reads an address. localhost is the one name that this network knows.
func ResolveTCPAddr(network, address string) (*TCPAddr, error) {
	host, service, err := SplitHostPort(address)
	if err != nil {
		return nil, err
	}
	port, known := services[service]
	if !known {
		port, err = strconv.Atoi(service)
		if err != nil || port < 0 || port > 65535 {
			return nil, &AddrError{"invalid port", service}
		}
	}
	switch host {
	case "":
		return &TCPAddr{IP: make(IP, 16), Port: port}, nil
	case "localhost":
		return &TCPAddr{IP: loopback(), Port: port}, nil
	}
	ip := ParseIP(host)
	if ip == nil {
		return nil, &DNSError{Err: "no such host", Name: host, IsNotFound: true}
	}
	return &TCPAddr{IP: ip, Port: port}, nil
}

var _ io.ReadWriteCloser = (*tcpConn)(nil)
