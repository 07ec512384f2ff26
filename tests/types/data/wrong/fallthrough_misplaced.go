package main

func main() {
	switch {
	case true:
		fallthrough
	}
	var e any
	switch e.(type) {
	case int:
		fallthrough
	case string:
	}
	fallthrough
}
