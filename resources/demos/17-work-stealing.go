// Work stealing with 4 Ps
// One goroutine makes many; idle Ps steal half of its queue. Watch the Scheduler.

package main

import (
	"fmt"
	"sync"
)

func count(n int) int {
	sum := 0
	for i := 0; i < n; i++ {
		sum += i % 7
	}
	return sum
}

func main() {
	var wg sync.WaitGroup
	sums := make([]int, 24)
	for i := range sums {
		wg.Add(1)
		go func() {
			defer wg.Done()
			sums[i] = count(200 + 50*i)
		}()
	}
	wg.Wait()
	total := 0
	for _, s := range sums {
		total += s
	}
	fmt.Println("total:", total)
}
