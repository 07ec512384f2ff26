package main

import "sync"

func main() {
	var wg sync.WaitGroup
	wg.Ad(1)
	go wg.Done
	wg.Wait(1)
	x := wg.Wait()
	var mu sync.Mutex = 1
	mu.lock()
}
