package main

func main() {
	c := make(chan int)
	var r <-chan int
	var s chan<- int
	c <- "a"
	r <- 1
	_ = <-s
	<-1
	1 <- 1
	x := <-c + "a"
	_ = x
}
