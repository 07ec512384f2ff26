package main

func main() {
	_ = 1 << -1
	_ = 1.5 << 1
	var s = 1.0
	_ = 1 << s
	_ = "a" << 1
	var u uint8 = 1 << 8
	_ = u
	_ = 1 << 2000
}
