// A recover that works
// recover, called directly by a deferred function, stops the panic; the function returns normally to its caller.

package main

import "fmt"

func divide(a, b int) (q int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("divide: %v", r)
		}
	}()
	return a / b, nil
}

func main() {
	q, err := divide(6, 3)
	fmt.Println(q, err)
	q, err = divide(1, 0)
	fmt.Println(q, err)
	fmt.Println("main goes on")
}
