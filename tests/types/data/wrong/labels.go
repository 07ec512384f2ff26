package main

func main() {
unused:
	for {
		break missing
	}
L:
	for {
		continue L
		goto M
	}
}
