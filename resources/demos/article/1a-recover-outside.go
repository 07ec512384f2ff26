// §1 recover outside a deferred function
// Claim: where recover() used to return nil silently, Go 1.25 raises a run-time error and the program aborts.
// Look at: the verdict of the recover call, the panic that it raises, exit code 2. Then choose go1.25: nil, and the
// program goes on. The rule strict-recovery=off is the article's -gcflags=-d=panicrecovery: nil again.
//unwind:profile article-1.25

package main

import "fmt"

func risky() {
	_ = recover()
}

func main() {
	fmt.Println("before")
	risky()
	fmt.Println("after: recover returned nil without a word")
}
