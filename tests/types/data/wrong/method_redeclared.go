package main

type T struct{ x int }

func (T) M()  {}
func (*T) M() {}
func (T) x()  {}

type I interface{}

func (I) M()  {}
func (*I) N() {}

func main() {

}
