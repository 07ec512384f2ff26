package main

var x int

func f() {}

func main() {
	len("a")
	append([]int{}, 1)
	int(1)
	1 + 2
	"text"
	f
	func() {}
	-x
	(x)
	make([]int, 1)
	new(int)
	x == 1
}
