package main

type S struct{}

func main() {
	var p, q *int
	_ = p < q
	_ = true < false
	_ = S{} > S{}
	var e error
	_ = e <= e
}
