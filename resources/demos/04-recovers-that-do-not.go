// Recovers that do not
// Not deferred, in a helper, deferred by a deferred function, or without a panic: recover returns nil.

package main

import "fmt"

func helper() any { return recover() }

func try(name string, body func()) {
	defer func() {
		fmt.Println(name+": the panic reached the outer frame:", recover())
	}()
	body()
}

func main() {
	fmt.Println("no panic:", recover())

	try("in the panicking body", func() {
		fmt.Println("  recover before the panic:", recover())
		panic("A")
	})
	try("nested helper", func() {
		defer func() { fmt.Println("  helper says:", helper()) }()
		panic("B")
	})
	try("deferred by a deferred function", func() {
		defer func() {
			defer func() { fmt.Println("  inner says:", recover()) }()
		}()
		panic("C")
	})
	try("argument of a deferred call", func() {
		defer fmt.Println("  evaluated early:", recover())
		panic("D")
	})
	func() {
		defer func() { fmt.Println("deferred, no panic:", recover()) }()
	}()
}
