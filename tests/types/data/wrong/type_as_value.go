package main

type T struct{ a int }

func main() {
	x := 1
	var y x
	var z T.a
	_, _ = y, z
	t := T
	T.a = 1
}
