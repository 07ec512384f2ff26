package main

func main() {
	var e any
	switch x := e.(type) {
	case int:
	case string:
	}
	switch _ := e.(type) {
	}
	switch y := e.(type) {
	case int, string:
		var n int = y
		_ = n
	}
}
