// A panic in one goroutine ends all
// Nobody recovers in the worker, so the whole program dies with status 2; main's deferred calls do not run.

package main

import "fmt"

func worker() {
	defer fmt.Println("worker: my deferred call runs")
	var m map[string]int
	m["key"] = 1
}

func main() {
	defer fmt.Println("never printed: main's deferred call")
	fmt.Println("main waits")
	go worker()
	select {}
}
