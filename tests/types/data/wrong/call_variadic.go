package main

func h(s string, xs ...int) {}

func main() {
	h("a")
	h("a", 1, 2.5)
	h("a", []int{1}...)
	h("a", []string{}...)
	h("a", 1, []int{1}...)
}
