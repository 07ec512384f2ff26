package main

func main() {
	_ = int8(300)
	_ = uint(-1)
	_ = int(1.5)
	_ = string(1.5)
	_ = float32(1e100)
	_ = []byte(1)
}
