// A chain of re-panics
// Each layer recovers, adds its word and panics again; nobody takes the last one, so the chain is printed.

package main

import "fmt"

func layer(n int) {
	defer func() {
		r := recover()
		fmt.Printf("layer %d recovered: %v\n", n, r)
		if n == 2 {
			panic(r)
		}
		panic(fmt.Sprintf("layer %d: %v", n, r))
	}()
	if n == 3 {
		panic("disk full")
	}
	layer(n + 1)
}

func main() {
	layer(1)
}
