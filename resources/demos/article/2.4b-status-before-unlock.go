// §2.4 The status of a goroutine that parks
// Claim: Go 1.25 stores gp.status atomically before the unlock; earlier releases updated it after it.
// Look at: in article-1.24 a goroutine has released the channel's lock and still says _Grunning when another P wants
// to make it ready: that P has to wait. In article-1.25, as in released Go, the status is there first.
//unwind:profile article-1.24

package main

import (
	"fmt"
	"sync"
)

func send(out chan<- int, wg *sync.WaitGroup) {
	defer wg.Done()
	for i := 0; i < 8; i++ {
		out <- i
	}
}

func receive(in <-chan int, wg *sync.WaitGroup) {
	defer wg.Done()
	for i := 0; i < 8; i++ {
		<-in
	}
}

func main() {
	var wg sync.WaitGroup
	c := make(chan int)
	for pair := 0; pair < 3; pair++ {
		wg.Add(2)
		go send(c, &wg)
		go receive(c, &wg)
	}
	wg.Wait()
	fmt.Println("all values have arrived")
}
