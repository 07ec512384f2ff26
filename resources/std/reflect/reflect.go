// Package reflect tells the type of a value and compares values deeply. The rest of Go's reflection is not there.
package reflect

import "internal/value"

// A Kind is the sort of a type.
type Kind uint

const (
	Invalid Kind = iota
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

	Ptr = Pointer
)

var kindNames = [...]string{"invalid", "bool", "int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16",
	"uint32", "uint64", "uintptr", "float32", "float64", "complex64", "complex128", "array", "chan", "func", "interface",
	"map", "ptr", "slice", "string", "struct", "unsafe.Pointer"}

func (k Kind) String() string { return kindNames[k] }

// A Type is the type of a value. Types are equal if and only if their Type values are.
type Type interface {
	String() string
	Kind() Kind
	Name() string
	Elem() Type
	NumField() int
	Size() uintptr
	Comparable() bool
}

type rtype int32

// TypeOf is the dynamic type of x, nil for nil.
func TypeOf(x any) Type {
	if x == nil {
		return nil
	}
	return rtype(value.TypeOf(x))
}

func (t rtype) String() string   { return value.TypeString(int32(t)) }
func (t rtype) Kind() Kind       { return Kind(value.KindOf(int32(t))) }
func (t rtype) Name() string     { return value.TypeName(int32(t)) }
func (t rtype) NumField() int    { return value.NumField(int32(t)) }
func (t rtype) Size() uintptr    { return uintptr(value.SizeOf(int32(t))) }
func (t rtype) Comparable() bool { return value.ComparableType(int32(t)) }

func (t rtype) Elem() Type {
	e := value.ElemType(int32(t))
	if e < 0 {
		panic("reflect: Elem of invalid type " + t.String())
	}
	return rtype(e)
}

// DeepEqual compares two values part by part.
func DeepEqual(x, y any) bool {
	if x == nil || y == nil {
		return x == y
	}
	return value.DeepEqual(x, y)
}
