package main

var x int

func f() int { return 1 }

func main() {
	const a = f()
	const b int = x
	const c []int = nil
	const d = "s" + 1
}
