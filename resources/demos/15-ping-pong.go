// Unbuffered ping-pong
// A value goes to and fro between two goroutines; every send waits for its receiver.

package main

import "fmt"

func player(name string, in <-chan int, out chan<- int) {
	defer close(out)
	for n := range in {
		fmt.Println(name, n)
		out <- n + 1
	}
}

func main() {
	ping, pong := make(chan int), make(chan int)
	go player("ping", ping, pong)
	ping <- 1
	for n := range pong {
		fmt.Println("pong", n)
		if n == 6 {
			break
		}
		ping <- n + 1
	}
	fmt.Println("game over")
}
