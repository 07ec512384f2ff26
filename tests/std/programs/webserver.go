// net/http: server, mux, client.
package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/url"
	"os"
	"strings"
	"sync"
	"time"
)

var base string

func show(resp *http.Response, err error) {
	if err != nil {
		fmt.Println("error:", strings.ReplaceAll(err.Error(), base, "BASE"))
		return
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	fmt.Printf("%s %s %d %v %v %q %v\n", resp.Proto, resp.Status, resp.ContentLength, resp.TransferEncoding,
		resp.Header["Content-Type"], body, err)
}

func routes() *http.ServeMux {
	mux := http.NewServeMux()
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintf(w, "root %s", r.URL.Path) })
	mux.HandleFunc("GET /items/{id}", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, "item %s by %q", r.PathValue("id"), r.Pattern)
	})
	mux.HandleFunc("DELETE /items/{id}", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusNoContent) })
	mux.HandleFunc("GET /items/special", func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, "special") })
	mux.HandleFunc("/tree/", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, "tree ", r.URL.Path) })
	mux.HandleFunc("/files/{path...}", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, "files ", r.PathValue("path")) })
	mux.HandleFunc("/exact/{$}", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, "exact") })
	mux.HandleFunc("POST /echo", func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		fmt.Fprintf(w, "%s %d %q %v", r.Header.Get("Content-Type"), r.ContentLength, body, err)
	})
	mux.HandleFunc("/form", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, r.FormValue("a"), r.FormValue("b"), r.ParseForm(), len(r.Form))
	})
	mux.HandleFunc("/long", func(w http.ResponseWriter, r *http.Request) { w.Write(bytes.Repeat([]byte("0123456789"), 500)) })
	mux.HandleFunc("/flush", func(w http.ResponseWriter, r *http.Request) {
		io.WriteString(w, "first ")
		w.(http.Flusher).Flush()
		io.WriteString(w, "second")
	})
	mux.HandleFunc("/html", func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, "<!DOCTYPE html><p>hi") })
	mux.HandleFunc("/twice", func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusTeapot)
		w.WriteHeader(http.StatusOK)
	})
	mux.HandleFunc("/away", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/tree/x?y=1", http.StatusFound) })
	mux.HandleFunc("/round", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/round", http.StatusFound) })
	mux.HandleFunc("/fail", func(w http.ResponseWriter, r *http.Request) { http.Error(w, "out of order", http.StatusServiceUnavailable) })
	mux.HandleFunc("/panic", func(w http.ResponseWriter, r *http.Request) { panic("handler broke") })
	mux.HandleFunc("/abort", func(w http.ResponseWriter, r *http.Request) { panic(http.ErrAbortHandler) })
	mux.HandleFunc("/slow", func(w http.ResponseWriter, r *http.Request) {
		select {
		case <-r.Context().Done():
			fmt.Println("handler:", r.Context().Err())
			slow.Done()
		case <-time.After(10 * time.Second):
			fmt.Fprint(w, "slow")
		}
	})
	return mux
}

var slow sync.WaitGroup

func requests() {
	get := func(path string) {
		fmt.Print(path, ": ")
		show(http.Get(base + path))
	}
	for _, path := range []string{"/", "/nothing", "/items/7", "/items/special", "/items/7/8", "/tree", "/tree/a/b", "/files/a/b", "/exact/",
		"/exact/x", "/form?a=1&b=x%20y+z", "/long", "/flush", "/html", "/twice", "/away", "/fail", "//tree//a/../b"} {
		get(path)
	}
	show(http.Post(base+"/echo", "text/plain", strings.NewReader("hello")))
	show(http.Post(base+"/echo", "text/plain", io.MultiReader(strings.NewReader("in "), strings.NewReader("chunks"))))
	show(http.Post(base+"/items/7", "text/plain", nil))
	show(http.PostForm(base+"/form", url.Values{"a": {"1 2"}, "b": {"ü&"}}))
	show(http.Head(base + "/long"))
	r, _ := http.NewRequest("DELETE", base+"/items/7", nil)
	show(http.DefaultClient.Do(r))
	get("/round")
	get("/panic")
	get("/abort")
	show(http.Get("ftp://x/"))
	show(http.Get("http://127.0.0.1:1/"))
	_, err := http.NewRequest("bad method", "/", nil)
	fmt.Println(err)
	_, err = http.NewRequest("GET", "http://%zz", nil)
	fmt.Println(err)
}

func cancellations() {
	slow.Add(2)
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Millisecond)
	defer cancel()
	r, _ := http.NewRequestWithContext(ctx, "GET", base+"/slow", nil)
	_, err := http.DefaultClient.Do(r)
	fmt.Println(strings.ReplaceAll(err.Error(), base, "BASE"), errors.Is(err, context.DeadlineExceeded))
	client := &http.Client{Timeout: 30 * time.Millisecond}
	_, err = client.Get(base + "/slow")
	var timeout interface{ Timeout() bool }
	fmt.Println(strings.ReplaceAll(err.Error(), base, "BASE"), errors.As(err, &timeout) && timeout.Timeout())
	slow.Wait()
}

func main() {
	log.SetOutput(io.Discard)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	base = "http://" + l.Addr().String()
	server := &http.Server{Handler: routes()}
	done := make(chan error)
	go func() { done <- server.Serve(l) }()
	requests()
	cancellations()
	fmt.Println(server.Shutdown(context.Background()))
	fmt.Println(<-done, server.ListenAndServe(), server.Serve(l))
	_, err = http.Get(base)
	fmt.Println(strings.Contains(err.Error(), "connection refused"))
	fmt.Println(http.StatusText(418), http.StatusText(999) == "", http.CanonicalHeaderKey("content-TYPE"))
	for _, pattern := range []string{"", "nothing", "/{a}/{a}", "/{$}/x", "/a{b}", "BAD METHOD /"} {
		func() {
			defer func() { fmt.Println(recover() != nil) }()
			http.NewServeMux().Handle(pattern, http.NotFoundHandler())
		}()
	}
	for _, pair := range [][2]string{{"/a", "/a"}, {"/{x}", "/{y}"}, {"GET /a", "/a"}, {"GET /{x}", "/a"}, {"/{x}/b", "/a/{y}"}, {"/a/", "/a/{$}"},
		{"/a/", "/a/{x...}"}, {"h/a", "/a"}, {"h/{x}", "/a"}, {"/a/{x}/", "/a/b"}, {"HEAD /a", "GET /a"}, {"HEAD /{x}", "GET /a"}} {
		func() {
			defer func() { fmt.Println(pair, recover() != nil) }()
			mux := http.NewServeMux()
			mux.Handle(pair[0], http.NotFoundHandler())
			mux.Handle(pair[1], http.NotFoundHandler())
		}()
	}
}
