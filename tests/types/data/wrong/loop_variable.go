package main

func main() {
	for i := 0; i < 10; i++ {
		i := i
	}
	for i := range 3 {
		i = "a"
	}
	_ = i
}
