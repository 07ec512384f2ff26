package main

func main() {
	_ = make()
	_ = make(int)
	_ = make([]int)
	_ = make([]int, 1, 2, 3)
	_ = make([]int, 2, 1)
	_ = make([]int, -1)
	_ = make([]int, "a")
	_ = make(map[int]int, 1, 2)
	_ = make(chan int, 1.5)
	_ = make([3]int)
}
