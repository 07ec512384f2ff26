package main

type T struct{}

func main() {
	var s []int
	_ = string(s)
	_ = int("1")
	_ = T(1)
	_ = (*int)(s)
	_ = int()
	_ = int(1, 2)
	_ = [2]int(s)
	_ = [2]string(s)
	_ = error(1)
	_ = chan int(nil)
	_ = bool(1)
}
