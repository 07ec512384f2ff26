package main

func main() {
	_ = nil.x
	nil()
	_ = nil[0]
	for range nil {
	}
	_ = *nil
	_ = len(nil)
	var x = nil
	nil = 1
	_ = nil.(int)
}
