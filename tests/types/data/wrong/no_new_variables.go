package main

func main() {
	a := 1
	a := 2
	a, b := 3, 4
	a, b := 5, 6
	_, _ = a, b
}
