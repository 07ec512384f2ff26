package main

func main() {
	_ = "a" + 1
	_ = true + 1
	_ = nil + nil
	_ = nil == nil
	_ = 'a' + "b"
	_ = 1 == "1"
}
