package http

import (
	"fmt"
	"io"
	"runtime"
	"strconv"
	"strings"
	"time"
)

const (
	gathered    = 2048      // bytes of an answer that are kept back to learn its length
	drainLimit  = 256 << 10 // bytes of a request's body that are read away for the next request
	headerTime  = "Mon, 02 Jan 2006 15:04:05 GMT"
	maxStatus   = 999
	firstStatus = 100
)

// TimeFormat is how times stand in headers.
const TimeFormat = headerTime

// A response gathers an answer. Short ones get a Content-Length, long or flushed ones go out in chunks.
type response struct {
	c        *conn
	r        *Request
	header   Header
	sent     Header // as it was at WriteHeader
	status   int
	wrote    bool // WriteHeader was called
	begun    bool // the header is on its way
	buffer   []byte
	chunks   *chunkedWriter
	declared int64 // Content-Length, or -1
	written  int64
	closes   bool
}

func newResponse(c *conn, r *Request) *response {
	return &response{c: c, r: r, header: make(Header), declared: -1}
}

func (w *response) Header() Header { return w.header }

// caller is who called into this package.
func caller() runtime.Frame {
	pcs := make([]uintptr, 16)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(1, pcs)])
	var frame runtime.Frame
	for {
		next, more := frames.Next()
		if !strings.HasPrefix(next.Function, "net/http.") {
			return next
		}
		frame = next
		if !more {
			return frame
		}
	}
}

func (w *response) WriteHeader(code int) {
	if w.wrote {
		at := caller()
		w.c.server.logf("http: superfluous response.WriteHeader call from %s (%s:%d)", at.Function, base(at.File), at.Line)
		return
	}
	if code < firstStatus || code > maxStatus {
		panic(fmt.Sprintf("invalid WriteHeader code %v", code))
	}
	if code < 200 && code != StatusSwitchingProtocols {
		w.writeStatus(code)
		w.header.Write(w.c.w)
		w.c.w.WriteString("\r\n")
		w.c.w.Flush()
		return
	}
	w.wrote = true
	w.status = code
	w.sent = w.header.Clone()
	if text := w.sent.Get("Content-Length"); text != "" {
		n, err := strconv.ParseInt(text, 10, 64)
		if err == nil && n >= 0 {
			w.declared = n
		} else {
			w.c.server.logf("http: invalid Content-Length of %q", text)
			w.sent.Del("Content-Length")
		}
	}
}

func base(path string) string { return path[strings.LastIndex(path, "/")+1:] }

func (w *response) hasBody() bool {
	return w.status >= 200 && w.status != StatusNoContent && w.status != StatusNotModified
}

func (w *response) Write(p []byte) (int, error) {
	if !w.wrote {
		w.WriteHeader(StatusOK)
	}
	if len(p) == 0 {
		return 0, nil
	}
	if !w.hasBody() {
		return 0, ErrBodyNotAllowed
	}
	w.written += int64(len(p))
	if w.declared >= 0 && w.written > w.declared {
		return 0, ErrContentLength
	}
	if !w.begun && len(w.buffer)+len(p) <= gathered {
		w.buffer = append(w.buffer, p...)
		return len(p), nil
	}
	w.begin(false, p)
	return len(p), w.send(p)
}

func (w *response) WriteString(s string) (int, error) { return w.Write([]byte(s)) }

func (w *response) Flush() {
	if !w.wrote {
		w.WriteHeader(StatusOK)
	}
	w.begin(false, nil)
	w.c.w.Flush()
}

// send writes bytes of the body.
func (w *response) send(p []byte) error {
	if w.r.Method == MethodHead {
		return nil
	}
	var to io.Writer = w.c.w
	if w.chunks != nil {
		to = w.chunks
	}
	_, err := to.Write(p)
	return err
}

func (w *response) writeStatus(code int) {
	text := StatusText(code)
	if text == "" {
		text = "status code " + strconv.Itoa(code)
	}
	proto := "HTTP/1.1"
	if !w.r.ProtoAtLeast(1, 1) {
		proto = "HTTP/1.0"
	}
	w.c.w.WriteString(proto + " " + fmt.Sprintf("%03d", code) + " " + text + "\r\n")
}

// begin sends the header; isWhole: the body is what was gathered. next is what comes behind that.
func (w *response) begin(isWhole bool, next []byte) {
	if w.begun {
		return
	}
	w.begun = true
	h := w.sent
	if isWhole && w.declared < 0 && w.hasBody() && (w.r.Method != MethodHead || len(w.buffer) > 0) {
		w.declared = int64(len(w.buffer))
		h.Set("Content-Length", strconv.FormatInt(w.declared, 10))
	}
	if _, given := h["Content-Type"]; !given && w.hasBody() && len(w.buffer)+len(next) > 0 {
		h.Set("Content-Type", DetectContentType(append(w.buffer[:len(w.buffer):len(w.buffer)], next...)))
	}
	if _, given := h["Date"]; !given {
		h.Set("Date", time.Now().UTC().Format(headerTime))
	}
	w.closes = w.r.Close || h.has("Connection", "close") || !w.c.server.keepsAlive() || !w.bodyIsRead()
	if w.declared < 0 && w.hasBody() && w.r.Method != MethodHead {
		if w.r.ProtoAtLeast(1, 1) {
			h.Set("Transfer-Encoding", "chunked")
			w.chunks = &chunkedWriter{w.c.w}
		} else {
			w.closes = true
		}
	}
	if w.closes && w.r.ProtoAtLeast(1, 1) {
		h.Set("Connection", "close")
	}
	w.writeStatus(w.status)
	h.Write(w.c.w)
	w.c.w.WriteString("\r\n")
	if len(w.buffer) > 0 {
		w.send(w.buffer)
	}
	w.buffer = nil
}

// bodyIsRead reads the rest of the request's body away, unless that is too much.
func (w *response) bodyIsRead() bool {
	b, ok := w.r.Body.(*body)
	return !ok || b.drain(drainLimit)
}

// finish ends the answer when the handler has returned.
func (w *response) finish() {
	if !w.wrote {
		w.WriteHeader(StatusOK)
	}
	w.begin(true, nil)
	if w.chunks != nil {
		w.chunks.Close()
	}
	w.c.w.Flush()
	if w.declared >= 0 && w.written < w.declared && w.r.Method != MethodHead && w.hasBody() {
		w.closes = true // the client waits for bytes that do not come
	}
	w.r.Body.Close()
}
