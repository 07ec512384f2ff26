package main

func f(a int, a string) (b int, b error) { return }
func (t T) m(t int)                      {}

type T struct{}

func main() {

}
