package main

func main() {
	switch x := 1; x {
	case 1, 2:
	case 2, 3, 1 + 2:
	case "a":
	case 1.5:
	}
	switch "a" {
	case "a", "b":
	case "a":
	}
}
