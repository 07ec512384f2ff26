package main

type T struct{}

func (t *T) Error() string { return "" }

func main() {
	x := 1
	_ = x.(int)
	var e error
	_ = e.(T)
	_ = e.(*T)
	_ = e.(interface{ Foo() })
	_ = e.(Missing)
}
