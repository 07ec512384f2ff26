package main

func main() {
	a, b, s := 1, 2.0, "x"
	_ = a + b
	_ = a + s
	_ = s - s
	_ = a == s
	_ = a && true
	_ = !a
	_ = -s
	_ = ^b
}
