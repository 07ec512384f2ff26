package main

func main() {
	for i := range 3.5 {
		_ = i
	}
	for i, j := range 10 {
		_, _ = i, j
	}
	var c chan int
	for i, v := range c {
		_, _ = i, v
	}
	for range nil {
	}
	var p *[]int
	for range p {
	}
	var s chan<- int
	for range s {
	}
	for i := range main {
		_ = i
	}
}
