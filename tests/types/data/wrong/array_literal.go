package main

func main() {
	_ = [2]int{1, 2, 3}
	_ = [...]int{5: 1, 5: 2}
	_ = []int{-1: 1}
	_ = []int{"a"}
	_ = [2]int{"x": 1}
	_ = [...]string{1, 2}
	var a [...]int
	_ = a
	_ = []int{1.5}
	_ = []int{1: 1, 0: 2, 3}
}
