package main

func main() {
	x := 1
	x()
	x.y()
	"s"()
	nil()
	var e error
	e()
}
