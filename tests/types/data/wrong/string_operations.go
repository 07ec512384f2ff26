package main

func main() {
	s := "a"
	s = s + 'b'
	s += 1
	_ = s * 2
	_ = s[0] + "x"
	_ = s == 'a'
	for i, c := range s {
		var b byte = c
		var t string = i
		_, _ = b, t
	}
}
