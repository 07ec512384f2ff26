package main

type T struct{}

func (t *T) Error() string { return "" }

func main() {
	x := 1
	switch x.(type) {
	}
	var e error
	switch y := e.(type) {
	case int:
	case T:
	}
	switch e.(type) {
	case *T, *T:
	case nil:
	case nil:
	case fmt:
	}
}
