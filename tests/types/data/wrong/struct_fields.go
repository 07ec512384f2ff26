package main

type T struct {
	a int
	a string
	b, b int
	T2
	T2 int
}
type T2 struct{}
type U struct {
	*int
	**T2
	*I
	P
}
type I interface{}
type P *T

func main() {

}
