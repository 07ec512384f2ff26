package main

func fail(i int) {
	panic(i)
}

func try(i int) (n int) {
	defer func() {
		n = recover().(int)
	}()
	fail(i)
	return 0
}

func main() {
	sum := 0
	for i := 0; i < 100000; i++ {
		sum += try(i)
	}
	println(sum)
}
