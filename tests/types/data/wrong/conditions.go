package main

func main() {
	if 1 {
	}
	for "a" {
	}
	if x := 1; x {
	}
	for i := 0; i; i++ {
	}
	if nil {
	}
}
