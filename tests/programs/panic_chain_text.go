// What an uncaught chain of panics prints.
package main

import "fmt"

type code int
type word string
type problem struct{ n int }

func (p *problem) Error() string { return fmt.Sprint("problem ", p.n) }

func main() {
	defer func() { panic(word("last")) }()
	defer func() {
		defer func() { panic(code(3)) }()
		recover()
	}()
	defer func() { panic(&problem{2}) }()
	defer func() {
		r := recover()
		fmt.Println("recovered", r)
		panic(r)
	}()
	panic("first\nwith a second line")
}
