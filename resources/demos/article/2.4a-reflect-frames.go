// §2.4 Reflection frames are skipped
// Claim: the panicwrap hook leaves frames of package reflect out, so that a handler sees where the fault really is.
// Look at: the stack on standard error: reflect's frame is missing. In go1.25 it is there.
//unwind:profile article-1.25

package main

import (
	"fmt"
	"reflect"
	"runtime/debug"
)

func elemOf(x any) reflect.Type {
	return reflect.TypeOf(x).Elem()
}

func main() {
	defer func() {
		r := recover()
		debug.PrintStack()
		fmt.Println("recovered:", r)
	}()
	fmt.Println(elemOf([]int{1}))
	fmt.Println(elemOf(1))
}
