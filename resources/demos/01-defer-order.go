// Defer order
// Deferred calls run last in, first out, when the function ends; not when the block does.

package main

import "fmt"

func main() {
	defer fmt.Println("deferred first, runs last")
	for i := 1; i <= 3; i++ {
		defer fmt.Println("deferred in the loop:", i)
	}
	if true {
		defer fmt.Println("deferred in a block")
	}
	fmt.Println("main is about to return")
}
