package atomic

// A Bool is a boolean shared between goroutines.
type Bool struct {
	v uint32
}

func (x *Bool) Load() bool { return x.v != 0 }

func (x *Bool) Store(val bool) { x.Swap(val) }

func (x *Bool) Swap(new bool) (old bool) {
	bit := bitOf(new)
	before := x.v
	x.v = bit
	return before != 0
}

func (x *Bool) CompareAndSwap(old, new bool) (swapped bool) {
	return CompareAndSwapUint32(&x.v, bitOf(old), bitOf(new))
}

func bitOf(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

// An Int32 is an int32 shared between goroutines.
type Int32 struct {
	v int32
}

func (x *Int32) Load() int32     { return x.v }
func (x *Int32) Store(val int32) { x.v = val }

func (x *Int32) Add(delta int32) (new int32) {
	x.v += delta
	return x.v
}

func (x *Int32) Swap(new int32) (old int32) {
	old = x.v
	x.v = new
	return old
}

func (x *Int32) CompareAndSwap(old, new int32) (swapped bool) {
	return CompareAndSwapInt32(&x.v, old, new)
}

func (x *Int32) And(mask int32) (old int32) {
	old = x.v
	x.v = old & mask
	return old
}

func (x *Int32) Or(mask int32) (old int32) {
	old = x.v
	x.v = old | mask
	return old
}

// An Int64 is an int64 shared between goroutines.
type Int64 struct {
	v int64
}

func (x *Int64) Load() int64     { return x.v }
func (x *Int64) Store(val int64) { x.v = val }

func (x *Int64) Add(delta int64) (new int64) {
	x.v += delta
	return x.v
}

func (x *Int64) Swap(new int64) (old int64) {
	old = x.v
	x.v = new
	return old
}

func (x *Int64) CompareAndSwap(old, new int64) (swapped bool) {
	return CompareAndSwapInt64(&x.v, old, new)
}

func (x *Int64) And(mask int64) (old int64) {
	old = x.v
	x.v = old & mask
	return old
}

func (x *Int64) Or(mask int64) (old int64) {
	old = x.v
	x.v = old | mask
	return old
}

// A Uint32 is a uint32 shared between goroutines.
type Uint32 struct {
	v uint32
}

func (x *Uint32) Load() uint32     { return x.v }
func (x *Uint32) Store(val uint32) { x.v = val }

func (x *Uint32) Add(delta uint32) (new uint32) {
	x.v += delta
	return x.v
}

func (x *Uint32) Swap(new uint32) (old uint32) {
	old = x.v
	x.v = new
	return old
}

func (x *Uint32) CompareAndSwap(old, new uint32) (swapped bool) {
	return CompareAndSwapUint32(&x.v, old, new)
}

func (x *Uint32) And(mask uint32) (old uint32) {
	old = x.v
	x.v = old & mask
	return old
}

func (x *Uint32) Or(mask uint32) (old uint32) {
	old = x.v
	x.v = old | mask
	return old
}

// A Uint64 is a uint64 shared between goroutines.
type Uint64 struct {
	v uint64
}

func (x *Uint64) Load() uint64     { return x.v }
func (x *Uint64) Store(val uint64) { x.v = val }

func (x *Uint64) Add(delta uint64) (new uint64) {
	x.v += delta
	return x.v
}

func (x *Uint64) Swap(new uint64) (old uint64) {
	old = x.v
	x.v = new
	return old
}

func (x *Uint64) CompareAndSwap(old, new uint64) (swapped bool) {
	return CompareAndSwapUint64(&x.v, old, new)
}

func (x *Uint64) And(mask uint64) (old uint64) {
	old = x.v
	x.v = old & mask
	return old
}

func (x *Uint64) Or(mask uint64) (old uint64) {
	old = x.v
	x.v = old | mask
	return old
}

// A Uintptr is a uintptr shared between goroutines.
type Uintptr struct {
	v uintptr
}

func (x *Uintptr) Load() uintptr     { return x.v }
func (x *Uintptr) Store(val uintptr) { x.v = val }

func (x *Uintptr) Add(delta uintptr) (new uintptr) {
	x.v += delta
	return x.v
}

func (x *Uintptr) Swap(new uintptr) (old uintptr) {
	old = x.v
	x.v = new
	return old
}

func (x *Uintptr) CompareAndSwap(old, new uintptr) (swapped bool) {
	return CompareAndSwapUintptr(&x.v, old, new)
}

func (x *Uintptr) And(mask uintptr) (old uintptr) {
	old = x.v
	x.v = old & mask
	return old
}

func (x *Uintptr) Or(mask uintptr) (old uintptr) {
	old = x.v
	x.v = old | mask
	return old
}
