package main

func fail(depth, i int) {
	if depth == 0 {
		panic(i)
	}
	fail(depth-1, i)
}

func try(depth, i int) (n int) {
	defer func() {
		n = recover().(int)
	}()
	fail(depth, i)
	return 0
}

func main() {
	sum := 0
	for i := 0; i < 20000; i++ {
		sum += try(100, i)
	}
	println(sum)
}
