package main

const (
	a, b = iota, iota
	c
	d, e, f
)

func main() {

}
