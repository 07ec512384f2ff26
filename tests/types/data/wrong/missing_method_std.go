package main

import "fmt"
import "io"

type T struct{}

func (T) error() string     { return "" }
func (T) String() int       { return 0 }
func (T) Read(p []byte) int { return 0 }

func main() {
	var e error = T{}
	var s fmt.Stringer = T{}
	var r io.Reader = T{}
	_, _, _ = e, s, r
}
