package main

func (int) A()     {}
func (*string) B() {}
func ([]int) C()   {}
func (Missing) D() {}
func (P) E()       {}
func (**T) F()     {}
func (error) G()   {}

type T struct{}
type P *T

func main() {

}
