package main

func f() int { return 0 }

func main() {
	f() = 1
	1 = 2
	"s"[0] = 'x'
}
