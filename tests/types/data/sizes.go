package main

import "unsafe"

type (
	empty struct{}
	small struct{ a, b bool }
	mixed struct {
		a bool
		b int64
		c bool
		d int32
		e int16
		f bool
	}
	tail struct {
		a int64
		b struct{}
	}
	tailSmall struct {
		a bool
		b [0]int64
	}
	onlyEmpty struct {
		a struct{}
		b [0]int
	}
	header struct {
		s string
		b []byte
		i any
		e error
		m map[int]int
		c chan int
		f func()
		p *int
		u unsafe.Pointer
		t uintptr
	}
	nested struct {
		a byte
		m mixed
		b byte
		x [3]mixed
		y [2]small
		z float32
	}
	embedded struct {
		small
		mixed
		tail
	}
	arrays struct {
		a [3]byte
		b [3]int16
		c [0]string
		d [2][3]float32
		e rune
	}
)

var (
	m mixed
	n nested
	e embedded
	h header
	a arrays
)

const (
	sizeEmpty     = unsafe.Sizeof(empty{})
	sizeSmall     = unsafe.Sizeof(small{})
	sizeMixed     = unsafe.Sizeof(mixed{})
	sizeTail      = unsafe.Sizeof(tail{})
	sizeTailSmall = unsafe.Sizeof(tailSmall{})
	sizeOnlyEmpty = unsafe.Sizeof(onlyEmpty{})
	sizeHeader    = unsafe.Sizeof(header{})
	sizeNested    = unsafe.Sizeof(nested{})
	sizeEmbedded  = unsafe.Sizeof(embedded{})
	sizeArrays    = unsafe.Sizeof(arrays{})
	sizeString    = unsafe.Sizeof("")
	sizeAny       = unsafe.Sizeof(any(nil))
	sizeArray     = unsafe.Sizeof([7]int16{})
	alignSmall    = unsafe.Alignof(small{})
	alignMixed    = unsafe.Alignof(mixed{})
	alignArrays   = unsafe.Alignof(arrays{})
	alignTail     = unsafe.Alignof(tailSmall{})
	alignByte     = unsafe.Alignof(m.a)
	offMixedB     = unsafe.Offsetof(m.b)
	offMixedC     = unsafe.Offsetof(m.c)
	offMixedD     = unsafe.Offsetof(m.d)
	offMixedE     = unsafe.Offsetof(m.e)
	offMixedF     = unsafe.Offsetof(m.f)
	offNestedM    = unsafe.Offsetof(n.m)
	offNestedB    = unsafe.Offsetof(n.b)
	offNestedX    = unsafe.Offsetof(n.x)
	offNestedY    = unsafe.Offsetof(n.y)
	offNestedZ    = unsafe.Offsetof(n.z)
	offEmbeddedM  = unsafe.Offsetof(e.mixed)
	offEmbeddedT  = unsafe.Offsetof(e.tail)
	offPromoted   = unsafe.Offsetof(e.d)
	offHeaderB    = unsafe.Offsetof(h.b)
	offHeaderI    = unsafe.Offsetof(h.i)
	offHeaderT    = unsafe.Offsetof(h.t)
	offArraysB    = unsafe.Offsetof(a.b)
	offArraysC    = unsafe.Offsetof(a.c)
	offArraysD    = unsafe.Offsetof(a.d)
	offArraysE    = unsafe.Offsetof(a.e)
)

func main() {
	println("sizeEmpty", sizeEmpty)
	println("sizeSmall", sizeSmall)
	println("sizeMixed", sizeMixed)
	println("sizeTail", sizeTail)
	println("sizeTailSmall", sizeTailSmall)
	println("sizeOnlyEmpty", sizeOnlyEmpty)
	println("sizeHeader", sizeHeader)
	println("sizeNested", sizeNested)
	println("sizeEmbedded", sizeEmbedded)
	println("sizeArrays", sizeArrays)
	println("sizeString", sizeString)
	println("sizeAny", sizeAny)
	println("sizeArray", sizeArray)
	println("alignSmall", alignSmall)
	println("alignMixed", alignMixed)
	println("alignArrays", alignArrays)
	println("alignTail", alignTail)
	println("alignByte", alignByte)
	println("offMixedB", offMixedB)
	println("offMixedC", offMixedC)
	println("offMixedD", offMixedD)
	println("offMixedE", offMixedE)
	println("offMixedF", offMixedF)
	println("offNestedM", offNestedM)
	println("offNestedB", offNestedB)
	println("offNestedX", offNestedX)
	println("offNestedY", offNestedY)
	println("offNestedZ", offNestedZ)
	println("offEmbeddedM", offEmbeddedM)
	println("offEmbeddedT", offEmbeddedT)
	println("offPromoted", offPromoted)
	println("offHeaderB", offHeaderB)
	println("offHeaderI", offHeaderI)
	println("offHeaderT", offHeaderT)
	println("offArraysB", offArraysB)
	println("offArraysC", offArraysC)
	println("offArraysD", offArraysD)
	println("offArraysE", offArraysE)
}
