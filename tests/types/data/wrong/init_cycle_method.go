package main

type T struct{}

func (T) M() int { return x }

var t T
var x = t.M()
var y = T.M(t)

func main() {

}
