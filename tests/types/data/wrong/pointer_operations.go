package main

func main() {
	x := 1
	p := &x
	p++
	_ = p + 1
	_ = p == x
	_ = **p
	p = x
	*p = "a"
	q := &p
	_ = q.x
}
