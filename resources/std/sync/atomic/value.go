package atomic

import "internal/value"

// A Value holds values of one concrete type.
type Value struct {
	v any
}

func (v *Value) Load() (val any) { return v.v }

func (v *Value) Store(val any) {
	v.check("store", val)
	v.v = val
}

func (v *Value) Swap(new any) (old any) {
	v.check("swap", new)
	old = v.v
	v.v = new
	return old
}

func (v *Value) CompareAndSwap(old, new any) (swapped bool) {
	if new == nil {
		panic("sync/atomic: compare and swap of nil value into Value")
	}
	if old != nil && value.TypeOf(old) != value.TypeOf(new) {
		panic("sync/atomic: compare and swap of inconsistently typed values")
	}
	if v.v != nil && value.TypeOf(v.v) != value.TypeOf(new) {
		panic("sync/atomic: compare and swap of inconsistently typed value into Value")
	}
	if v.v == old { // nothing is jumped over: the store follows at once
		v.v = new
		return true
	}
	return false
}

func (v *Value) check(operation string, val any) {
	if val == nil {
		panic("sync/atomic: " + operation + " of nil value into Value")
	}
	if v.v != nil && value.TypeOf(v.v) != value.TypeOf(val) {
		panic("sync/atomic: " + operation + " of inconsistently typed value into Value")
	}
}
