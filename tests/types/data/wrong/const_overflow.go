package main

func main() {
	const big = 1 << 600
	const huge = 1 << 500 * 1 << 500
	var x int = 1 << 63
	var y = 1 << 64
	_, _ = x, y
}
