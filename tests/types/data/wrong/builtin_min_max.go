package main

func main() {
	_ = min(1, "a")
	_ = max()
	_ = min([]int{})
	var x int
	var y float64
	_ = max(x, y)
	_ = min(x, 1.5)
	min(1, 2)
}
