package main

func main() {
	var n = 3
	var a [n]int
	var b [-1]int
	var c [1.5]int
	var d ["x"]int
	var e [m]int
	var f [f]int
	_, _, _, _, _, _ = a, b, c, d, e, f
}
