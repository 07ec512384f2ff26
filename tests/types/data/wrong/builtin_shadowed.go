package main

func main() {
	len := 1
	_ = len("a")
}
