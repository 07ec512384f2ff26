package main

func main() {
	switch {
	default:
	default:
	}
	var x any
	switch x.(type) {
	default:
	default:
	}
}
