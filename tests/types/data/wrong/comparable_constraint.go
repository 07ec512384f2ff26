package main

type T struct{ c comparable }

func f(c comparable) {}

func main() {
	var x comparable
	_ = x
}
