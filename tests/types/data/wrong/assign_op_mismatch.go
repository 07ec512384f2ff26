package main

func main() {
	x := 1
	y := 2.5
	x += y
	x <<= y
	_ = x
}
