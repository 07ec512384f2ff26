package main

func main() {
	s := []int{}
	s = append(s, "a")
	s = append(1, 2)
	s = append(s, []int{1})
	s = append(s, []string{}...)
	s = append()
	copy(s, "abc")
	copy(s, []string{})
	copy(1, 2)
	copy(s)
	s = append(nil, 1)
}
