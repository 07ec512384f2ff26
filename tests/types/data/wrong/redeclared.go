package main

func f() {}

var f int

type f struct{}

func main() {
	var a int
	var a string
	const a = 1
	_ = a
}
