package main

func main() {
	var i int = 1
	var i64 int64 = 2
	var u uint = 3
	var f float64 = 4
	_ = i + i64
	_ = i * u
	_ = f * i
	_ = i << i64
	_ = i / 2.0
	_ = i / 2.5
	_ = f % 2
	_ = u & -1
}
