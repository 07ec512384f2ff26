package main

type I interface{ M() }
type T struct {
	name string
	x    int
}

func (T) Do() {}

func main() {
	t := T{}
	_ = t.missing
	_ = t.Name
	t.do()
	_ = t.x.y
	var p **T
	_ = p.name
	var i *I
	i.M()
	_ = main.x
}
