package main

func f(a int, b string)   {}
func g() (string, int)    { return "", 0 }
func g2() (int, int, int) { return 0, 0, 0 }
func h(xs ...int)         {}

func main() {
	f()
	f(1)
	f(1, "a", 2)
	f("a", 1)
	f(g())
	f(g2())
	h(1, 2, "3")
	h(nil...)
	f(1, []string{}...)
}
