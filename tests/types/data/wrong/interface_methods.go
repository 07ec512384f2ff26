package main

type I interface {
	M()
	M(int)
	_()
}
type J interface {
	K
	M(int)
}
type K interface{ M() }
type L interface {
	L
}

func main() {

}
