// Timers and select with a timeout
// A slow answer loses against time.After, a ticker ticks, and a stopped timer never fires.

package main

import (
	"fmt"
	"time"
)

func answer(after time.Duration) <-chan string {
	c := make(chan string, 1)
	go func() {
		time.Sleep(after)
		c <- "answer"
	}()
	return c
}

func ask(after time.Duration) {
	select {
	case s := <-answer(after):
		fmt.Println(after, "in time:", s)
	case <-time.After(50 * time.Millisecond):
		fmt.Println(after, "timed out")
	}
}

func main() {
	ask(10 * time.Millisecond)
	ask(200 * time.Millisecond)

	ticker := time.NewTicker(20 * time.Millisecond)
	defer ticker.Stop()
	for i := range 3 {
		<-ticker.C
		fmt.Println("tick", i)
	}

	timer := time.AfterFunc(time.Second, func() { fmt.Println("never printed") })
	fmt.Println("stopped in time:", timer.Stop())
}
