// Package rand draws pseudo-random numbers. The functions of the package draw from the run's seed.
package rand

// A Source is where numbers come from.
type Source interface {
	Int63() int64
	Seed(seed int64)
}

// A Source64 gives 64 bits at a time.
type Source64 interface {
	Source
	Uint64() uint64
}

// A Rand draws from a source.
type Rand struct {
	src     Source
	src64   Source64
	pending int64 // bytes left over from Read
	left    int
}

func New(src Source) *Rand {
	s64, _ := src.(Source64)
	return &Rand{src: src, src64: s64}
}

// runSource is the run's own randomness.
type runSource struct{}

func (runSource) Int63() int64    { return int64(next() & (1<<63 - 1)) }
func (runSource) Uint64() uint64  { return next() }
func (runSource) Seed(seed int64) {}

// next is 64 bits of the run's randomness.
func next() uint64

var global = New(runSource{})

// Seed makes the package's functions draw from a source of this seed.
func Seed(seed int64) { global = New(NewSource(seed)) }

func (r *Rand) Seed(seed int64) {
	r.src.Seed(seed)
	r.left = 0
}

func (r *Rand) Int63() int64   { return r.src.Int63() }
func (r *Rand) Uint32() uint32 { return uint32(r.Int63() >> 31) }
func (r *Rand) Int31() int32   { return int32(r.Int63() >> 32) }
func (r *Rand) Int() int       { return int(uint(r.Int63())) }

func (r *Rand) Uint64() uint64 {
	if r.src64 != nil {
		return r.src64.Uint64()
	}
	return uint64(r.Int63())>>31 | uint64(r.Int63())<<32
}

func (r *Rand) Int63n(n int64) int64 {
	if n <= 0 {
		panic("invalid argument to Int63n")
	}
	if n&(n-1) == 0 {
		return r.Int63() & (n - 1)
	}
	limit := int64(1<<63 - 1 - (1<<63)%uint64(n))
	v := r.Int63()
	for v > limit {
		v = r.Int63()
	}
	return v % n
}

func (r *Rand) Int31n(n int32) int32 {
	if n <= 0 {
		panic("invalid argument to Int31n")
	}
	if n&(n-1) == 0 {
		return r.Int31() & (n - 1)
	}
	limit := int32(1<<31 - 1 - (1<<31)%uint32(n))
	v := r.Int31()
	for v > limit {
		v = r.Int31()
	}
	return v % n
}

// below is a number in [0, n) by multiplication, as Perm and Shuffle draw it.
func (r *Rand) below(n int32) int32 {
	v := r.Uint32()
	product := uint64(v) * uint64(n)
	low := uint32(product)
	if low < uint32(n) {
		threshold := uint32(-n) % uint32(n)
		for low < threshold {
			v = r.Uint32()
			product = uint64(v) * uint64(n)
			low = uint32(product)
		}
	}
	return int32(product >> 32)
}

func (r *Rand) Intn(n int) int {
	if n <= 0 {
		panic("invalid argument to Intn")
	}
	if n <= 1<<31-1 {
		return int(r.Int31n(int32(n)))
	}
	return int(r.Int63n(int64(n)))
}

func (r *Rand) Float64() float64 {
	for {
		if f := float64(r.Int63()) / (1 << 63); f != 1 {
			return f
		}
	}
}

func (r *Rand) Float32() float32 {
	for {
		if f := float32(r.Float64()); f != 1 {
			return f
		}
	}
}

// Perm is the numbers below n in some order.
func (r *Rand) Perm(n int) []int {
	m := make([]int, n)
	for i := 0; i < n; i++ {
		j := r.Intn(i + 1)
		m[i] = m[j]
		m[j] = i
	}
	return m
}

// Shuffle puts n things in some order by swapping them.
func (r *Rand) Shuffle(n int, swap func(i, j int)) {
	if n < 0 {
		panic("invalid argument to Shuffle")
	}
	i := n - 1
	for ; i > 1<<31-1-1; i-- {
		swap(i, int(r.Int63n(int64(i+1))))
	}
	for ; i > 0; i-- {
		swap(i, int(r.below(int32(i+1))))
	}
}

// NormFloat64 is normally distributed, by the polar method.
func (r *Rand) NormFloat64() float64 {
	for {
		u, v := 2*r.Float64()-1, 2*r.Float64()-1
		if s := u*u + v*v; 0 < s && s < 1 {
			return u * polar(s)
		}
	}
}

// polar is sqrt(-2 ln(s) / s).
func polar(s float64) float64

func (r *Rand) ExpFloat64() float64 { return -log(1 - r.Float64()) }

func log(x float64) float64

func (r *Rand) Read(p []byte) (n int, err error) {
	for n = range p {
		if r.left == 0 {
			r.pending = r.Int63()
			r.left = 7
		}
		p[n] = byte(r.pending)
		r.pending >>= 8
		r.left--
	}
	return len(p), nil
}

func Int63() int64                       { return global.Int63() }
func Uint32() uint32                     { return global.Uint32() }
func Uint64() uint64                     { return global.Uint64() }
func Int31() int32                       { return global.Int31() }
func Int() int                           { return global.Int() }
func Int63n(n int64) int64               { return global.Int63n(n) }
func Int31n(n int32) int32               { return global.Int31n(n) }
func Intn(n int) int                     { return global.Intn(n) }
func Float64() float64                   { return global.Float64() }
func Float32() float32                   { return global.Float32() }
func Perm(n int) []int                   { return global.Perm(n) }
func Shuffle(n int, swap func(i, j int)) { global.Shuffle(n, swap) }
func NormFloat64() float64               { return global.NormFloat64() }
func ExpFloat64() float64                { return global.ExpFloat64() }
func Read(p []byte) (n int, err error)   { return global.Read(p) }
