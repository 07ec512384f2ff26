package main

func f() {}

func main() {
	go f
	defer f
	go int(1)
	defer len("a")
	defer append([]int{}, 1)
	go func() {}
	defer recover()
	defer panic(1)
	defer new(int)
}
