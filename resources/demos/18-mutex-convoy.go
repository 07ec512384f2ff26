// Mutex convoy
// Goroutines that all want one mutex line up behind it: parallel work turns into a queue.

package main

import (
	"fmt"
	"sync"
	"time"
)

type counter struct {
	mu sync.Mutex
	n  int
}

func (c *counter) add() {
	c.mu.Lock()
	defer c.mu.Unlock()
	n := c.n
	time.Sleep(time.Millisecond)
	c.n = n + 1
}

func main() {
	var c counter
	var wg sync.WaitGroup
	for range 6 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			c.add()
			c.add()
		}()
	}
	wg.Wait()
	fmt.Println("count:", c.n)
}
