// Package url takes the addresses of the web apart and puts them together.
package url

import (
	"errors"
	"sort"
	"strings"
)

// An Error tells what failed at which address.
type Error struct {
	Op  string
	URL string
	Err error
}

func (e *Error) Error() string { return e.Op + " \"" + e.URL + "\": " + e.Err.Error() }
func (e *Error) Unwrap() error { return e.Err }

func (e *Error) Timeout() bool {
	t, ok := e.Err.(interface{ Timeout() bool })
	return ok && t.Timeout()
}

func (e *Error) Temporary() bool {
	t, ok := e.Err.(interface{ Temporary() bool })
	return ok && t.Temporary()
}

// An EscapeError is a percent sign without two digits behind it.
type EscapeError string

func (e EscapeError) Error() string { return "invalid URL escape \"" + string(e) + "\"" }

// A URL is scheme://host/path?query#fragment. User names are not kept apart from the host.
type URL struct {
	Scheme   string
	Opaque   string
	Host     string
	Path     string
	RawPath  string
	RawQuery string
	Fragment string
}

// Parse reads an address, whole or without scheme and host.
func Parse(rawURL string) (*URL, error) {
	rest, fragment, _ := strings.Cut(rawURL, "#")
	u, err := parse(rest, false)
	if err != nil {
		return nil, &Error{"parse", rawURL, err}
	}
	if u.Fragment, err = unescape(fragment, false); err != nil {
		return nil, &Error{"parse", rawURL, err}
	}
	return u, nil
}

// ParseRequestURI reads what stands in a request: a path, or a whole address.
func ParseRequestURI(rawURL string) (*URL, error) {
	u, err := parse(rawURL, true)
	if err != nil {
		return nil, &Error{"parse", rawURL, err}
	}
	return u, nil
}

func parse(raw string, viaRequest bool) (*URL, error) {
	for i := 0; i < len(raw); i++ {
		if raw[i] < ' ' || raw[i] == 0x7f {
			return nil, errors.New("net/url: invalid control character in URL")
		}
	}
	if raw == "" && viaRequest {
		return nil, errors.New("empty url")
	}
	u := new(URL)
	if raw == "*" {
		u.Path = "*"
		return u, nil
	}
	rest, err := u.takeScheme(raw)
	if err != nil {
		return nil, err
	}
	rest, u.RawQuery, _ = strings.Cut(rest, "?")
	if viaRequest && !strings.HasPrefix(rest, "/") && u.Scheme == "" {
		return nil, errors.New("invalid URI for request")
	}
	if strings.HasPrefix(rest, "//") && !(viaRequest && u.Scheme == "") {
		rest = rest[2:]
		u.Host = rest
		rest = ""
		if slash := strings.Index(u.Host, "/"); slash >= 0 {
			u.Host, rest = u.Host[:slash], u.Host[slash:]
		}
		if u.Host, err = unescape(u.Host, false); err != nil {
			return nil, err
		}
	} else if u.Scheme != "" && !strings.HasPrefix(rest, "/") {
		u.Opaque = rest
		return u, nil
	}
	if u.Path, err = unescape(rest, false); err != nil {
		return nil, err
	}
	if escape(u.Path, pathSafe) != rest {
		u.RawPath = rest
	}
	return u, nil
}

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }
func isDigit(c byte) bool  { return '0' <= c && c <= '9' }

func (u *URL) takeScheme(raw string) (rest string, err error) {
	for i := 0; i < len(raw); i++ {
		c := raw[i]
		switch {
		case isLetter(c):
		case isDigit(c) || c == '+' || c == '-' || c == '.':
			if i == 0 {
				return raw, nil
			}
		case c == ':':
			if i == 0 {
				return "", errors.New("missing protocol scheme")
			}
			u.Scheme = strings.ToLower(raw[:i])
			return raw[i+1:], nil
		default:
			return raw, nil
		}
	}
	return raw, nil
}

func (u *URL) String() string {
	text := ""
	if u.Scheme != "" {
		text = u.Scheme + ":"
	}
	if u.Opaque != "" {
		text += u.Opaque
	} else {
		if u.Scheme != "" || u.Host != "" {
			if u.Host != "" || u.Path != "" {
				text += "//"
			}
			text += u.Host
		}
		path := u.EscapedPath()
		if path != "" && path[0] != '/' && u.Host != "" {
			text += "/"
		}
		text += path
	}
	if u.RawQuery != "" {
		text += "?" + u.RawQuery
	}
	if u.Fragment != "" {
		text += "#" + escape(u.Fragment, pathSafe)
	}
	return text
}

func (u *URL) EscapedPath() string {
	if u.RawPath != "" {
		if path, err := unescape(u.RawPath, false); err == nil && path == u.Path {
			return u.RawPath
		}
	}
	return escape(u.Path, pathSafe)
}

// RequestURI is what a request asks its host for.
func (u *URL) RequestURI() string {
	path := u.Opaque
	if path == "" {
		path = u.EscapedPath()
	}
	if path == "" {
		path = "/"
	}
	if u.RawQuery != "" {
		path += "?" + u.RawQuery
	}
	return path
}

func (u *URL) IsAbs() bool { return u.Scheme != "" }

func (u *URL) Hostname() string {
	if colon := strings.LastIndex(u.Host, ":"); colon >= 0 {
		return u.Host[:colon]
	}
	return u.Host
}

func (u *URL) Port() string {
	if colon := strings.LastIndex(u.Host, ":"); colon >= 0 {
		return u.Host[colon+1:]
	}
	return ""
}

func (u *URL) Query() Values {
	v, _ := ParseQuery(u.RawQuery)
	return v
}

// Parse reads an address as it is meant at this one: whole, or a path on the same host.
func (u *URL) Parse(ref string) (*URL, error) {
	other, err := Parse(ref)
	if err != nil {
		return nil, err
	}
	return u.ResolveReference(other), nil
}

func (u *URL) ResolveReference(ref *URL) *URL {
	found := *ref
	if ref.Scheme != "" {
		return &found
	}
	found.Scheme = u.Scheme
	if ref.Host != "" {
		return &found
	}
	found.Host = u.Host
	if ref.Path == "" {
		found.Path = u.Path
		if ref.RawQuery == "" {
			found.RawQuery = u.RawQuery
		}
	} else if ref.Path[0] != '/' {
		found.Path = u.Path[:strings.LastIndex(u.Path, "/")+1] + ref.Path
	}
	return &found
}

// Values are the names and values of a query.
type Values map[string][]string

func (v Values) Get(key string) string {
	if list := v[key]; len(list) > 0 {
		return list[0]
	}
	return ""
}

func (v Values) Set(key, value string) { v[key] = []string{value} }
func (v Values) Add(key, value string) { v[key] = append(v[key], value) }
func (v Values) Del(key string)        { delete(v, key) }

func (v Values) Has(key string) bool {
	_, ok := v[key]
	return ok
}

// Encode writes a query, sorted by names.
func (v Values) Encode() string {
	keys := make([]string, 0, len(v))
	for key := range v {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	var text strings.Builder
	for _, key := range keys {
		for _, value := range v[key] {
			if text.Len() > 0 {
				text.WriteByte('&')
			}
			text.WriteString(QueryEscape(key) + "=" + QueryEscape(value))
		}
	}
	return text.String()
}

// ParseQuery reads all it can and tells the first thing that is wrong.
func ParseQuery(query string) (Values, error) {
	v := make(Values)
	var first error
	for query != "" {
		var pair string
		pair, query, _ = strings.Cut(query, "&")
		if pair == "" {
			continue
		}
		key, value, _ := strings.Cut(pair, "=")
		key, err := QueryUnescape(key)
		if err == nil {
			value, err = QueryUnescape(value)
		}
		if err != nil {
			if first == nil {
				first = err
			}
			continue
		}
		v.Add(key, value)
	}
	return v, first
}

const (
	querySafe   = "-_.~"
	segmentSafe = "-_.~$&+:=@"
	pathSafe    = "-_.~$&+,/:;=@"
	hex         = "0123456789ABCDEF"
)

func QueryEscape(s string) string { return strings.ReplaceAll(escape(s, querySafe+" "), " ", "+") }
func PathEscape(s string) string  { return escape(s, segmentSafe) }

func QueryUnescape(s string) (string, error) { return unescape(s, true) }
func PathUnescape(s string) (string, error)  { return unescape(s, false) }

func escape(s, safe string) string {
	var text strings.Builder
	for i := 0; i < len(s); i++ {
		c := s[i]
		if isLetter(c) || isDigit(c) || strings.IndexByte(safe, c) >= 0 {
			text.WriteByte(c)
		} else {
			text.WriteByte('%')
			text.WriteByte(hex[c>>4])
			text.WriteByte(hex[c&15])
		}
	}
	return text.String()
}

func unescape(s string, plusIsSpace bool) (string, error) {
	var text strings.Builder
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '%':
			if i+2 >= len(s) || digit(s[i+1]) < 0 || digit(s[i+2]) < 0 {
				return "", EscapeError(s[i:min(len(s), i+3)])
			}
			text.WriteByte(byte(digit(s[i+1])<<4 | digit(s[i+2])))
			i += 2
		case c == '+' && plusIsSpace:
			text.WriteByte(' ')
		default:
			text.WriteByte(c)
		}
	}
	return text.String(), nil
}

func digit(c byte) int {
	switch {
	case isDigit(c):
		return int(c - '0')
	case 'a' <= c && c <= 'f':
		return int(c-'a') + 10
	case 'A' <= c && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}
