// §2.1 The states of a goroutine that calls Goexit
// Claim: casgstatus takes it from _Grunning to _Grunnable, dropg unbinds it from its M, schedule finds it _Gdead.
// Look at: the G-status view of G2, step by step. In go1.25 it goes from _Grunning to _Gdead directly.
//unwind:profile article-1.25

package main

import (
	"fmt"
	"runtime"
)

func leave(done chan<- bool) {
	defer close(done)
	runtime.Goexit()
}

func main() {
	done := make(chan bool)
	go leave(done)
	<-done
	runtime.Gosched() // let it come to its end
	fmt.Println("main goes on")
}
