package main

import "strings"

func main() {
	strings.Foo()
	strings.toupper()
	strings.builder()
	var b strings.Bilder
	_ = b
}
