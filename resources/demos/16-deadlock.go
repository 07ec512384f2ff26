// Deadlock
// Two goroutines take two locks in opposite order; nobody can ever run again and the runtime says so.

package main

import (
	"fmt"
	"sync"
)

func main() {
	var a, b sync.Mutex
	ready := make(chan bool)
	a.Lock()
	go func() {
		b.Lock()
		ready <- true
		a.Lock()
		fmt.Println("never printed")
	}()
	<-ready
	fmt.Println("each holds one lock and wants the other")
	b.Lock()
}
