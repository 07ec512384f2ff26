package main

func main() {
	m := map[string]int{}
	delete(m, 1)
	delete(m)
	delete(1, 2)
	close(m)
	var r <-chan int
	close(r)
	clear(1)
	clear("a")
}
