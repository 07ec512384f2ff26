// Sscan, Sscanf, Sscanln.
package main

import (
	"fmt"
	"strings"
)

type color string

type hexed struct{ v int }

func (h *hexed) Scan(s fmt.ScanState, verb rune) error {
	tok, err := s.Token(true, nil)
	if err != nil {
		return err
	}
	_, err = fmt.Sscanf(string(tok), "%x", &h.v)
	return err
}

func main() {
	var a, b int
	var u uint8
	var s string
	var f float64
	var t bool
	var c color
	var r rune
	var h hexed
	var bs []byte
	show := func(n int, err error) { fmt.Println(n, err, a, b, u, s, f, t, c, r, h.v, string(bs)) }
	show(fmt.Sscan("", &a))
	show(fmt.Sscan("  ", &a))
	show(fmt.Sscan("1", &a, &b))
	show(fmt.Sscan("12 -7 word 2.5 true", &a, &b, &s, &f, &t))
	show(fmt.Sscan("12\n13", &a, &b))
	show(fmt.Sscan("x", &a))
	show(fmt.Sscan("300", &u))
	show(fmt.Sscan("0x1f 0b11", &a, &b))
	show(fmt.Sscan("017 1_000", &a, &b))
	show(fmt.Sscan("red", &c))
	show(fmt.Sscan("ff", &h))
	show(fmt.Sscan("bytes", &bs))
	show(fmt.Sscan("1e5", &f))
	show(fmt.Sscan("7up", &a, &s))
	show(fmt.Sscan("abc", &f))
	show(fmt.Sscan("x", a))
	show(fmt.Sscanf("", "%d", &a))
	show(fmt.Sscanf("3", "%d %d", &a, &b))
	show(fmt.Sscanf("3 ", "%d %d", &a, &b))
	show(fmt.Sscanf("ax", "abc%d", &a))
	show(fmt.Sscanf("5:x", "%d:%d", &a, &b))
	show(fmt.Sscanf("10-20", "%d-%d", &a, &b))
	show(fmt.Sscanf("key=val", "key=%s", &s))
	show(fmt.Sscanf("abcdef", "%3s%2s", &s, &c))
	show(fmt.Sscanf("12345", "%2d%3d", &a, &b))
	show(fmt.Sscanf("xy", "%c", &r))
	show(fmt.Sscanf("\"quo ted\" rest", "%q %s", &s, &c))
	show(fmt.Sscanf("ff 1010", "%x %b", &a, &b))
	show(fmt.Sscanf("50%", "%d%%", &a))
	show(fmt.Sscanf("5", "%s %d", &s))
	show(fmt.Sscanf("5 6", "%d", &a, &b))
	show(fmt.Sscanf("5", "%z", &a))
	show(fmt.Sscanln("1 2\n", &a, &b))
	show(fmt.Sscanln("1\n2", &a, &b))
	show(fmt.Sscanln("1 2 3", &a, &b))
	show(fmt.Sscanln("", &a))
	show(fmt.Fscan(strings.NewReader("8 9"), &a, &b))
	rd := strings.NewReader("1 2\n3 4\n")
	for {
		n, err := fmt.Fscanln(rd, &a, &b)
		fmt.Println(n, err, a, b)
		if err != nil {
			break
		}
	}
}
