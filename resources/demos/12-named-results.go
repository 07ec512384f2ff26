// Named results and defer
// A deferred closure can change named results after return has set them; unnamed ones are out of reach.

package main

import "fmt"

func named() (n int) {
	defer func() { n *= 2 }()
	return 21
}

func unnamed() int {
	n := 21
	defer func() { n *= 2 }()
	return n
}

func boom() int { panic("boom") }

func half() (a, b int) {
	defer func() { recover() }()
	a, b = 1, 2
	return 3, boom()
}

func main() {
	fmt.Println("named:", named())
	fmt.Println("unnamed:", unnamed())
	a, b := half()
	fmt.Println("a panic in the operands of return leaves both results:", a, b)
}
