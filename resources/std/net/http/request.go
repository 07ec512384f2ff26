package http

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"strconv"
	"strings"
)

// A Request is what a client asks of a server.
type Request struct {
	Method           string
	URL              *url.URL
	Proto            string
	ProtoMajor       int
	ProtoMinor       int
	Header           Header
	Body             io.ReadCloser
	GetBody          func() (io.ReadCloser, error)
	ContentLength    int64
	TransferEncoding []string
	Close            bool
	Host             string
	Form             url.Values
	PostForm         url.Values
	RemoteAddr       string
	RequestURI       string
	Pattern          string
	Response         *Response

	ctx    context.Context
	values map[string]string
}

func NewRequest(method, url string, body io.Reader) (*Request, error) {
	return NewRequestWithContext(context.Background(), method, url, body)
}

// NewRequestWithContext makes a request for a client to send.
func NewRequestWithContext(ctx context.Context, method, address string, body io.Reader) (*Request, error) {
	if method == "" {
		method = MethodGet
	}
	if !isToken(method) {
		return nil, fmt.Errorf("net/http: invalid method %q", method)
	}
	if ctx == nil {
		return nil, errors.New("net/http: nil Context")
	}
	u, err := url.Parse(address)
	if err != nil {
		return nil, err
	}
	r := &Request{Method: method, URL: u, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1, Header: make(Header), Host: u.Host, ctx: ctx}
	if body == nil {
		return r, nil
	}
	closer, ok := body.(io.ReadCloser)
	if !ok {
		closer = io.NopCloser(body)
	}
	r.Body = closer
	switch b := body.(type) {
	case *strings.Reader:
		again := *b
		r.setLength(int64(b.Len()), func() io.Reader { copy := again; return &copy })
	case *bytes.Reader:
		again := *b
		r.setLength(int64(b.Len()), func() io.Reader { copy := again; return &copy })
	case *bytes.Buffer:
		text := b.Bytes()
		r.setLength(int64(b.Len()), func() io.Reader { return bytes.NewReader(text) })
	}
	return r, nil
}

// setLength notes the length of a body that can be read more than once.
func (r *Request) setLength(n int64, again func() io.Reader) {
	r.ContentLength = n
	if n == 0 {
		r.Body = NoBody
		r.GetBody = func() (io.ReadCloser, error) { return NoBody, nil }
		return
	}
	r.GetBody = func() (io.ReadCloser, error) { return io.NopCloser(again()), nil }
}

func isToken(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c <= ' ' || c >= 0x7f || strings.IndexByte("()<>@,;:\\\"/[]?={}", c) >= 0 {
			return false
		}
	}
	return s != ""
}

// Context is done when the client has gone away, or when the handler has returned.
func (r *Request) Context() context.Context {
	if r.ctx != nil {
		return r.ctx
	}
	return context.Background()
}

func (r *Request) WithContext(ctx context.Context) *Request {
	if ctx == nil {
		panic("nil context")
	}
	copied := *r
	copied.ctx = ctx
	return &copied
}

func (r *Request) Clone(ctx context.Context) *Request {
	copied := r.WithContext(ctx)
	copied.Header = r.Header.Clone()
	u := *r.URL
	copied.URL = &u
	return copied
}

func (r *Request) UserAgent() string { return r.Header.Get("User-Agent") }
func (r *Request) Referer() string   { return r.Header.Get("Referer") }

func (r *Request) ProtoAtLeast(major, minor int) bool {
	return r.ProtoMajor > major || r.ProtoMajor == major && r.ProtoMinor >= minor
}

// PathValue is what the pattern's wildcard of this name matched.
func (r *Request) PathValue(name string) string { return r.values[name] }

func (r *Request) SetPathValue(name, value string) {
	if r.values == nil {
		r.values = make(map[string]string)
	}
	r.values[name] = value
}

// ParseForm reads the query, and a body that is a form.
func (r *Request) ParseForm() error {
	var err error
	if r.PostForm == nil {
		r.PostForm = make(url.Values)
		kind, _, _ := strings.Cut(r.Header.Get("Content-Type"), ";")
		if r.Body != nil && kind == "application/x-www-form-urlencoded" {
			var text []byte
			if text, err = io.ReadAll(r.Body); err == nil {
				r.PostForm, err = url.ParseQuery(string(text))
			}
		}
	}
	if r.Form == nil {
		r.Form = make(url.Values)
		for key, values := range r.PostForm {
			r.Form[key] = append(r.Form[key], values...)
		}
		if r.URL != nil {
			for key, values := range r.URL.Query() {
				r.Form[key] = append(r.Form[key], values...)
			}
		}
	}
	return err
}

func (r *Request) FormValue(key string) string {
	if r.Form == nil {
		r.ParseForm()
	}
	return r.Form.Get(key)
}

// readRequest reads a request from a connection.
func readRequest(b *bufio.Reader) (*Request, error) {
	line, err := readLine(b)
	if err != nil {
		return nil, err
	}
	method, rest, ok1 := strings.Cut(line, " ")
	uri, proto, ok2 := strings.Cut(rest, " ")
	if !ok1 || !ok2 {
		return nil, badRequest("malformed HTTP request \"" + line + "\"")
	}
	if !isToken(method) {
		return nil, badRequest("invalid method \"" + method + "\"")
	}
	r := &Request{Method: method, RequestURI: uri, Proto: proto, ProtoMajor: 1}
	switch proto {
	case "HTTP/1.1":
		r.ProtoMinor = 1
	case "HTTP/1.0":
	default:
		return nil, badRequest("malformed HTTP version \"" + proto + "\"")
	}
	if r.URL, err = url.ParseRequestURI(uri); err != nil {
		return nil, badRequest("invalid URI")
	}
	if r.Header, err = readHeader(b); err != nil {
		return nil, err
	}
	r.Host = r.Header.Get("Host")
	if r.URL.Host != "" {
		r.Host = r.URL.Host
	}
	r.Header.Del("Host")
	r.Close = r.Header.has("Connection", "close") || r.ProtoMinor == 0 && !r.Header.has("Connection", "keep-alive")
	src, length, err := bodyOf(r.Header, b, true)
	if err != nil {
		return nil, badRequest(err.Error())
	}
	r.ContentLength = length
	r.Body = NoBody
	if src != nil && length != 0 {
		r.Body = &body{src: src}
	}
	if length < 0 {
		r.TransferEncoding = []string{"chunked"}
	}
	return r, nil
}

// A badRequest is answered with 400.
type badRequest string

func (e badRequest) Error() string { return string(e) }

// write sends a request.
func (r *Request) write(w *bufio.Writer) error {
	host := r.Host
	if host == "" {
		host = r.URL.Host
	}
	w.WriteString(r.Method + " " + r.URL.RequestURI() + " HTTP/1.1\r\nHost: " + host + "\r\n")
	agent := "Go-http-client/1.1"
	if _, ok := r.Header["User-Agent"]; ok {
		agent = r.Header.Get("User-Agent")
	}
	if agent != "" {
		w.WriteString("User-Agent: " + agent + "\r\n")
	}
	if r.Close {
		w.WriteString("Connection: close\r\n")
	}
	isChunked := r.Body != nil && r.Body != NoBody && r.ContentLength <= 0
	switch {
	case isChunked:
		w.WriteString("Transfer-Encoding: chunked\r\n")
	case r.ContentLength > 0 || r.Method == MethodPost || r.Method == MethodPut || r.Method == MethodPatch:
		w.WriteString("Content-Length: " + strconv.FormatInt(r.ContentLength, 10) + "\r\n")
	}
	rest := r.Header.Clone()
	for _, key := range []string{"Host", "User-Agent", "Content-Length", "Transfer-Encoding"} {
		rest.Del(key)
	}
	rest.Write(w)
	w.WriteString("\r\n")
	if r.Body != nil {
		defer r.Body.Close()
		if err := r.writeBody(w, isChunked); err != nil {
			return err
		}
	}
	return w.Flush()
}

func (r *Request) writeBody(w *bufio.Writer, isChunked bool) error {
	if isChunked {
		chunks := &chunkedWriter{w}
		if _, err := io.Copy(chunks, r.Body); err != nil {
			return err
		}
		return chunks.Close()
	}
	n, err := io.Copy(w, r.Body)
	if err == nil && n != r.ContentLength {
		err = fmt.Errorf("http: ContentLength=%d with Body length %d", r.ContentLength, n)
	}
	return err
}
