package main

func f() int { return 0 }

func main() {
	c := make(chan int)
	select {
	case x := <-c:
	case c <- "a":
	case f():
	case y := 1:
	}
}
