package main

func f()            {}
func g() (int, int) { return 0, 0 }
func h(a int)       {}

func main() {
	x := f()
	_ = f() + 1
	var y int = f()
	if f() {
	}
	_, _ = x, y
	z := g()
	_ = z
	h(g())
}
