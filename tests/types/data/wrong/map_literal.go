package main

func main() {
	_ = map[string]int{"a": 1, "a": 2}
	_ = map[string]int{1: 1}
	_ = map[string]int{"a"}
	_ = map[string]int{"a": "b"}
	_ = map[[]int]int{}
	_ = map[any]int{1: 1, 1: 2, 1.0: 3, "1": 4}
	_ = map[float64]int{1: 1, 1.0: 2}
}
