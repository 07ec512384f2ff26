// §1 go vet flags recover outside deferred functions
// Claim: a new check of go vet marks every recover() in the body of a function that is not deferred.
// Look at: the squiggles, F8 explains them; `unwind vet` lists the same, article-1.24 and released go vet do not.
//unwind:profile article-1.25

package main

import "fmt"

func fallback() string {
	if r := recover(); r != nil { // the old way to "detect" errors: never true
		return fmt.Sprint("failed: ", r)
	}
	return "no error seen"
}

func guarded() (text string) {
	defer func() {
		text = fmt.Sprint("caught: ", recover())
	}()
	panic("disk full")
}

func main() {
	fmt.Println(fallback())
	fmt.Println(guarded())
}
