// §1 debug.PrintStack in a recover handler
// Claim: Go 1.25 prints the whole stack, with the panic's origin and every active defer; Go 1.24 may cut it short.
// Look at: the stack on standard error. Then choose article-1.24: the panic and the functions below it are gone.
//unwind:profile article-1.25

package main

import (
	"fmt"
	"runtime/debug"
)

func handle() {
	if r := recover(); r != nil {
		debug.PrintStack()
		fmt.Println("reported:", r)
	}
}

func query(rows []string, n int) string {
	defer fmt.Println("query is over")
	return rows[n]
}

func serve() {
	defer handle()
	query([]string{"a", "b"}, 5)
}

func main() {
	serve()
	fmt.Println("main goes on")
}
