// Package http is clients and servers of the web, on the network inside the program (package net): HTTP/1.1 with connections that
// are kept, a goroutine for each connection of a server. There is no HTTP/2, no TLS, no cookies, no files and no proxies.
package http

import (
	"fmt"
	"strings"
)

// A Handler answers requests.
type Handler interface {
	ServeHTTP(ResponseWriter, *Request)
}

// A HandlerFunc is a function that does.
type HandlerFunc func(ResponseWriter, *Request)

func (f HandlerFunc) ServeHTTP(w ResponseWriter, r *Request) { f(w, r) }

// A ResponseWriter is where a handler answers.
type ResponseWriter interface {
	Header() Header
	Write([]byte) (int, error)
	WriteHeader(statusCode int)
}

// A Flusher sends what has been written so far.
type Flusher interface {
	Flush()
}

// Error answers with a code and a text.
func Error(w ResponseWriter, text string, code int) {
	h := w.Header()
	h.Del("Content-Length")
	h.Set("Content-Type", "text/plain; charset=utf-8")
	h.Set("X-Content-Type-Options", "nosniff")
	w.WriteHeader(code)
	fmt.Fprintln(w, text)
}

func NotFound(w ResponseWriter, r *Request) { Error(w, "404 page not found", StatusNotFound) }

func NotFoundHandler() Handler { return HandlerFunc(NotFound) }

// Redirect sends the client elsewhere.
func Redirect(w ResponseWriter, r *Request, address string, code int) {
	h := w.Header()
	_, hasType := h["Content-Type"]
	h.Set("Location", address)
	if !hasType && (r.Method == MethodGet || r.Method == MethodHead) {
		h.Set("Content-Type", "text/html; charset=utf-8")
	}
	w.WriteHeader(code)
	if !hasType && r.Method == MethodGet {
		safe := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\"", "&#34;", "'", "&#39;").Replace(address)
		fmt.Fprintln(w, "<a href=\""+safe+"\">"+StatusText(code)+"</a>.\n")
	}
}

func RedirectHandler(url string, code int) Handler {
	return HandlerFunc(func(w ResponseWriter, r *Request) { Redirect(w, r, url, code) })
}

// StripPrefix hands on requests whose path begins with prefix, without it.
func StripPrefix(prefix string, h Handler) Handler {
	return HandlerFunc(func(w ResponseWriter, r *Request) {
		path := strings.TrimPrefix(r.URL.Path, prefix)
		if prefix != "" && len(path) == len(r.URL.Path) {
			NotFound(w, r)
			return
		}
		shorter := r.WithContext(r.Context())
		u := *r.URL
		u.Path = path
		shorter.URL = &u
		h.ServeHTTP(w, shorter)
	})
}

// DetectContentType tells texts, web pages and other bytes apart.
func DetectContentType(data []byte) string {
	data = data[:min(len(data), 512)]
	start := strings.ToLower(strings.TrimLeft(string(data), "\t\n\f\r "))
	for _, mark := range []string{"<!doctype html", "<html", "<head", "<body", "<p", "<h1", "<div", "<table", "<a", "<title"} {
		if rest := strings.TrimPrefix(start, mark); rest != start && rest != "" && (rest[0] == ' ' || rest[0] == '>') {
			return "text/html; charset=utf-8"
		}
	}
	if strings.HasPrefix(start, "<?xml") {
		return "text/xml; charset=utf-8"
	}
	for _, c := range data {
		if c <= 8 || c == 0xb || 0xe <= c && c <= 0x1a || 0x1c <= c && c <= 0x1f {
			return "application/octet-stream"
		}
	}
	return "text/plain; charset=utf-8"
}
