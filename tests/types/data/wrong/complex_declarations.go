package main

var a, b int = 1
var c, d = 1, 2, 3
var e, f int = g()
var i, j = k()

func g() (int, string) { return 0, "" }
func k() int           { return 0 }

func main() {

}
