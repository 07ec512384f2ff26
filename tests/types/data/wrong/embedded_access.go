package main

type Inner struct{ x int }
type Outer struct{ *Inner }

func (Inner) Hidden() {}

func main() {
	var o Outer
	o.hidden()
	_ = o.y
	o.Inner.z()
	var p *Outer
	p.Missing()
}
