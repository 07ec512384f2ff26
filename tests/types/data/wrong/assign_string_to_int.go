package main

func main() {
	var n int = "text"
	var s string = 'x'
	_, _ = n, s
}
