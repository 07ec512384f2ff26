package main

func main() {
	var b byte = '世'
	var r rune = "x"
	_, _ = b, r
}
