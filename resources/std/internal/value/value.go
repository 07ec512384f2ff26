// Package value looks into values of any type: what fmt, errors and reflect need of the machine's type tables.
package value

import "unsafe"

// Kinds, in reflect's order.
const (
	Invalid = iota
	Bool
	Int
	Int8
	Int16
	Int32
	Int64
	Uint
	Uint8
	Uint16
	Uint32
	Uint64
	Uintptr
	Float32
	Float64
	Complex64
	Complex128
	Array
	Chan
	Func
	Interface
	Map
	Pointer
	Slice
	String
	Struct
	UnsafePointer
)

// A Value is a type and the memory that holds a value of it. The zero Value is invalid: it is what a nil interface holds.
// Hidden marks what was reached through an unexported field: methods are not called on it.
type Value struct {
	Type   int32
	Kind   uint8
	Hidden bool
	P      unsafe.Pointer
}

// Of is the value in an interface.
func Of(x any) Value

// TypeOf is the type of the value in an interface; -1 for nil.
func TypeOf(x any) int32

// Any is v in an interface.
func (v Value) Any() any { return box(v.Type, v.P) }

func box(typ int32, p unsafe.Pointer) any

// Elem is what a pointer points to or an interface holds.
func (v Value) Elem() Value {
	e := elem(v.Type, v.P)
	e.Hidden = v.Hidden
	return e
}

func elem(typ int32, p unsafe.Pointer) Value

// Field is field i of a struct.
func (v Value) Field(i int) Value {
	f := field(v.Type, v.P, i)
	f.Hidden = f.Hidden || v.Hidden
	return f
}

func field(typ int32, p unsafe.Pointer, i int) Value

// Index is element i of an array or slice.
func (v Value) Index(i int) Value {
	e := index(v.Type, v.P, i)
	e.Hidden = v.Hidden
	return e
}

func index(typ int32, p unsafe.Pointer, i int) Value

// Len is the length of an array, chan, map, slice or string.
func (v Value) Len() int { return length(v.Type, v.P) }

func length(typ int32, p unsafe.Pointer) int

// Entries are a map's keys, sorted as fmt prints them, with their values: key, value, key, value, …
func (v Value) Entries() []Value {
	all := entries(v.Type, v.P)
	if v.Hidden {
		for i := range all {
			all[i].Hidden = true
		}
	}
	return all
}

func entries(typ int32, p unsafe.Pointer) []Value

// IsNil tells whether a chan, func, interface, map, pointer or slice is nil.
func (v Value) IsNil() bool { return isNil(v.Type, v.P) }

func isNil(typ int32, p unsafe.Pointer) bool

// TypeString is the type as %T prints it.
func (v Value) TypeString() string { return TypeString(v.Type) }

func TypeString(typ int32) string

// NumField and FieldName describe a struct type; ElemType and ElemKind the element of an array, slice, pointer, chan or map.
func NumField(typ int32) int
func FieldName(typ int32, i int) string
func ElemType(typ int32) int32
func KindOf(typ int32) uint8

// TypeName is the name of a named type; SizeOf its size in bytes.
func TypeName(typ int32) string
func SizeOf(typ int32) int
func ComparableType(typ int32) bool

// DeepEqual compares two values part by part.
func DeepEqual(x, y any) bool

// Plain tells that values of the type, with all they hold, have no methods fmt would call and no interfaces.
func Plain(typ int32) bool

// Comparable tells whether == of x with itself does not panic.
func Comparable(x any) bool

// TypeComparable tells whether values of x's type can be compared at all.
func TypeComparable(x any) bool

// Answers of ErrorTarget.
const (
	TargetFine = iota
	TargetNotPointer
	TargetNotError
)

// ErrorTarget judges the second argument of errors.As.
func ErrorTarget(target any) int

// Assign stores x in the variable that pointer target points to if x's type fits.
func Assign(target any, x any) bool

// Bits, SetBits and friends read and write scalars in place.
func (v Value) Bits() uint64        { return bits(v.Type, v.P) }
func (v Value) SetBits(b uint64)    { setBits(v.Type, v.P, b) }
func (v Value) Float() float64      { return float(v.Type, v.P) }
func (v Value) SetFloat(f float64)  { setFloat(v.Type, v.P, f) }
func (v Value) StringValue() string { return *(*string)(v.P) }
func (v Value) SetString(s string)  { *(*string)(v.P) = s }
func (v Value) Bytes() []byte       { return *(*[]byte)(v.P) }
func (v Value) SetBytes(b []byte)   { *(*[]byte)(v.P) = b }

func bits(typ int32, p unsafe.Pointer) uint64
func setBits(typ int32, p unsafe.Pointer, b uint64)
func float(typ int32, p unsafe.Pointer) float64
func setFloat(typ int32, p unsafe.Pointer, f float64)
