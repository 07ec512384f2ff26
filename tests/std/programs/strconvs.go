// Numbers and quoted strings.
package main

import (
	"errors"
	"fmt"
	"math"
	"strconv"
)

func main() {
	for _, s := range []string{"", "0", "-0", "+5", "12345", "-9223372036854775808", "9223372036854775807", "9223372036854775808", "-9223372036854775809", "0x1F", "0b101", "0o17", "017", "1_000", "_1", "1__0", "0x_1", "abc", "12a", " 1", "18446744073709551615", "18446744073709551616", "zz", "-", "+", "0x", "08"} {
		for _, base := range []int{0, 2, 8, 10, 16, 36, 1, 37} {
			i, e1 := strconv.ParseInt(s, base, 64)
			u, e2 := strconv.ParseUint(s, base, 64)
			fmt.Println(s, base, i, e1, u, e2)
		}
		for _, bits := range []int{8, 16, 32, 65, -1} {
			i, e1 := strconv.ParseInt(s, 10, bits)
			u, e2 := strconv.ParseUint(s, 10, bits)
			fmt.Println(s, bits, i, e1, u, e2)
		}
		n, err := strconv.Atoi(s)
		fmt.Println(n, err, errors.Is(err, strconv.ErrSyntax), errors.Is(err, strconv.ErrRange))
	}
	for _, s := range []string{"", "1", "-1.5", "1e10", "1e400", "-1e400", "1e-400", "1.7976931348623157e308", "1.797693134862315808e308", "4.9e-324", "2e-324", "0x1p-2", "0x1.8p1", "0x1", "inf", "-Inf", "+infinity", "nan", "+nan", "1_0", "0x_1p4", ".5", "5.", ".", "e5", "1e", "1e+", "0.1", "123456789012345678901234567890", "1.00000000000000011102230246251565404", "1.e1", "infi", "1x", "0x1.fp"} {
		f, e1 := strconv.ParseFloat(s, 64)
		g, e2 := strconv.ParseFloat(s, 32)
		fmt.Println(s, f, e1, g, e2)
	}
	for _, s := range []string{"1", "t", "TRUE", "true", "True", "0", "F", "false", "yes", ""} {
		b, err := strconv.ParseBool(s)
		fmt.Println(s, b, err)
	}
	for _, f := range []float64{0, math.Copysign(0, -1), 1, -1, 0.1, 1.0 / 3, 123456789, 1e6, 1e20, 1e21, 1e22, 1e-5, 1e-4, 5e-324, math.MaxFloat64, math.Pi, 2.5, 0.5, 1.5, 1e100, 12345.6789, 100, 0.000001234, math.Inf(1), math.NaN(), 33554432, 16777216.5, 9.995, 99.95} {
		for _, format := range []byte("beEfgGxX") {
			for _, prec := range []int{-1, 0, 1, 3, 10, 20} {
				fmt.Print(strconv.FormatFloat(f, format, prec, 64), " ", strconv.FormatFloat(f, format, prec, 32), " ")
			}
			fmt.Println()
		}
	}
	for _, i := range []int64{0, 1, -1, 255, -255, math.MaxInt64, math.MinInt64, 35} {
		for base := 2; base <= 36; base += 7 {
			fmt.Print(strconv.FormatInt(i, base), " ", strconv.FormatUint(uint64(i), base), " ")
		}
		fmt.Println(strconv.Itoa(int(i)))
	}
	for _, s := range []string{"", "plain", "with \"quotes\"", "tab\tnl\n", "\x00\x7f\xff", "héllo 世界", "\u00a0\u2028\ufeff", "emoji 😀", "`back`", "back\\slash", "\a\b\f\r\v", "\U000e0001", "\u3000"} {
		fmt.Println(strconv.Quote(s), strconv.QuoteToASCII(s), strconv.QuoteToGraphic(s), strconv.CanBackquote(s))
	}
	for _, r := range []rune{'a', '\'', '"', '\n', '世', 0x1F600, -1, 0xD800, 0x10FFFF, 0, 0xa0} {
		fmt.Println(strconv.QuoteRune(r), strconv.QuoteRuneToASCII(r), strconv.QuoteRuneToGraphic(r), strconv.IsPrint(r), strconv.IsGraphic(r))
	}
	for _, s := range []string{`"a\tb"`, "`raw\\n`", `'x'`, `'\''`, `"\u4e16"`, `"\x41\101"`, `"bad`, `'ab'`, `"a"b"`, `"\q"`, ``, `"`, `'\"'`, `"\'"`, "\"nl\n\"", `"\ud800"`, `"\400"`, `''`} {
		u, err := strconv.Unquote(s)
		p, err2 := strconv.QuotedPrefix(s + "tail")
		fmt.Printf("%q %v %q %v\n", u, err, p, err2)
	}
	v, mb, tail, err := strconv.UnquoteChar(`\u00e9tail`, '"')
	fmt.Println(v, mb, tail, err)
	fmt.Println(string(strconv.AppendInt([]byte("n="), 42, 10)), string(strconv.AppendQuote(nil, "q")), string(strconv.AppendBool(nil, true)), string(strconv.AppendFloat(nil, 1.5, 'f', 2, 64)))
	var ne *strconv.NumError
	_, err = strconv.Atoi("x1")
	if errors.As(err, &ne) {
		fmt.Println(ne.Func, ne.Num, ne.Err, errors.Unwrap(err) == strconv.ErrSyntax)
	}
}
