package main

func main() {
	var s string
	var n int
	for s = range []int{} {
	}
	for n, s = range "abc" {
	}
	for n, s = range map[int]string{} {
	}
	for s, n = range map[int]string{} {
	}
	for 1 = range []int{} {
	}
	_, _ = s, n
}
