package main

func main() {
	var e error = recover()
	x := panic(1)
	recover() = nil
	defer func() { r := recover() }()
	r := recover().(string) + 1
	_, _, _ = e, x, r
}
