package main

func main() {
	x := 'ab'
	var s string = 1
	t := "abc\q"
	y := 09
	z := 1_
	c := ''
	undefinedThing()
	println(x, s, t, 0x, c)
	var f float64 = 1e
}
