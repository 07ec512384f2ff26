package main

func main() {
	len()
	_ = len(1, 2)
	_ = len(1)
	_ = cap(map[int]int{})
	_ = cap("s")
	_ = new()
	_ = new(1)
	_ = len
	panic()
	panic(1, 2)
	println(nil)
	recover(1)
}
