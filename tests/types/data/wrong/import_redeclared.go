package main

import "strings"

var strings int

func main() {
	strings.ToUpper("")
}
