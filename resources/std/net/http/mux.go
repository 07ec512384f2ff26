package http

import (
	"fmt"
	"sort"
	"strings"
	"sync"
)

// A ServeMux hands requests to the handler whose pattern fits best: "[METHOD ][HOST]/PATH", where {name} stands for a part of the
// path, {name...} for all that is left, {$} for its end, and a slash at the end for everything below.
type ServeMux struct {
	mu       sync.RWMutex
	patterns []*pattern
}

var DefaultServeMux = NewServeMux()

func NewServeMux() *ServeMux { return new(ServeMux) }

func Handle(pattern string, handler Handler) { DefaultServeMux.Handle(pattern, handler) }

func HandleFunc(pattern string, handler func(ResponseWriter, *Request)) {
	DefaultServeMux.HandleFunc(pattern, handler)
}

func (mux *ServeMux) HandleFunc(pattern string, handler func(ResponseWriter, *Request)) {
	if handler == nil {
		panic("http: nil handler")
	}
	mux.Handle(pattern, HandlerFunc(handler))
}

func (mux *ServeMux) Handle(text string, handler Handler) {
	if text == "" {
		panic("http: invalid pattern")
	}
	if handler == nil {
		panic("http: nil handler")
	}
	p, err := parsePattern(text)
	if err != "" {
		panic(fmt.Sprintf("parsing %q: %s", text, err))
	}
	p.handler = handler
	at := caller()
	p.place = fmt.Sprintf("%s:%d", at.File, at.Line)
	mux.mu.Lock()
	defer mux.mu.Unlock()
	for _, q := range mux.patterns {
		switch p.compare(q) {
		case same:
			panic(fmt.Sprintf("pattern %q (registered at %s) conflicts with pattern %q (registered at %s):\n%s matches the same requests as %s",
				text, p.place, q.text, q.place, text, q.text))
		case some:
			panic(fmt.Sprintf("pattern %q (registered at %s) conflicts with pattern %q (registered at %s):\n"+
				"%s and %s both match some requests, and neither is more specific", text, p.place, q.text, q.place, text, q.text))
		}
	}
	mux.patterns = append(mux.patterns, p)
}

func (mux *ServeMux) ServeHTTP(w ResponseWriter, r *Request) {
	if r.RequestURI == "*" {
		w.Header().Set("Connection", "close")
		w.WriteHeader(StatusBadRequest)
		return
	}
	h, pattern, values := mux.find(r)
	r.Pattern = pattern
	r.values = values
	h.ServeHTTP(w, r)
}

// Handler is who would answer a request, and the pattern that chose it.
func (mux *ServeMux) Handler(r *Request) (h Handler, pattern string) {
	h, pattern, _ = mux.find(r)
	return h, pattern
}

func (mux *ServeMux) find(r *Request) (Handler, string, map[string]string) {
	path := cleanPath(r.URL.Path)
	host := r.Host
	if colon := strings.LastIndex(host, ":"); colon >= 0 {
		host = host[:colon]
	}
	best, values := mux.match(r.Method, host, path)
	if !strings.HasSuffix(path, "/") && !best.isExactly(path) {
		if slashed, _ := mux.match(r.Method, host, path+"/"); slashed.isExactly(path + "/") {
			return RedirectHandler(withQuery(path+"/", r.URL.RawQuery), StatusMovedPermanently), slashed.text, nil
		}
	}
	if best == nil {
		if allowed := mux.methods(host, path); len(allowed) > 0 {
			return HandlerFunc(func(w ResponseWriter, r *Request) {
				w.Header().Set("Allow", strings.Join(allowed, ", "))
				Error(w, StatusText(StatusMethodNotAllowed), StatusMethodNotAllowed)
			}), "", nil
		}
		return NotFoundHandler(), "", nil
	}
	if path != r.URL.Path && r.Method != MethodConnect {
		return RedirectHandler(withQuery(path, r.URL.RawQuery), StatusMovedPermanently), best.text, nil
	}
	return best.handler, best.text, values
}

func withQuery(path, query string) string {
	if query == "" {
		return path
	}
	return path + "?" + query
}

func (mux *ServeMux) match(method, host, path string) (best *pattern, values map[string]string) {
	mux.mu.RLock()
	defer mux.mu.RUnlock()
	for _, p := range mux.patterns {
		if !p.takesMethod(method) || p.host != "" && p.host != host {
			continue
		}
		if found, ok := p.match(path); ok && (best == nil || p.compare(best) == fewer) {
			best, values = p, found
		}
	}
	return best, values
}

// methods are those that would be answered at a path.
func (mux *ServeMux) methods(host, path string) []string {
	mux.mu.RLock()
	defer mux.mu.RUnlock()
	seen := map[string]bool{}
	for _, p := range mux.patterns {
		if _, ok := p.match(path); ok && p.method != "" && (p.host == "" || p.host == host) {
			seen[p.method] = true
			if p.method == MethodGet {
				seen[MethodHead] = true
			}
		}
	}
	var list []string
	for method := range seen {
		list = append(list, method)
	}
	sort.Strings(list)
	return list
}

// cleanPath takes empty parts, . and .. away.
func cleanPath(path string) string {
	if path == "" {
		return "/"
	}
	var parts []string
	for _, part := range strings.Split(path, "/") {
		switch part {
		case "", ".":
		case "..":
			if len(parts) > 0 {
				parts = parts[:len(parts)-1]
			}
		default:
			parts = append(parts, part)
		}
	}
	clean := "/" + strings.Join(parts, "/")
	if strings.HasSuffix(path, "/") && clean != "/" {
		clean += "/"
	}
	return clean
}

// A pattern is what a handler was registered with.
type pattern struct {
	text, method, host string
	parts              []part
	place              string // where it was registered
	handler            Handler
}

// isExactly tells whether a path that fits is not merely somewhere below the pattern.
func (p *pattern) isExactly(path string) bool {
	if p == nil || !p.parts[len(p.parts)-1].isMulti {
		return p != nil
	}
	return strings.HasSuffix(path, "/") && len(p.parts) == strings.Count(path, "/")
}

// A part of a path: a word, {name} or {name...}. A slash at the end is a {...} without name, {$} an empty word.
type part struct {
	word    string
	isWild  bool
	isMulti bool
}

// parsePattern also tells what is wrong with it.
func parsePattern(text string) (*pattern, string) {
	p := &pattern{text: text}
	rest := text
	if space := strings.IndexAny(text, " \t"); space >= 0 {
		p.method, rest = text[:space], strings.TrimLeft(text[space:], " \t")
		if !isToken(p.method) {
			return nil, "at offset 0: invalid method \"" + p.method + "\""
		}
	}
	slash := strings.Index(rest, "/")
	if slash < 0 {
		return nil, "at offset 0: host/path missing /"
	}
	p.host, rest = rest[:slash], rest[slash+1:]
	names := map[string]bool{}
	for more := true; more; {
		var word string
		word, rest, more = strings.Cut(rest, "/")
		switch {
		case word == "" && !more:
			p.parts = append(p.parts, part{"", true, true})
		case word == "{$}":
			if more {
				return nil, "{$} not at end"
			}
			p.parts = append(p.parts, part{})
		case strings.HasPrefix(word, "{") && strings.HasSuffix(word, "}"):
			name := word[1 : len(word)-1]
			short := strings.TrimSuffix(name, "...")
			isMulti := short != name
			if short == "" {
				return nil, "empty wildcard"
			}
			if isMulti && more {
				return nil, "{...} wildcard not at end"
			}
			if names[short] {
				return nil, "duplicate wildcard name \"" + short + "\""
			}
			names[short] = true
			p.parts = append(p.parts, part{short, true, isMulti})
		case strings.ContainsAny(word, "{}"):
			return nil, "bad wildcard segment (must end with '}')"
		default:
			p.parts = append(p.parts, part{word: word})
		}
	}
	return p, ""
}

func (p *pattern) takesMethod(method string) bool {
	return p.method == "" || p.method == method || p.method == MethodGet && method == MethodHead
}

// match tells whether a path fits, and what its wildcards are.
func (p *pattern) match(path string) (map[string]string, bool) {
	rest := strings.TrimPrefix(path, "/")
	more := true // a part is still to come, if only an empty one
	var values map[string]string
	for _, part := range p.parts {
		if !more {
			return nil, false
		}
		name := part.word
		var word string
		if part.isMulti {
			word, rest, more = rest, "", false
		} else {
			word, rest, more = strings.Cut(rest, "/")
		}
		if !part.fits(word) {
			return nil, false
		}
		if part.isWild && name != "" {
			if values == nil {
				values = map[string]string{}
			}
			values[name] = word
		}
	}
	return values, !more
}

func (p part) fits(word string) bool { return p.isMulti || p.isWild && word != "" || !p.isWild && word == p.word }

// How the requests of one pattern lie to those of another.
const (
	same = iota
	fewer
	more
	other
	some // neither has all of the other's
)

// both is how two patterns compare that compare by their methods and paths so.
func both(a, b int) int {
	switch {
	case a == other || b == other:
		return other
	case a == same:
		return b
	case b == same || a == b:
		return a
	}
	return some
}

func (p *pattern) compare(q *pattern) int {
	if p.host != q.host {
		switch "" {
		case p.host:
			return more
		case q.host:
			return fewer
		}
		return other
	}
	return both(compareMethods(p.method, q.method), compareParts(p.parts, q.parts))
}

func compareMethods(a, b string) int {
	switch {
	case a == b:
		return same
	case a == "" || a == MethodGet && b == MethodHead:
		return more
	case b == "" || b == MethodGet && a == MethodHead:
		return fewer
	}
	return other
}

func compareParts(a, b []part) int {
	relation := same
	for i := 0; ; i++ {
		switch {
		case i == len(a) && i == len(b):
			return relation
		case i == len(a) || i == len(b):
			return other
		case a[i].isMulti && b[i].isMulti:
			return relation
		case a[i].isMulti:
			return both(relation, more)
		case b[i].isMulti:
			return both(relation, fewer)
		case a[i].isWild && b[i].isWild:
		case a[i].isWild && a[i].fits(b[i].word):
			relation = both(relation, more)
		case b[i].isWild && b[i].fits(a[i].word):
			relation = both(relation, fewer)
		case a[i].isWild || b[i].isWild || a[i].word != b[i].word:
			return other
		}
	}
}
