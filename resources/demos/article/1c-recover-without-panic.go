// §1 recover without a panic
// Claim: recover() in a deferred function with no panic in progress still returns nil in Go 1.25.
// Look at: the verdict "no panic". It is no error, although nothing is recovered.
//unwind:profile article-1.25

package main

import "fmt"

func calm() {
	defer func() {
		fmt.Println("recover returned", recover())
	}()
	fmt.Println("nothing happens")
}

func main() {
	calm()
	fmt.Println("main goes on")
}
