package main

func f() int { return 0 }

func main() {
	x := 1
	_ = *x
	_ = *nil
	var e error
	_ = *e
	*f() = 1
}
