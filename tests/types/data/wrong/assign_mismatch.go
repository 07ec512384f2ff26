package main

func f() (int, string) { return 1, "" }

func main() {
	a, b := 1
	c, d, e := f()
	_, _, _, _, _ = a, b, c, d, e
	a, b = 1, 2, 3
}
