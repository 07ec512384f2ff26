package main

import "strings"

func main() {
	x := strings
	strings = nil
	_ = x
}
