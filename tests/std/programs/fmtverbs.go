// Every verb on every kind of value, with flags, widths and precisions.
package main

import (
	"errors"
	"fmt"
	"math"
)

type Int int
type Str string
type Bytes []byte
type Point struct{ X, Y int }
type Named struct {
	Name string
	At   Point
	P    *Point
	Any  any
	err  error
	list []string
	m    map[string]int
	f    func()
	c    chan int
}
type Temp float64

func (t Temp) String() string { return fmt.Sprintf("%.1f°", float64(t)) }

type PtrStr struct{ n int }

func (p *PtrStr) String() string { return fmt.Sprint("ptr ", p.n) }

type Err struct{ code int }

func (e Err) Error() string { return fmt.Sprintf("err %d", e.code) }

type Gs struct{ a int }

func (Gs) GoString() string { return "Gs!" }

type Fm struct{}

func (Fm) Format(f fmt.State, verb rune) {
	w, wok := f.Width()
	p, pok := f.Precision()
	fmt.Fprintf(f, "<%c %d %t %d %t %t%t%t%t%t %s>", verb, w, wok, p, pok, f.Flag('+'), f.Flag('-'), f.Flag('#'), f.Flag(' '), f.Flag('0'), fmt.FormatString(f, verb))
}

type Bad struct{}

func (Bad) String() string { panic("bad string") }

type BadErr struct{}

func (*BadErr) Error() string { panic(errors.New("inner")) }

type Inner struct{ T Temp }
type Outer struct {
	Inner
	E   error
	s   fmt.Stringer
	t   Temp
	Arr [2]Temp
	M   map[Temp]Str
}

func main() {
	formats := []string{"%v", "%+v", "%#v", "%T", "%d", "%s", "%q", "%x", "%X", "%t", "%c", "%U", "%b", "%o", "%O", "%e", "%E", "%f", "%F", "%g", "%G",
		"%5d", "%-5d|", "%05d", "%+d", "% d", "%x", "%#x", "%#o", "%#b", "%#q", "%+q", "%#U", "%8.3f", "%-8.3f|", "%08.3f", "%+.2e", "%10s", "%-10s|", "%.2s", "%10.2s", "%.10d", "%10.4d", "%-10.4d|", "%+05d", "% x", "% X", "%# x", "%.3x", "%.3q", "%010s", "%6.2f%%", "%z", "%!", "%w", "%+.3g", "%#g", "%#.3g", "%#v", "%20v", "%-20v|", "%020v", "%.0f", "%.1e", "%x", "%6c|", "%-4q|", "%#6x", "%+v", "% +d", "%t"}
	values := []any{
		nil, true, false, 0, 42, -7, int8(-128), int16(300), int32('x'), int64(math.MinInt64), uint(7), uint8(200), uint16(65535), uint32(1 << 31), uint64(math.MaxUint64), uintptr(4096),
		float32(0.1), 3.14159, -2.5, 1e21, 1e20, 123456789.0, 1e-7, 0.0, math.Inf(1), math.Inf(-1), math.NaN(), 100.0,
		"", "hello", "héllo, 世界", "tab\t\"q\" `b`", "a\xffb", 'a', '世', []byte("bytes"), []byte(nil), Bytes("nb"), [3]byte{1, 2, 3}, [3]int{1, 2, 3},
		[]int{1, 2, 3}, []int(nil), []string{"a", "b c"}, []string{}, []any{1, "two", nil, 3.5}, map[string]int{"z": 26, "a": 1}, map[int]string(nil), map[Point]bool{{2, 1}: true, {1, 2}: false},
		Point{1, 2}, &Point{3, 4}, (*Point)(nil), struct{}{}, struct {
			A int
			b string
		}{1, "x"}, Int(5), Str("named"), []Point{{1, 2}}, &[]int{1}, &map[string]int{"k": 1}, [][]int{{1}, {2, 3}}, Named{Name: "n", At: Point{1, 2}},
		Temp(21.5), []Temp{1, 2}, map[string]Temp{"x": 3}, &PtrStr{9}, (*PtrStr)(nil), PtrStr{4}, Err{3}, errors.New("plain"), error(nil), Gs{1}, []Gs{{2}}, Fm{}, []any{Fm{}}, Bad{}, &BadErr{}, (*BadErr)(nil),
		Outer{Inner: Inner{1}, E: Err{7}, s: Temp(2), t: 3, M: map[Temp]Str{2: "b", 1: "a"}}, []error{Err{1}, nil}, map[any]int{"b": 1, 2: 2, "a": 3, 1.5: 4, true: 5}, [2]bool{true, false}, (chan int)(nil), (func())(nil),
	}
	for i, v := range values {
		for _, f := range formats {
			s := fmt.Sprintf(f, v)
			fmt.Println(i, f, s)
		}
	}
}
