package main

type T struct{ a, b int }

func main() {
	_ = T{1}
	_ = T{1, 2, 3}
	_ = T{1, b: 2}
	_ = T{c: 1}
	_ = T{a: 1, a: 2}
	_ = T{a: "x"}
	_ = T{A: 1}
	_ = T{"x", 1}
	_ = &T{b: nil}
}
