package main

func main() {
	s := "text"
	s[0] = 'x'
	p := &s[0]
	_ = p
}
