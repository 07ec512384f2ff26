package main

type S struct {
	a int
	b []int
}

func main() {
	a, b := []int{}, []int{}
	_ = a == b
	m := map[int]int{}
	_ = m == m
	f := func() {}
	_ = f == f
	_ = S{} == S{}
	_ = [1][]int{} == [1][]int{}
	_ = f < nil
}
