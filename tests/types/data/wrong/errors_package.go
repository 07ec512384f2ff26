package main

import "errors"
import "fmt"

type T struct{}

func (*T) Error() string { return "" }
func f() error           { return nil }

func main() {
	err := errors.New(1)
	var target *T
	if errors.As(err) {
	}
	err = fmt.Errorf(5)
	err = T{}
	_, err := f()
}
