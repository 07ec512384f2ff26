// The language outside of unwinding: what a debugger's subject programs use every day.
package main

import (
	"errors"
	"fmt"
	"sort"
	"strings"
)

type shape interface {
	area() float64
	name() string
}
type rect struct{ w, h float64 }
type circle struct{ r float64 }
type square struct {
	rect
	label string
}

func (r rect) area() float64    { return r.w * r.h }
func (r rect) name() string     { return "rect" }
func (c *circle) area() float64 { return 3 * c.r * c.r }
func (c *circle) name() string  { return "circle" }
func (s square) name() string   { return "square " + s.label }

type weekday int

const (
	sunday weekday = iota
	monday
	tuesday
)

func (d weekday) String() string { return [...]string{"Sun", "Mon", "Tue"}[d] }

type tree struct {
	left, right *tree
	v           int
}

func (t *tree) insert(v int) *tree {
	if t == nil {
		return &tree{v: v}
	}
	if v < t.v {
		t.left = t.left.insert(v)
	} else {
		t.right = t.right.insert(v)
	}
	return t
}
func (t *tree) walk(f func(int)) {
	if t != nil {
		t.left.walk(f)
		f(t.v)
		t.right.walk(f)
	}
}

type notFound struct{ key string }

func (e notFound) Error() string { return "not found: " + e.key }

var errBase = errors.New("base")

func lookup(k string) error {
	if k == "" {
		return fmt.Errorf("lookup: %w", errBase)
	}
	return fmt.Errorf("lookup: %w", notFound{k})
}

func variadic(pre string, xs ...int) string { return fmt.Sprint(pre, len(xs), xs) }

func classify(x any) string {
	switch v := x.(type) {
	case nil:
		return "nil"
	case int, int64:
		return fmt.Sprintf("integer %v", v)
	case string:
		return "string " + v
	case error:
		return "error " + v.Error()
	case []int:
		return fmt.Sprint("slice ", len(v))
	case func() int:
		return fmt.Sprint("func ", v())
	case fmt.Stringer:
		return "stringer " + v.String()
	default:
		return fmt.Sprintf("%T", v)
	}
}

func labels() (out []int) {
outer:
	for i := 0; i < 4; i++ {
		for j := 0; j < 4; j++ {
			if j == 2 {
				continue outer
			}
			if i == 3 {
				break outer
			}
			out = append(out, i*10+j)
		}
	}
	i := 0
again:
	i++
	if i < 3 {
		goto again
	}
	return append(out, i)
}

func switches(n int) string {
	s := ""
	switch {
	case n < 0:
		s = "neg"
	case n == 0:
		s = "zero"
		fallthrough
	case n == 1:
		s += " small"
	default:
		s = "big"
	}
	switch n {
	case 1, 2, 3:
		s += " 1-3"
	case 10:
		s += " ten"
	}
	return s
}

func main() {
	shapes := []shape{rect{2, 3}, &circle{2}, square{rect{4, 4}, "s"}}
	for i, s := range shapes {
		fmt.Println(i, s.name(), s.area())
	}
	fmt.Printf("%v %d %s %+v %T\n", monday, tuesday, sunday, shapes[2], shapes[1])

	var root *tree
	for _, v := range []int{5, 2, 8, 1, 9, 3} {
		root = root.insert(v)
	}
	root.walk(func(v int) { fmt.Print(v, " ") })
	fmt.Println()

	m := map[string][]int{}
	for i, w := range strings.Fields("the quick brown the lazy the quick") {
		m[w] = append(m[w], i)
	}
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		fmt.Print(k, m[k], " ")
	}
	fmt.Println(len(m), m)

	var nf notFound
	e1, e2 := lookup("x"), lookup("")
	fmt.Println(errors.As(e1, &nf), nf.key, errors.Is(e2, errBase), errors.Is(e1, errBase), e1, e2)

	fmt.Println(variadic("a"), variadic("b", 1, 2), variadic("c", []int{4, 5, 6}...))
	for _, x := range []any{nil, 1, int64(2), "s", e1, []int{1}, func() int { return 7 }, tuesday, 1.5, map[string]int{}} {
		fmt.Println(classify(x))
	}
	fmt.Println(labels(), switches(-1), switches(0), switches(2), switches(10))

	a := [3]int{1, 2, 3}
	b := a
	b[0] = 9
	p := &a
	p[1] = 8
	s := a[:2]
	s = append(s, 7)
	fmt.Println(a, b, s, len(s), cap(s), a == [3]int{1, 8, 7})
	s2 := append(s[:1:1], 5)
	fmt.Println(a, s2)
	i, arr := 0, []int{0, 0, 0}
	i, arr[i] = 1, 5
	fmt.Println(i, arr)
	arr[0], arr[1], arr[2] = arr[2], arr[0], arr[1]
	fmt.Println(arr)

	for i, r := range "aé世\xff!" {
		fmt.Print(i, ":", string(r), " ")
	}
	fmt.Println([]byte("é"), []rune("世界"), string([]rune{65, 0x4e16}))

	var u8 uint8 = 250
	u8 += 10
	var i8 int8 = 127
	i8++
	var u uint = 3
	fmt.Println(u8, i8, 7/-2, -7%3, 1<<u, -8>>1, 0xff&^0x0f, 6^3, ^5)
	const huge = 1 << 100
	fmt.Println(huge>>98, float32(0.1), 1e100, 5.0/2, 7/2, 'a'+1)

	fns := []func() int{}
	for i := 0; i < 3; i++ {
		fns = append(fns, func() int { i *= 10; return i })
	}
	for _, f := range fns {
		fmt.Print(f(), " ", f(), " ")
	}
	fmt.Println()
	counter := func() func() int { n := 0; return func() int { n++; return n } }()
	fmt.Println(counter(), counter(), counter())
	area := shape.area
	bound := shapes[1].area
	fmt.Println(area(shapes[0]), bound(), (*circle).area(&circle{1}), rect.name(rect{}))
	anon := struct {
		X, Y int
		Tag  string
	}{1, 2, "t"}
	fmt.Printf("%v %+v %#v %T\n", anon, anon, anon, anon)
	fmt.Println(min(3, 1, 2), max(2.5, 1), min("b", "a"))
	clear(m)
	fmt.Println(len(m))
	var np *rect
	fmt.Println(np == nil, np)
	var ni shape
	var tn *circle
	ni = tn
	fmt.Println(ni == nil, ni != nil)
	type pair struct{ a, b int }
	pm := map[pair]string{{1, 2}: "x", {3, 4}: "y"}
	fmt.Println(pm[pair{1, 2}], pm[pair{3, 4}], pm[pair{5, 6}] == "")
	for range 2 {
		fmt.Print("again ")
	}
	fmt.Println()
	var sb strings.Builder
	for i := range 3 {
		fmt.Fprintf(&sb, "%d-", i)
	}
	fmt.Println(sb.String(), sb.Len())
}
