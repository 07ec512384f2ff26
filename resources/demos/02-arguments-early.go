// Arguments are evaluated early
// A deferred call keeps the values its arguments had at the defer statement; a closure sees the latest.

package main

import "fmt"

type account struct{ balance int }

func (a account) show(label string)     { fmt.Println(label, a.balance) }
func (a *account) showNow(label string) { fmt.Println(label, a.balance) }

func name() string {
	fmt.Println("name() is called at the defer statement")
	return "copied receiver:"
}

func main() {
	a := account{balance: 10}
	x := 1
	defer fmt.Println("argument x:", x)
	defer func() { fmt.Println("captured x:", x) }()
	defer a.show(name())
	defer a.showNow("through a pointer:")
	x = 2
	a.balance = 99
	fmt.Println("main is about to return")
}
