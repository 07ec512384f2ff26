package main

var x [len(x)]int

type T [len(y)]int

var y T

func f() [len(f())]int

func main() {

}
