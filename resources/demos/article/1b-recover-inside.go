// §1 recover inside a deferred function
// Claim: the only legal place of recover() is a deferred function while a panic is on its way.
// Look at: the verdict "recovered", the frame of panic that is dropped, and where control resumes.
//unwind:profile article-1.25

package main

import "fmt"

func safe() {
	defer func() {
		if r := recover(); r != nil {
			fmt.Printf("Recovered: %v\n", r)
		}
	}()
	panic("intentional")
}

func main() {
	safe()
	fmt.Println("main goes on")
}
