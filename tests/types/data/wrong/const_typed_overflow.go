package main

func main() {
	const a int8 = 127 + 1
	const b = int8(127) + 1
	const c uint = -1
	const d = uint8(255) << 1
	const e = ^uint8(0) + 1
}
