package main

type I interface{ Method(x int) string }
type J interface {
	I
	Other()
}
type A struct{}
type B struct{}
type C struct{}
type D struct{ Method int }
type E struct{}

func (B) Method(x string) string { return x }
func (C) method(x int) string    { return "" }
func (*E) Method(x int) string   { return "" }

func main() {
	var i I
	i = A{}
	i = B{}
	i = C{}
	i = D{}
	i = E{}
	i = 5
	i = nil
	var j J = i
	_ = j
	var k I = j
	_ = k
}
