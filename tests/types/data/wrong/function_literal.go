package main

func main() {
	f := func(x int) { return x }
	_ = f
	var g func(int) string = func(x int) int { return x }
	_ = g
	func() int { return 1 }
	var h func() = main
	h = f
}
