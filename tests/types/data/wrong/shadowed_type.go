package main

func main() {
	int := 1
	var x int = 2
	_ = x
}
