package main

type T struct{ x int }

func (t T) M() {}

func main() {
	_ = T.Missing
	_ = T.x
	_ = int.String
	T.M()
	T.M(1)
}
