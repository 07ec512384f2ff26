package main

func main() {
	x := iota
	_ = x
	const a, b = iota
	const c = 1, 2
}
