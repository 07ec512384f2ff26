package main

import "strings"

func main() {
	_ = strings.Builder{addr: nil}
}
