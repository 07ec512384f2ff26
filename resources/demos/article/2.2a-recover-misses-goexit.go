// §2.2 Up to Go 1.24 recover can not capture Goexit
// Claim: Goexit starts no panic, so the recover of a deferred function never sees it.
// Look at: whether the deferred function runs at all. §2.1 says it does, §2.2 says it does not: that is the rule
// goexit-runs-defers=no.
//unwind:profile article-1.24

package main

import (
	"fmt"
	"runtime"
	"time"
)

func example() {
	defer func() {
		fmt.Println("the deferred function runs")
		if r := recover(); r != nil {
			fmt.Println("recovered:", r)
		}
	}()
	runtime.Goexit()
}

func main() {
	go example()
	time.Sleep(time.Millisecond)
	fmt.Println("main goes on")
}
