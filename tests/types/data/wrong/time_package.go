package main

import "time"

func main() {
	n := 2
	time.Sleep(n * time.Second)
	var d time.Duration = n
	d = 1.5
	_ = d
	_ = time.After("1s")
}
