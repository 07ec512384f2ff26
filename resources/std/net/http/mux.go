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
	mux.mu.Lock()
	defer mux.mu.Unlock()
	for _, other := range mux.patterns {
		if other.conflicts(p) {
			panic(fmt.Sprintf("pattern %q conflicts with pattern %q", text, other.text))
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
	if best == nil {
		if slashed, _ := mux.match(r.Method, host, path+"/"); slashed != nil && !strings.HasSuffix(path, "/") && slashed.isTree {
			return RedirectHandler(withQuery(path+"/", r.URL.RawQuery), StatusMovedPermanently), slashed.text, nil
		}
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
		if found, ok := p.match(path); ok && (best == nil || p.beats(best)) {
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
	isTree             bool // ends with a slash
	isExact            bool // ends with {$}
	handler            Handler
}

// A part of a path: a word, {name} or {name...}.
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
	for rest != "" {
		var word string
		word, rest, _ = strings.Cut(rest, "/")
		switch {
		case word == "{$}":
			if rest != "" {
				return nil, "{$} not at end"
			}
			p.isExact = true
			return p, ""
		case strings.HasPrefix(word, "{") && strings.HasSuffix(word, "}"):
			name := word[1 : len(word)-1]
			short := strings.TrimSuffix(name, "...")
			isMulti := short != name
			if short == "" {
				return nil, "empty wildcard"
			}
			if isMulti && rest != "" {
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
	p.isTree = strings.HasSuffix(text, "/")
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
	set := func(name, value string) {
		if values == nil {
			values = map[string]string{}
		}
		values[name] = value
	}
	for _, part := range p.parts {
		if !more {
			return nil, false
		}
		if part.isMulti {
			set(part.word, rest)
			return values, true
		}
		var word string
		word, rest, more = strings.Cut(rest, "/")
		switch {
		case part.isWild && word != "":
			set(part.word, word)
		case part.isWild || word != part.word:
			return nil, false
		}
	}
	if p.isTree {
		return values, more
	}
	if p.isExact {
		return values, more && rest == ""
	}
	return values, !more
}

// beats tells whether p is the more special of two patterns that fit the same path.
func (p *pattern) beats(q *pattern) bool {
	if (p.host != "") != (q.host != "") {
		return p.host != ""
	}
	for i := 0; ; i++ {
		a, b := p.rank(i), q.rank(i)
		if a != b {
			return a > b
		}
		if a == nothing {
			break
		}
	}
	if (p.method != "") != (q.method != "") {
		return p.method != ""
	}
	return p.method != MethodGet || q.method == MethodGet // HEAD is also GET's
}

const (
	nothing = iota
	everything
	wildcard
	word
	end
)

// rank is how special part i of a pattern is.
func (p *pattern) rank(i int) int {
	switch {
	case i < len(p.parts) && p.parts[i].isMulti:
		return everything
	case i < len(p.parts) && p.parts[i].isWild:
		return wildcard
	case i < len(p.parts):
		return word
	case i == len(p.parts) && p.isTree:
		return everything
	case i == len(p.parts) && p.isExact:
		return end
	}
	return nothing
}

// conflicts tells whether the two patterns fit the same requests.
func (p *pattern) conflicts(q *pattern) bool {
	if p.method != q.method || p.host != q.host || len(p.parts) != len(q.parts) {
		return false
	}
	for i := 0; i <= len(p.parts); i++ {
		if p.rank(i) != q.rank(i) || i < len(p.parts) && !p.parts[i].isWild && p.parts[i].word != q.parts[i].word {
			return false
		}
	}
	return true
}
