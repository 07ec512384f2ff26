package main

func main() {
	x = 1
	y := z + w()
	var t Missing
	_, _ = y, t
}
