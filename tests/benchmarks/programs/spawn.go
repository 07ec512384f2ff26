package main

import "sync"

func main() {
	var wg sync.WaitGroup
	total := 0
	for batch := 0; batch < 100; batch++ {
		wg.Add(1000)
		for i := 0; i < 1000; i++ {
			go func() {
				total += i
				wg.Done()
			}()
		}
		wg.Wait()
	}
	println(total)
}
