// Package strings, with unicode and utf8.
package main

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

func main() {
	texts := []string{"", "a", "abc", "héllo wörld", "  spaced  out ", "a,b,,c", "\xff\xfe", "ΑΒΓ αβγς", "ǅ ǆ İi", "tEsT 123", "aaaa", "日本語 テキスト", "K\u212a k", "new\nline\ttab", "x=1;y=2"}
	parts := []string{"", "a", ",", "l", "aa", "ö", " ", "語", "\xff", "=", "zz"}
	for _, s := range texts {
		fmt.Printf("%q %q %q %q %q %q\n", strings.ToUpper(s), strings.ToLower(s), strings.ToTitle(s), strings.Title(s), strings.TrimSpace(s), strings.Fields(s))
		fmt.Println(utf8.RuneCountInString(s), utf8.ValidString(s), strings.ToValidUTF8(s, "?"), []rune(s), []byte(s))
		for i, r := range s {
			fmt.Print(i, ":", r, " ", unicode.IsLetter(r), unicode.IsUpper(r), unicode.IsSpace(r), unicode.IsDigit(r), unicode.IsPunct(r), " ")
		}
		fmt.Println()
		for _, p := range parts {
			fmt.Printf("%q %q:", s, p)
			fmt.Print(strings.Contains(s, p), strings.ContainsAny(s, p), strings.Count(s, p), strings.Index(s, p), strings.LastIndex(s, p), strings.IndexAny(s, p), strings.LastIndexAny(s, p), strings.HasPrefix(s, p), strings.HasSuffix(s, p), strings.Compare(s, p), strings.EqualFold(s, p))
			fmt.Printf(" %q %q %q %q", strings.Split(s, p), strings.SplitN(s, p, 2), strings.SplitAfter(s, p), strings.SplitAfterN(s, p, 3))
			fmt.Printf(" %q %q %q", strings.Replace(s, p, "<>", 2), strings.ReplaceAll(s, p, "-"), strings.Trim(s, p))
			fmt.Printf(" %q %q %q %q", strings.TrimLeft(s, p), strings.TrimRight(s, p), strings.TrimPrefix(s, p), strings.TrimSuffix(s, p))
			before, after, ok := strings.Cut(s, p)
			fmt.Printf(" %q %q %v\n", before, after, ok)
		}
		for _, t := range texts {
			fmt.Print(strings.EqualFold(s, t), strings.Compare(s, t), " ")
		}
		fmt.Println()
	}
	fmt.Println(strings.EqualFold("Go", "GO"), strings.EqualFold("K", "\u212a"), strings.EqualFold("ς", "Σ"), strings.Repeat("ab", 3), strings.Join([]string{"x", "y", "z"}, "--"))
	fmt.Println(strings.Map(func(r rune) rune {
		switch {
		case r == 'a':
			return -1
		case r == 'b':
			return '世'
		}
		return unicode.ToUpper(r)
	}, "abc\xffd"))
	f := func(r rune) bool { return r == ',' || unicode.IsSpace(r) }
	fmt.Printf("%q %d %d %q %q %q %v\n", strings.FieldsFunc(" a, b ,c", f), strings.IndexFunc("ab,c", f), strings.LastIndexFunc("a,b,c", f), strings.TrimFunc(", a ,", f), strings.TrimLeftFunc(", a", f), strings.TrimRightFunc("a ,", f), strings.ContainsFunc("abc", f))
	fmt.Println(strings.IndexByte("hello", 'l'), strings.LastIndexByte("hello", 'l'), strings.IndexRune("chicken", 'k'), strings.IndexRune("日本", '本'), strings.ContainsRune("abc", 'b'))
	fmt.Println(strings.CutPrefix("prefix-x", "prefix-"))
	fmt.Println(strings.CutSuffix("x-suffix", "-suffix"))
	var b strings.Builder
	for i := 3; i >= 1; i-- {
		fmt.Fprintf(&b, "%d...", i)
	}
	b.WriteByte('!')
	b.WriteRune('世')
	b.WriteString("done")
	b.Write([]byte(" ok"))
	fmt.Println(b.String(), b.Len())
	b.Reset()
	fmt.Printf("%q\n", b.String())
	r := strings.NewReplacer("<", "&lt;", ">", "&gt;", "aa", "A", "a", "x")
	fmt.Println(r.Replace("<aaa> b"), strings.NewReplacer("", "X").Replace("abc"), strings.NewReplacer("a", "1", "b", "2", "", "-").Replace("abc"))
	rd := strings.NewReader("héllo")
	for rd.Len() > 0 {
		c, n, err := rd.ReadRune()
		fmt.Print(string(c), n, err, " ")
	}
	_, _, err := rd.ReadRune()
	fmt.Println(err, rd.Size())
	func() {
		defer func() { fmt.Println(recover()) }()
		strings.Repeat("x", -1)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		strings.NewReplacer("x")
	}()
	for _, r := range []rune{'a', 'Z', '9', ' ', '\n', '世', 'é', 'ǅ', 0x1F600, '_', '$', 0xAD, 0x300, 0x2028, 0x0660, '½', -1, 0x110000} {
		fmt.Println(r, unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsNumber(r), unicode.IsUpper(r), unicode.IsLower(r), unicode.IsTitle(r), unicode.IsSpace(r), unicode.IsPunct(r), unicode.IsSymbol(r), unicode.IsControl(r), unicode.IsGraphic(r), unicode.IsPrint(r), unicode.IsMark(r), unicode.ToUpper(r), unicode.ToLower(r), unicode.ToTitle(r), unicode.SimpleFold(r), unicode.Is(unicode.Han, r), unicode.In(r, unicode.Latin, unicode.Nd), utf8.RuneLen(r), utf8.ValidRune(r))
	}
	p := make([]byte, 4)
	n := utf8.EncodeRune(p, '世')
	fmt.Println(p[:n], utf8.FullRune(p[:2]), utf8.RuneStart(p[1]), string(utf8.AppendRune(nil, 'é')))
	fmt.Println(utf8.DecodeRuneInString("世界"))
	fmt.Println(utf8.DecodeLastRuneInString("世界"))
	fmt.Println(utf8.DecodeRune([]byte{0xff}))
}
