package main

func main() {
	var x uint8 = 300
	x = -1
	x += 256
	_ = x
}
