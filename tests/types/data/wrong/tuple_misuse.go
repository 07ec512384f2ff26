package main

func f() (int, int) { return 0, 0 }
func g(a, b, c int) {}

func main() {
	var x = f()
	x, y := f(), f()
	if f() {
	}
	_ = []int{f()}
	g(f(), 1)
	switch f() {
	}
	return f()
}
