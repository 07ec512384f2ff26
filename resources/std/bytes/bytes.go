// Package bytes does with byte slices what package strings does with strings.
package bytes

import (
	"strings"
	"unicode/utf8"
)

// MinRead is how much room ReadFrom asks for at least.
const MinRead = 512

func Compare(a, b []byte) int
func Equal(a, b []byte) bool
func Index(s, sep []byte) int
func LastIndex(s, sep []byte) int
func IndexByte(b []byte, c byte) int
func Count(s, sep []byte) int

func Contains(b, subslice []byte) bool        { return Index(b, subslice) >= 0 }
func ContainsAny(b []byte, chars string) bool { return IndexAny(b, chars) >= 0 }
func ContainsRune(b []byte, r rune) bool      { return IndexRune(b, r) >= 0 }
func HasPrefix(s, prefix []byte) bool         { return len(s) >= len(prefix) && Equal(s[:len(prefix)], prefix) }
func HasSuffix(s, suffix []byte) bool {
	return len(s) >= len(suffix) && Equal(s[len(s)-len(suffix):], suffix)
}
func EqualFold(s, t []byte) bool                    { return strings.EqualFold(string(s), string(t)) }
func IndexAny(s []byte, chars string) int           { return strings.IndexAny(string(s), chars) }
func IndexRune(s []byte, r rune) int                { return strings.IndexRune(string(s), r) }
func LastIndexAny(s []byte, chars string) int       { return strings.LastIndexAny(string(s), chars) }
func LastIndexByte(s []byte, c byte) int            { return strings.LastIndexByte(string(s), c) }
func IndexFunc(s []byte, f func(rune) bool) int     { return strings.IndexFunc(string(s), f) }
func ContainsFunc(b []byte, f func(rune) bool) bool { return IndexFunc(b, f) >= 0 }
func LastIndexFunc(s []byte, f func(rune) bool) int { return strings.LastIndexFunc(string(s), f) }
func ToUpper(s []byte) []byte                       { return []byte(strings.ToUpper(string(s))) }
func ToLower(s []byte) []byte                       { return []byte(strings.ToLower(string(s))) }
func ToTitle(s []byte) []byte                       { return []byte(strings.ToTitle(string(s))) }
func Title(s []byte) []byte                         { return []byte(strings.Title(string(s))) }
func Map(mapping func(rune) rune, s []byte) []byte  { return []byte(strings.Map(mapping, string(s))) }
func Runes(s []byte) []rune                         { return []rune(string(s)) }

func Repeat(b []byte, count int) []byte {
	if count < 0 {
		panic("bytes: negative Repeat count")
	}
	return []byte(strings.Repeat(string(b), count))
}

func Replace(s, old, new []byte, n int) []byte {
	return []byte(strings.Replace(string(s), string(old), string(new), n))
}

func ReplaceAll(s, old, new []byte) []byte { return Replace(s, old, new, -1) }

// Clone is a copy of b; nil stays nil.
func Clone(b []byte) []byte {
	if b == nil {
		return nil
	}
	return append([]byte{}, b...)
}

func Join(s [][]byte, sep []byte) []byte {
	joined := []byte{}
	for i, part := range s {
		if i > 0 {
			joined = append(joined, sep...)
		}
		joined = append(joined, part...)
	}
	return joined
}

func Split(s, sep []byte) [][]byte              { return split(s, sep, 0, -1) }
func SplitN(s, sep []byte, n int) [][]byte      { return split(s, sep, 0, n) }
func SplitAfter(s, sep []byte) [][]byte         { return split(s, sep, len(sep), -1) }
func SplitAfterN(s, sep []byte, n int) [][]byte { return split(s, sep, len(sep), n) }

func split(s, sep []byte, keep, n int) [][]byte {
	if n == 0 {
		return nil
	}
	parts := [][]byte{}
	for n < 0 || len(parts) < n-1 {
		end := Index(s, sep)
		if len(sep) == 0 {
			if _, end = utf8.DecodeRune(s); len(s) == end {
				break
			}
		}
		if end < 0 {
			break
		}
		parts = append(parts, s[:end+keep:end+keep])
		s = s[end+len(sep):]
	}
	if len(sep) == 0 && len(s) == 0 {
		return parts
	}
	return append(parts, s)
}

func Fields(s []byte) [][]byte {
	return FieldsFunc(s, func(r rune) bool {
		return r == ' ' || '\t' <= r && r <= '\r' || r > 0x7f && strings.TrimSpace(string(r)) == ""
	})
}

func FieldsFunc(s []byte, f func(rune) bool) [][]byte {
	fields := [][]byte{}
	start := -1
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRune(s[i:])
		if f(r) {
			if start >= 0 {
				fields = append(fields, s[start:i:i])
				start = -1
			}
		} else if start < 0 {
			start = i
		}
		i += size
	}
	if start >= 0 {
		fields = append(fields, s[start:len(s):len(s)])
	}
	return fields
}

func TrimLeftFunc(s []byte, f func(rune) bool) []byte {
	rest := strings.TrimLeftFunc(string(s), f)
	if rest == "" {
		return nil
	}
	return s[len(s)-len(rest):]
}

func TrimRightFunc(s []byte, f func(rune) bool) []byte {
	return s[:len(strings.TrimRightFunc(string(s), f))]
}

func TrimFunc(s []byte, f func(rune) bool) []byte { return TrimRightFunc(TrimLeftFunc(s, f), f) }

func TrimLeft(s []byte, cutset string) []byte {
	rest := strings.TrimLeft(string(s), cutset)
	if rest == "" {
		return nil
	}
	return s[len(s)-len(rest):]
}

func TrimRight(s []byte, cutset string) []byte { return s[:len(strings.TrimRight(string(s), cutset))] }
func Trim(s []byte, cutset string) []byte      { return TrimRight(TrimLeft(s, cutset), cutset) }

func TrimSpace(s []byte) []byte {
	rest := strings.TrimSpace(string(s))
	if rest == "" {
		return nil
	}
	i := strings.Index(string(s), rest)
	return s[i : i+len(rest)]
}

func TrimPrefix(s, prefix []byte) []byte {
	if HasPrefix(s, prefix) {
		return s[len(prefix):]
	}
	return s
}

func TrimSuffix(s, suffix []byte) []byte {
	if HasSuffix(s, suffix) {
		return s[:len(s)-len(suffix)]
	}
	return s
}

func Cut(s, sep []byte) (before, after []byte, found bool) {
	if i := Index(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, nil, false
}

func CutPrefix(s, prefix []byte) (after []byte, found bool) {
	if !HasPrefix(s, prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

func CutSuffix(s, suffix []byte) (before []byte, found bool) {
	if !HasSuffix(s, suffix) {
		return s, false
	}
	return s[:len(s)-len(suffix)], true
}
