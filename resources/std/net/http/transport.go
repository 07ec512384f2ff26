package http

import (
	"bufio"
	"context"
	"errors"
	"io"
	"net"
	"strconv"
	"strings"
	"sync"
	"time"
)

// A Transport keeps connections to hosts for the requests that follow. A request is sent by the goroutine that makes it.
type Transport struct {
	DialContext         func(ctx context.Context, network, addr string) (net.Conn, error)
	DisableKeepAlives   bool
	MaxIdleConns        int
	MaxIdleConnsPerHost int
	IdleConnTimeout     time.Duration

	mu   sync.Mutex
	idle map[string][]*clientConn
}

var DefaultTransport RoundTripper = &Transport{MaxIdleConns: 100, IdleConnTimeout: 90 * time.Second}

const defaultMaxIdleConnsPerHost = 2

// A clientConn is a client's end of a connection.
type clientConn struct {
	t      *Transport
	addr   string
	rwc    net.Conn
	r      *bufio.Reader
	w      *bufio.Writer
	reused bool
	timer  *time.Timer // while it is idle
}

func (t *Transport) RoundTrip(r *Request) (*Response, error) {
	if r.URL.Scheme != "http" {
		r.closeBody()
		if r.URL.Scheme == "" && r.URL.Host == "" {
			return nil, errors.New("unsupported protocol scheme \"\"")
		}
		return nil, errors.New("unsupported protocol scheme \"" + r.URL.Scheme + "\"")
	}
	if r.URL.Host == "" {
		r.closeBody()
		return nil, errors.New("http: no Host in request URL")
	}
	for {
		if err := r.Context().Err(); err != nil {
			r.closeBody()
			return nil, err
		}
		c, err := t.conn(r)
		if err != nil {
			r.closeBody()
			return nil, err
		}
		resp, unanswered, err := c.roundTrip(r)
		if err == nil {
			return resp, nil
		}
		if !unanswered || !c.reused || !r.canRepeat() {
			return nil, err
		}
		if r.GetBody != nil {
			if r.Body, err = r.GetBody(); err != nil {
				return nil, err
			}
		}
	}
}

func (r *Request) closeBody() {
	if r.Body != nil {
		r.Body.Close()
	}
}

// canRepeat tells whether a request may be sent again when the server had closed a kept connection.
func (r *Request) canRepeat() bool {
	hasBody := r.Body != nil && r.Body != NoBody
	switch r.Method {
	case MethodGet, MethodHead, MethodOptions, MethodTrace:
		return !hasBody || r.GetBody != nil
	}
	return false
}

// conn takes a kept connection to the request's host, or makes one.
func (t *Transport) conn(r *Request) (*clientConn, error) {
	addr := r.URL.Host
	if !strings.Contains(addr, ":") {
		addr += ":80"
	}
	t.mu.Lock()
	if kept := t.idle[addr]; len(kept) > 0 {
		c := kept[len(kept)-1]
		t.idle[addr] = kept[:len(kept)-1]
		t.mu.Unlock()
		c.reused = true
		if c.timer != nil {
			c.timer.Stop()
		}
		return c, nil
	}
	t.mu.Unlock()
	dial := t.DialContext
	if dial == nil {
		dial = new(net.Dialer).DialContext
	}
	rwc, err := dial(r.Context(), "tcp", addr)
	if err != nil {
		return nil, err
	}
	return &clientConn{t: t, addr: addr, rwc: rwc, r: bufio.NewReader(rwc), w: bufio.NewWriter(rwc)}, nil
}

// keep puts a connection aside for later, unless there are enough; there it is dropped when the server closes it.
func (t *Transport) keep(c *clientConn) {
	if !t.setAside(c) {
		c.rwc.Close()
	} else if w, ok := c.rwc.(interface{ OnPeerClosed(func()) }); ok {
		w.OnPeerClosed(func() { t.drop(c) })
	}
}

func (t *Transport) setAside(c *clientConn) bool {
	most := t.MaxIdleConnsPerHost
	if most == 0 {
		most = defaultMaxIdleConnsPerHost
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.DisableKeepAlives || most < 0 || len(t.idle[c.addr]) >= most {
		return false
	}
	if t.idle == nil {
		t.idle = make(map[string][]*clientConn)
	}
	t.idle[c.addr] = append(t.idle[c.addr], c)
	if t.IdleConnTimeout > 0 {
		c.timer = time.AfterFunc(t.IdleConnTimeout, func() { t.drop(c) })
	}
	return true
}

// drop closes a connection that nobody has taken.
func (t *Transport) drop(c *clientConn) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for i, other := range t.idle[c.addr] {
		if other == c {
			t.idle[c.addr] = append(t.idle[c.addr][:i:i], t.idle[c.addr][i+1:]...)
			c.rwc.Close()
			return
		}
	}
}

func (t *Transport) CloseIdleConnections() {
	t.mu.Lock()
	idle := t.idle
	t.idle = nil
	t.mu.Unlock()
	for _, list := range idle {
		for _, c := range list {
			c.rwc.Close()
		}
	}
}

// roundTrip sends a request and reads the header of its answer. unanswered: the server closed before it said a word.
func (c *clientConn) roundTrip(r *Request) (resp *Response, unanswered bool, err error) {
	ctx := r.Context()
	stop := context.AfterFunc(ctx, func() { c.rwc.Close() })
	fail := func(err error) (*Response, bool, error) {
		stop()
		c.rwc.Close()
		if ctx.Err() != nil {
			return nil, false, ctx.Err()
		}
		return nil, false, err
	}
	if c.t.DisableKeepAlives {
		r = r.WithContext(ctx)
		r.Close = true
	}
	writeErr := r.write(c.w)
	if _, err := c.r.Peek(1); err != nil {
		if writeErr != nil {
			err = writeErr
		}
		if err == io.EOF && c.reused {
			err = errors.New("http: server closed idle connection")
		}
		_, _, err = fail(err)
		return nil, ctx.Err() == nil, err
	}
	resp, err = readResponse(c.r, r)
	if err != nil {
		return fail(err)
	}
	b := resp.Body.(*body)
	b.onEnd = func(whole bool) {
		if stop() && whole && !resp.Close && !r.Close && writeErr == nil {
			c.t.keep(c)
		} else {
			c.rwc.Close()
		}
	}
	if resp.ContentLength == 0 || r.Method == MethodHead {
		b.sawEOF = true
		b.end(true)
	}
	return resp, false, nil
}

// readResponse reads an answer's header and makes its body.
func readResponse(b *bufio.Reader, r *Request) (*Response, error) {
	for {
		line, err := readLine(b)
		if err != nil {
			return nil, err
		}
		proto, status, ok := strings.Cut(line, " ")
		if !ok || !strings.HasPrefix(proto, "HTTP/1.") {
			return nil, errors.New("malformed HTTP response \"" + line + "\"")
		}
		digits, _, _ := strings.Cut(status, " ")
		code, err := strconv.Atoi(digits)
		if err != nil || len(digits) != 3 {
			return nil, errors.New("malformed HTTP status code \"" + digits + "\"")
		}
		h, err := readHeader(b)
		if err != nil {
			return nil, err
		}
		if code >= 100 && code < 200 && code != StatusSwitchingProtocols {
			continue
		}
		resp := &Response{Status: strings.TrimLeft(status, " "), StatusCode: code, Proto: proto, ProtoMajor: 1, Header: h, Request: r}
		if proto == "HTTP/1.1" {
			resp.ProtoMinor = 1
		}
		return resp, resp.setBody(b, r)
	}
}

func (r *Response) setBody(b *bufio.Reader, request *Request) error {
	r.Close = r.Header.has("Connection", "close") || r.ProtoMinor == 0 && !r.Header.has("Connection", "keep-alive")
	if r.StatusCode == StatusNoContent || r.StatusCode == StatusNotModified {
		r.Body = &body{src: NoBody}
		return nil
	}
	src, length, err := bodyOf(r.Header, b, false)
	if err != nil {
		return err
	}
	switch src.(type) {
	case *chunkedReader:
		r.TransferEncoding = []string{"chunked"}
	case *bufio.Reader:
		r.Close = r.Close || request.Method != MethodHead
	}
	r.ContentLength = length
	r.Body = &body{src: src}
	return nil
}
