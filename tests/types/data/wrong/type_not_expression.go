package main

type T struct{}

func main() {
	_ = int
	x := T
	int
	T{}
	_ = x
	var y 5
	var z main
}
