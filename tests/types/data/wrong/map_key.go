package main

type T struct{ f func() }

var a map[[]int]string
var b map[func()]string
var c map[T]string
var d map[map[int]int]string
var e map[any]string
var f map[[2][]int]int

func main() {

}
