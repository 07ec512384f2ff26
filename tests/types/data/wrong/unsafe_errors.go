package main

import "unsafe"

type T struct{ a int }

func (T) M() {}

func main() {
	var t T
	_ = unsafe.Offsetof(t)
	_ = unsafe.Offsetof(t.M)
	_ = unsafe.Sizeof()
	_ = unsafe.Sizeof(int)
	var p *int = unsafe.Pointer(nil)
	_ = p
	_ = uintptr(&t)
	_ = unsafe.Pointer(5)
}
