// A panic replaces a panic
// A deferred call that panics aborts the panic that runs it; an outer recover sees the newest value only.

package main

import (
	"errors"
	"fmt"
)

var errCleanup = errors.New("cleanup failed")

func work() {
	defer fmt.Println("the first deferred call still runs")
	defer func() {
		fmt.Println("cleanup begins")
		panic(errCleanup)
	}()
	panic("work failed")
}

func main() {
	defer func() {
		r := recover()
		fmt.Println("recovered:", r)
		fmt.Println("the older panic is gone:", recover())
	}()
	work()
}
