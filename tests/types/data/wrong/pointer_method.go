package main

type I interface{ M() }
type T struct{}

func (t *T) M() {}

var m map[int]T

func main() {
	T{}.M()
	m[1].M()
	_ = T.M
	var i I = T{}
	_ = i
}
