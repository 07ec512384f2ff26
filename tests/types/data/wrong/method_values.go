package main

type T struct{}

func (T) M(s string) int { return 0 }

func main() {
	var t T
	f := t.M
	f(1)
	var g func() = t.M
	_ = g
	_ = t.M == nil
	t.M = nil
	_ = T.N
}
