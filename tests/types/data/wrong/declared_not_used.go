package main

func main() {
	x := 1
	var y, z = 2, 3
	z = 4
	func() { w := 1 }()
	for i, v := range []int{1} {
	}
}
