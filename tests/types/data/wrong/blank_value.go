package main

func main() {
	x := _
	_ = x
	_()
	var t _
	_ = t
}
