package http

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"strings"
	"time"
)

// A RoundTripper sends one request and returns its answer.
type RoundTripper interface {
	RoundTrip(*Request) (*Response, error)
}

// A Response is what a server answered.
type Response struct {
	Status           string
	StatusCode       int
	Proto            string
	ProtoMajor       int
	ProtoMinor       int
	Header           Header
	Body             io.ReadCloser
	ContentLength    int64
	TransferEncoding []string
	Close            bool
	Request          *Request
}

// Location is where a redirect leads.
func (r *Response) Location() (*url.URL, error) {
	to := r.Header.Get("Location")
	if to == "" {
		return nil, ErrNoLocation
	}
	if r.Request != nil && r.Request.URL != nil {
		return r.Request.URL.Parse(to)
	}
	return url.Parse(to)
}

var (
	ErrNoLocation = errors.New("http: no Location header in response")
	// ErrUseLastResponse, from CheckRedirect, has the client return the redirect itself.
	ErrUseLastResponse = errors.New("net/http: use last response")
)

// A Client sends requests and follows redirects.
type Client struct {
	Transport     RoundTripper
	CheckRedirect func(req *Request, via []*Request) error
	Timeout       time.Duration
}

var DefaultClient = &Client{}

func Get(url string) (*Response, error)  { return DefaultClient.Get(url) }
func Head(url string) (*Response, error) { return DefaultClient.Head(url) }

func Post(url, contentType string, body io.Reader) (*Response, error) {
	return DefaultClient.Post(url, contentType, body)
}

func PostForm(url string, data url.Values) (*Response, error) {
	return DefaultClient.PostForm(url, data)
}

func (c *Client) Get(url string) (*Response, error) {
	r, err := NewRequest(MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	return c.Do(r)
}

func (c *Client) Head(url string) (*Response, error) {
	r, err := NewRequest(MethodHead, url, nil)
	if err != nil {
		return nil, err
	}
	return c.Do(r)
}

func (c *Client) Post(url, contentType string, body io.Reader) (*Response, error) {
	r, err := NewRequest(MethodPost, url, body)
	if err != nil {
		return nil, err
	}
	r.Header.Set("Content-Type", contentType)
	return c.Do(r)
}

func (c *Client) PostForm(url string, data url.Values) (*Response, error) {
	return c.Post(url, "application/x-www-form-urlencoded", strings.NewReader(data.Encode()))
}

// CloseIdleConnections closes the connections that are kept for later requests.
func (c *Client) CloseIdleConnections() {
	if t, ok := c.transport().(interface{ CloseIdleConnections() }); ok {
		t.CloseIdleConnections()
	}
}

func (c *Client) transport() RoundTripper {
	if c.Transport != nil {
		return c.Transport
	}
	return DefaultTransport
}

// A timeoutError is that of Client.Timeout.
type timeoutError struct {
	text string
	is   error
}

func (e *timeoutError) Error() string   { return e.text }
func (e *timeoutError) Timeout() bool   { return true }
func (e *timeoutError) Temporary() bool { return true }
func (e *timeoutError) Unwrap() error   { return e.is }

const mostRedirects = 10

// Do sends a request. The answer's body must be closed.
func (c *Client) Do(r *Request) (*Response, error) {
	if r.URL == nil {
		return nil, &url.Error{Op: operation(r.Method), Err: errors.New("http: nil Request.URL")}
	}
	cancel := context.CancelFunc(func() {})
	timed := r
	if c.Timeout > 0 {
		var ctx context.Context
		ctx, cancel = context.WithTimeout(r.Context(), c.Timeout)
		timed = r.WithContext(ctx)
	}
	resp, err := c.follow(timed)
	if err != nil {
		if c.Timeout > 0 && timed.Context().Err() == context.DeadlineExceeded && r.Context().Err() == nil {
			var e *url.Error
			if errors.As(err, &e) {
				e.Err = &timeoutError{e.Err.Error() + " (Client.Timeout exceeded while awaiting headers)", context.DeadlineExceeded}
			}
		}
		cancel()
		return resp, err
	}
	resp.Body = &cancelingBody{resp.Body, cancel, timed.Context(), c.Timeout > 0}
	return resp, nil
}

// A cancelingBody ends the request's own timeout with the body.
type cancelingBody struct {
	io.ReadCloser
	cancel  context.CancelFunc
	ctx     context.Context
	isTimed bool
}

func (b *cancelingBody) Read(p []byte) (int, error) {
	n, err := b.ReadCloser.Read(p)
	if err == io.EOF {
		b.cancel()
	} else if err != nil && b.ctx.Err() != nil {
		err = b.ctx.Err()
		if b.isTimed && err == context.DeadlineExceeded {
			err = &timeoutError{err.Error() + " (Client.Timeout or context cancellation while reading body)", err}
		}
	}
	return n, err
}

func (b *cancelingBody) Close() error {
	err := b.ReadCloser.Close()
	b.cancel()
	return err
}

// operation is how an error names a method: Get.
func operation(method string) string {
	if method == "" {
		return "Get"
	}
	return method[:1] + strings.ToLower(method[1:])
}

// follow sends a request, and what its redirects lead to.
func (c *Client) follow(r *Request) (*Response, error) {
	var via []*Request
	for {
		resp, err := c.transport().RoundTrip(r)
		if err != nil {
			return nil, &url.Error{Op: operation(r.Method), URL: r.URL.String(), Err: err}
		}
		next, err := redirected(r, resp)
		if next == nil || err != nil {
			return resp, err
		}
		via = append(via, r)
		err = c.mayFollow(next, via)
		if err == ErrUseLastResponse {
			return resp, nil
		}
		io.CopyN(io.Discard, resp.Body, 2<<10)
		resp.Body.Close()
		if err != nil {
			return resp, &url.Error{Op: operation(via[0].Method), URL: resp.Header.Get("Location"), Err: err}
		}
		r = next
	}
}

func (c *Client) mayFollow(next *Request, via []*Request) error {
	if c.CheckRedirect != nil {
		return c.CheckRedirect(next, via)
	}
	if len(via) >= mostRedirects {
		return fmt.Errorf("stopped after %d redirects", mostRedirects)
	}
	return nil
}

// redirected is the request that an answer asks for instead, or nil.
func redirected(r *Request, resp *Response) (*Request, error) {
	method := r.Method
	keepsBody := false
	switch resp.StatusCode {
	case StatusMovedPermanently, StatusFound, StatusSeeOther:
		if method != MethodGet && method != MethodHead {
			method = MethodGet
		}
	case StatusTemporaryRedirect, StatusPermanentRedirect:
		keepsBody = true
	default:
		return nil, nil
	}
	if resp.Header.Get("Location") == "" || keepsBody && r.Body != nil && r.GetBody == nil {
		return nil, nil
	}
	to, err := resp.Location()
	if err != nil {
		return nil, &url.Error{Op: operation(r.Method), URL: r.URL.String(), Err: err}
	}
	next, err := NewRequestWithContext(r.Context(), method, to.String(), nil)
	if err != nil {
		return nil, err
	}
	next.Header = r.Header.Clone()
	if keepsBody && r.GetBody != nil {
		if next.Body, err = r.GetBody(); err != nil {
			return nil, err
		}
		next.GetBody, next.ContentLength = r.GetBody, r.ContentLength
	}
	return next, nil
}
