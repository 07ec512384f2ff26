package main

func g(s string) string { return s }
func h(x int) string    { return "" }

func main() {
	var f func(int) string
	f = g
	f = h
	f = func(x int) {}
	_ = f == nil
	_ = f == g
}
