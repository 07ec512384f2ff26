package main

type Stringer interface{ String() string }
type T struct{}

func main() {
	var s Stringer
	var t T
	_ = s == t
	_ = t == s
	var x interface{ M() }
	_ = x == t
}
