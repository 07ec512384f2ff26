package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
)

type MyErr struct {
	Code int
	In   error
}

func (e *MyErr) Error() string { return fmt.Sprintf("my %d", e.Code) }
func (e *MyErr) Unwrap() error { return e.In }

type isErr struct{}

func (isErr) Error() string        { return "is" }
func (isErr) Is(target error) bool { return target == io.EOF }

type asErr struct{}

func (asErr) Error() string { return "as" }
func (asErr) As(t any) bool {
	if p, ok := t.(**MyErr); ok {
		*p = &MyErr{Code: 99}
		return true
	}
	return false
}

type slice []int

func (slice) Error() string { return "slice" }

func try(f func()) {
	defer func() {
		r := recover()
		re, isRuntime := r.(runtime.Error)
		_, isErr := r.(error)
		fmt.Printf("%v|%T|%v|%v\n", r, r, isRuntime, isErr)
		if isRuntime {
			fmt.Println(re.Error())
		}
	}()
	f()
}

func main() {
	base := errors.New("base")
	m := &MyErr{1, base}
	j := errors.Join(nil, m, io.EOF)
	w := fmt.Errorf("w: %w", j)
	for _, e := range []error{base, m, j, w, isErr{}, asErr{}, slice{1}, nil} {
		var me *MyErr
		fmt.Println(e, errors.Is(e, base), errors.Is(e, io.EOF), errors.Is(e, m), errors.Unwrap(e) != nil, errors.As(e, &me), me)
		var se slice
		var any interface{ Is(error) bool }
		fmt.Println(errors.As(e, &se), errors.As(e, &any))
	}
	fmt.Println(errors.Join(nil, nil) == nil, errors.Is(slice{1}, slice{1}), base == errors.New("base"))
	fmt.Printf("%q\n", j.Error())
	try(func() { errors.As(base, nil) })
	try(func() { var x *int; errors.As(base, x) })
	try(func() { var x int; errors.As(base, &x) })
	try(func() { errors.As(base, base) })
	var s []int
	var mp map[string]int
	var p *MyErr
	var i any = "str"
	zero := 0
	idx := 5
	try(func() { _ = s[idx] })
	try(func() { _ = s[:idx] })
	try(func() { mp["x"] = 1 })
	try(func() { fmt.Println(p.Code) })
	try(func() { fmt.Println(i.(int)) })
	try(func() { fmt.Println(i.(error)) })
	try(func() { fmt.Println(1 / zero) })
	try(func() { panic(nil) })
	try(func() { panic(base) })
	try(func() { panic(fmt.Sprintf("%d", 5)) })
	try(func() { _ = make([]int, zero-1) })
	try(func() { var c chan int; close(c) })
	try(func() { var f func(); f() })
	try(func() { _ = any(s) == any(s) })
	_, err := os.Open("missing.txt")
	var pe *os.PathError
	fmt.Println(err, errors.Is(err, os.ErrNotExist), os.IsNotExist(err), errors.As(err, &pe), pe.Op, pe.Path)
	fmt.Println(io.EOF, io.ErrUnexpectedEOF, os.ErrExist, os.ErrInvalid, os.Getenv("UNWIND_NOT_SET") == "")
}
