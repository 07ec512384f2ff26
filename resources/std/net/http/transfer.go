package http

import (
	"bufio"
	"errors"
	"io"
	"strconv"
	"strings"
	"sync"
)

// ErrBodyReadAfterClose is the error of reading a body that has been closed.
var ErrBodyReadAfterClose = errors.New("http: invalid Read on closed Body")

// NoBody has no bytes.
var NoBody = noBody{}

type noBody struct{}

func (noBody) Read([]byte) (int, error) { return 0, io.EOF }
func (noBody) Close() error             { return nil }

// A body reads what belongs to one message from its connection.
type body struct {
	mu     sync.Mutex
	src    io.Reader
	closed bool
	sawEOF bool
	onEnd  func(whole bool) // once: at the end, or when it is closed before
}

func (b *body) Read(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.closed {
		return 0, ErrBodyReadAfterClose
	}
	if b.sawEOF {
		return 0, io.EOF
	}
	n, err := b.src.Read(p)
	if err != nil {
		b.sawEOF = err == io.EOF
		b.end(err == io.EOF)
	}
	return n, err
}

func (b *body) Close() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if !b.closed {
		b.closed = true
		b.end(b.sawEOF)
	}
	return nil
}

func (b *body) end(whole bool) {
	if f := b.onEnd; f != nil {
		b.onEnd = nil
		f(whole)
	}
}

// drain reads what is left, up to a limit, so that the connection can be used again.
func (b *body) drain(limit int64) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.sawEOF {
		return true
	}
	_, err := io.CopyN(io.Discard, b.src, limit)
	b.sawEOF = err == io.EOF
	return b.sawEOF
}

// An exactReader reads n bytes; fewer are an error.
type exactReader struct {
	r io.Reader
	n int64
}

func (e *exactReader) Read(p []byte) (int, error) {
	if e.n == 0 {
		return 0, io.EOF
	}
	if int64(len(p)) > e.n {
		p = p[:e.n]
	}
	n, err := e.r.Read(p)
	e.n -= int64(n)
	if err == io.EOF && e.n > 0 {
		err = io.ErrUnexpectedEOF
	}
	if err == nil && e.n == 0 {
		err = io.EOF
	}
	return n, err
}

// A chunkedReader reads chunks: each a length in hexadecimal and so many bytes; one of length 0 is the end.
type chunkedReader struct {
	r    *bufio.Reader
	left int64
	err  error
	open bool // within a chunk, whose line end is still to come
}

func (c *chunkedReader) Read(p []byte) (int, error) {
	if c.err == nil && c.left == 0 {
		c.next()
	}
	if c.err != nil {
		return 0, c.err
	}
	if int64(len(p)) > c.left {
		p = p[:c.left]
	}
	n, err := c.r.Read(p)
	c.left -= int64(n)
	if err != nil {
		if err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		c.err = err
	}
	return n, err
}

func (c *chunkedReader) next() {
	if c.open {
		if _, c.err = readLine(c.r); c.err != nil {
			return
		}
	}
	var line string
	if line, c.err = readLine(c.r); c.err != nil {
		if c.err == io.EOF {
			c.err = io.ErrUnexpectedEOF
		}
		return
	}
	size, _, _ := strings.Cut(line, ";")
	if c.left, c.err = strconv.ParseInt(strings.TrimSpace(size), 16, 63); c.err != nil {
		c.err = errors.New("invalid byte in chunk length")
		return
	}
	c.open = true
	if c.left == 0 {
		if _, c.err = readHeader(c.r); c.err == nil {
			c.err = io.EOF
		}
	}
}

// A chunkedWriter writes each Write as a chunk.
type chunkedWriter struct {
	w *bufio.Writer
}

func (c *chunkedWriter) Write(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	c.w.WriteString(strconv.FormatInt(int64(len(p)), 16) + "\r\n")
	n, err := c.w.Write(p)
	if err == nil {
		_, err = c.w.WriteString("\r\n")
	}
	return n, err
}

func (c *chunkedWriter) Close() error {
	_, err := c.w.WriteString("0\r\n\r\n")
	return err
}

// bodyOf makes the reader of a message's body. length is -1 when only its end tells.
func bodyOf(h Header, r *bufio.Reader, isRequest bool) (io.Reader, int64, error) {
	if h.has("Transfer-Encoding", "chunked") {
		h.Del("Transfer-Encoding")
		h.Del("Content-Length")
		return &chunkedReader{r: r}, -1, nil
	}
	if text := h.Get("Content-Length"); text != "" {
		n, err := strconv.ParseInt(text, 10, 63)
		if err != nil || n < 0 {
			return nil, 0, errors.New("bad Content-Length \"" + text + "\"")
		}
		return &exactReader{r, n}, n, nil
	}
	if isRequest {
		return nil, 0, nil
	}
	return r, -1, nil
}
