// recover outside a deferred function
// The article's Go 1.25 raises a run-time error where released Go quietly returns nil.
//unwind:profile article-1.25

package main

import "fmt"

func careless() {
	fmt.Println("recover returned", recover())
}

func main() {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("error:", r)
		}
	}()
	careless()
	fmt.Println("main ends")
}
