package main

func f() int { return 0 }

func main() {
	s := "a"
	s++
	b := true
	b--
	1++
	f()++
	m := map[string]int{}
	m["a"]++
}
