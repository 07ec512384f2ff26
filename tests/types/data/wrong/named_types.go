package main

type Celsius float64
type Fahrenheit float64
type Ints []int
type Ints2 []int

func main() {
	var c Celsius = 1
	var f Fahrenheit = c
	var x float64 = c
	c = f + c
	c = 1.5 + x
	var s Ints = []int{1}
	var t []int = s
	var u Ints2 = s
	_, _, _ = f, t, u
}
