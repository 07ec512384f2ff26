package main

func main() {
	const a = 1 / 0
	x := 5
	_ = x / 0
	_ = x % 0
	_ = 1.0 / 0.0
	var f float64
	_ = f / 0
}
