package main

func main() {
	f := func(a int) string {
		b := a
		return a
	}
	f("x")
	g := func() { return g() }
	_ = g
}
