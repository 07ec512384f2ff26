package main

type T error

func main() {
	const a []int = nil
	const b T = 1
	type S struct{}
	const c S = S{}
}
