// Argument indexes, stars, missing and extra arguments, Print and Println, Append, Errorf.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
)

type S string

func (s S) String() string { return "S(" + string(s) + ")" }

type node struct {
	next *node
	v    int
}

type panicker struct{}

func (panicker) Error() string { panic("boom") }

type grid [2][2]int

type goexitless struct{ err error }

func show(args ...any) { fmt.Println(args...) }

func main() {
	fmt.Printf("%[2]d %[1]d|%[2]*[1]d|%[3]q|%[5]d|%[x]d|%[1]d %d|%[]d\n", 1, 2, "three")
	fmt.Printf("%*d|%-*d|%.*f|%[1]*d|%*d\n", 5, 42, 6, 7, 2, 3.14159)
	fmt.Printf("%d %d\n", 1)
	fmt.Printf("%d\n", 1, 2, "x", nil, S("q"))
	fmt.Printf("%")
	fmt.Println()
	fmt.Printf("%!|%-|%5\n")
	fmt.Printf("%.*d|%*d\n", "x", 3, 1<<30, 4)
	fmt.Printf("%.d|%5.d|%-+08.3d|%+-8d|%x %X\n", 5, 6, 7, 8, -255, -255)
	fmt.Printf("%6.3v|%-10v|%010v|%+v\n", 3.14159, "s", -12, S("x"))
	fmt.Printf("%s %v %d\n", []any{S("a"), 1, nil}, []S{"x", "y"}, []S{"x"})
	fmt.Printf("%v %+v %T\n", &node{v: 1}, node{v: 2}, &node{})
	fmt.Printf("%v %s\n", panicker{}, goexitless{io.EOF})
	fmt.Printf("%v %d %x\n", grid{{1, 2}, {3, 4}}, grid{}, [2]string{"ab", "cd"})
	fmt.Printf("%t %t\n", 1, "x")
	fmt.Printf("%v %v\n", struct{ a, b any }{1, "x"}, struct{ E error }{io.EOF})
	fmt.Printf("%#v %#v\n", struct{ a, b any }{1, nil}, map[string]any{"k": []int{1}, "e": nil})
	fmt.Printf("%#v %#v %#v %#v\n", []any{nil, 1, "s"}, []string(nil), map[string]bool(nil), (*int)(nil))
	fmt.Printf("%#v %#v %#v %#v %#v %#v\n", 1.0, float32(2.5), 1e6, 1e21, uint8(3), 'x')
	fmt.Printf("%08b %o %#o %O %x %#X %U %#U %c %q\n", 5, 64, 64, 64, 3735928559, 48879, 0x1F600, 0x1F600, 0x1F600, 0x1F600)
	fmt.Printf("%q %+q %#q %q %q\n", "héllo\n", "héllo", "raw`s", 'x', 0x110000)
	fmt.Printf("%x|% x|%#x|%# x|%X|%.2x\n", "hello", "hello", "hello", "hello", []byte{1, 0xab}, "hello")
	fmt.Printf("%8.3s|%-8.3s|%.10s|%08s\n", "héllo", "héllo", "hé", "abc")
	fmt.Printf("%e %E %.0e %g %G %.3g %.10g %g\n", 123456.789, 0.00012, 15.0, 1e-10, 1e100, 1234.5678, 1234.5678, 100000.0)
	fmt.Printf("%f %.0f %.1f %10.2f|%-10.2f|%+.2f|% .2f|%010.2f\n", 1.5, 2.5, 0.05, 3.14159, 3.14159, 3.14159, 3.14159, -3.14159)
	fmt.Printf("%6.2f%% %v%%\n", 99.5, 10)
	fmt.Printf("%x %X %.3x %b\n", 1.5, -0.1, 3.14, 1.0)
	fmt.Printf("%v %v %v\n", int64(1)<<62, uint64(1)<<63, -1<<63)
	fmt.Printf("%5t|%-7t|%q\n", true, false, []string{"a b", "c"})
	fmt.Printf("%03d|%3d|%-3d|%+d|% d|%+03d\n", 7, 7, 7, 7, 7, 7)
	fmt.Printf("%d %s\n", map[string]int{"a": 1}, map[int]string{1: "x"})
	fmt.Printf("%v %v\n", [3]bool{true}, [0]int{})
	fmt.Print("a", "b", 1, 2, true, "c", 3.5, nil, nil, errors.New("e"), "\n")
	fmt.Print(1, 2, "\n")
	fmt.Print("x", 1, 2, "y", "\n")
	show()
	show(nil, []any{nil}, error(nil), S("z"), &[]int{1}, &struct{ A *int }{})
	fmt.Println(fmt.Sprint("a", 1, 2, "b"), fmt.Sprintln("x", 1), fmt.Sprint(), fmt.Sprint(nil))
	b := fmt.Append(nil, "a", 1)
	b = fmt.Appendf(b, "%03d", 7)
	b = fmt.Appendln(b, "z")
	fmt.Printf("%q\n", b)
	fmt.Fprintln(os.Stdout, "to stdout", 1)
	fmt.Fprintf(os.Stdout, "%s-%s\n", "x", "y")
	fmt.Fprint(os.Stdout, "p", "\n")
	n, err := fmt.Println("héé")
	fmt.Println(n, err)

	e1 := fmt.Errorf("one: %w", io.EOF)
	e2 := fmt.Errorf("two: %w and %w, %d", e1, os.ErrNotExist, 5)
	e3 := fmt.Errorf("three %v", e2)
	e4 := fmt.Errorf("bad %w", 5)
	e5 := fmt.Errorf("nil %w", nil)
	e6 := fmt.Errorf("%[2]w %[1]w", io.EOF, e4)
	for _, e := range []error{e1, e2, e3, e4, e5, e6} {
		fmt.Printf("%v | %T %v %v %v\n", e, e, errors.Is(e, io.EOF), errors.Is(e, os.ErrNotExist), errors.Unwrap(e))
	}
	fmt.Printf("%w\n", io.EOF)
	fmt.Println(fmt.Sprintf("%s|%v|%d", error(nil), error(nil), error(nil)))
	fmt.Println(fmt.Sprintf("%s %s", "a"), fmt.Sprintf("x", 1, "y"), fmt.Sprintf("%d%%", 5))
	fmt.Printf("%v %v\n", int8(-5), []int8{1, -1})
	fmt.Printf("%x %x %x\n", []string{"ab", "c"}, []int{10, 11}, [2]byte{1, 255})
	fmt.Printf("%s\n", []byte("abc"))
	fmt.Printf("%s %d %v\n", [3]byte{65, 66, 67}, [3]byte{65, 66, 67}, [3]byte{65, 66, 67})
	fmt.Printf("%-5v|%5v|%05v\n", []int{1, 2}, []string{"a"}, []int{3})
	fmt.Printf("%6.2f|%v\n", []float64{1, 2.345}, []float32{0.1, 1e10})
	fmt.Printf("%T %T %T %T %T %T %T\n", 1, "s", 1.5, []any{}, map[string][]int{}, func(int) (string, error) { return "", nil }, struct{ A int }{})
	fmt.Printf("%T %T %T %T %T\n", make(chan<- int), make(<-chan string), [3]*int{}, any(nil), 'x')
}
