package http

import (
	"bufio"
	"errors"
	"io"
	"sort"
	"strings"
)

// A Header is the fields of a message, by canonical name.
type Header map[string][]string

func (h Header) Add(key, value string) {
	key = CanonicalHeaderKey(key)
	h[key] = append(h[key], value)
}

func (h Header) Set(key, value string) { h[CanonicalHeaderKey(key)] = []string{value} }

func (h Header) Get(key string) string {
	if list := h[CanonicalHeaderKey(key)]; len(list) > 0 {
		return list[0]
	}
	return ""
}

func (h Header) Values(key string) []string { return h[CanonicalHeaderKey(key)] }
func (h Header) Del(key string)             { delete(h, CanonicalHeaderKey(key)) }

func (h Header) Clone() Header {
	if h == nil {
		return nil
	}
	clone := make(Header, len(h))
	for key, values := range h {
		clone[key] = append([]string(nil), values...)
	}
	return clone
}

// Write writes the fields sorted by name, a line each.
func (h Header) Write(w io.Writer) error {
	keys := make([]string, 0, len(h))
	for key := range h {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	for _, key := range keys {
		for _, value := range h[key] {
			value = strings.TrimSpace(strings.NewReplacer("\n", " ", "\r", " ").Replace(value))
			if _, err := io.WriteString(w, key+": "+value+"\r\n"); err != nil {
				return err
			}
		}
	}
	return nil
}

// has tells whether a field with a list of words has this one.
func (h Header) has(key, word string) bool {
	for _, value := range h[key] {
		for _, part := range strings.Split(value, ",") {
			if strings.EqualFold(strings.TrimSpace(part), word) {
				return true
			}
		}
	}
	return false
}

// CanonicalHeaderKey is the name as it is usually written: Content-Type.
func CanonicalHeaderKey(s string) string {
	upper := true
	canonical := []byte(s)
	for i, c := range canonical {
		if c <= ' ' || c >= 0x7f || c == ':' {
			return s
		}
		if upper && 'a' <= c && c <= 'z' {
			canonical[i] = c - 'a' + 'A'
		} else if !upper && 'A' <= c && c <= 'Z' {
			canonical[i] = c - 'A' + 'a'
		}
		upper = c == '-'
	}
	return string(canonical)
}

const maxHeaderLine = 1 << 20

// readLine reads a line without its end.
func readLine(r *bufio.Reader) (string, error) {
	line, err := r.ReadString('\n')
	if err != nil {
		if err == io.EOF && line != "" {
			err = io.ErrUnexpectedEOF
		}
		return "", err
	}
	if len(line) > maxHeaderLine {
		return "", errors.New("line too long")
	}
	return strings.TrimRight(line, "\r\n"), nil
}

// readHeader reads fields up to an empty line.
func readHeader(r *bufio.Reader) (Header, error) {
	h := make(Header)
	for {
		line, err := readLine(r)
		if err != nil {
			if err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
			return nil, err
		}
		if line == "" {
			return h, nil
		}
		key, value, ok := strings.Cut(line, ":")
		if !ok || key == "" || strings.TrimSpace(key) != key {
			return nil, errors.New("malformed MIME header line: " + line)
		}
		h.Add(key, strings.TrimSpace(value))
	}
}
