package main

func main() {
	a := [3]int{}
	_ = a[3]
	_ = a[-1]
	_ = a[1.5]
	_ = a["x"]
	s := []int{1}
	_ = s[-1]
	_ = "abc"[5]
	x := 1
	_ = x[0]
	var m map[string]int
	_ = m[1]
	var p *[]int
	_ = p[0]
}
