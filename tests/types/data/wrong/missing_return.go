package main

func a() int {
}

func b() int {
	for {
		break
	}
}

func c(x int) int {
	if x > 0 {
		return 1
	}
}

func d(x int) int {
	switch x {
	case 1:
		return 1
	}
}

func e() int { panic(1) }

func f() (n int) {
L:
	for {
		for {
			break L
		}
	}
}

func g(c chan int) int {
	select {
	case <-c:
		return 1
	}
}

func main() {

}
