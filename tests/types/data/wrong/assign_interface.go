package main

type R interface{ Read() }
type T struct{}

func (t *T) Read() {}

func main() {
	var r R = T{}
	var q R = &T{}
	_, _ = r, q
}
