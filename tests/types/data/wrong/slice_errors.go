package main

func main() {
	s := []int{1}
	_ = s[2:1]
	_ = s[-1:]
	_ = "abc"[1:2:3]
	_ = [3]int{}[:]
	x := 1
	_ = x[1:2]
	a := [3]int{}
	_ = a[:5]
	_ = a[2:1]
	_ = a["x":]
}
