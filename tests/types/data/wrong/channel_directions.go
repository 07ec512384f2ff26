package main

func main() {
	var c chan int
	var r <-chan int = c
	var s chan<- int = c
	c = r
	c = s
	r = s
	var d chan string = c
	_ = d
}
