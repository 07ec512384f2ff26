package main

type T struct{}

var m map[string]int

func f() int { return 0 }

func main() {
	_ = &1
	_ = &f()
	_ = &m["a"]
	_ = &T{}
	_ = &"s"[0]
}
