package main

func main() {
	s := 3
	var f float64 = 1 << s
	var g = 1.0 << s
	_ = f + g
	var i = make([]int, 1.0<<s)
	_ = i
	_ = 1.0<<s + 1.0
}
