package main

func main() {
	sum := 0
	for i := 0; i < 5000; i++ {
		for j := 0; j < 10000; j++ {
			sum += i ^ j
		}
	}
	println(sum)
}
