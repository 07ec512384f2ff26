package main

type T func()
type P struct{ x int }

func main() {
	_ = int{}
	_ = T{}
	_ = []int{{1}}
	_ = [](*P){{1}, {x: 2}}
	_ = map[string]P{"a": {1, 2}}
}
