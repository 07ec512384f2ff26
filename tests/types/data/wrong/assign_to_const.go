package main

func main() {
	const k = 1
	k = 2
	k++
}
