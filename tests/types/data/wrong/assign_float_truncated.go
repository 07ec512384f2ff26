package main

func main() {
	var n int = 1.5
	var m int = 2.0
	_, _ = n, m
}
