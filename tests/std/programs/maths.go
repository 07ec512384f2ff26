package main

import (
	"fmt"
	"math"
	"math/bits"
	"math/rand"
)

func main() {
	inf, nan := math.Inf(1), math.NaN()
	xs := []float64{0, math.Copysign(0, -1), 1, -1, 0.5, 2, 2.5, -2.5, 3.7, -3.7, 100, 1e10, 1e-10, inf, -inf, nan, 1e308}
	for _, x := range xs {
		fmt.Println(x, math.Abs(x), math.Ceil(x), math.Floor(x), math.Trunc(x), math.Round(x), math.RoundToEven(x), math.Sqrt(x), math.Signbit(x), math.IsNaN(x), math.IsInf(x, 0))
		fr, e := math.Frexp(x)
		ip, fp := math.Modf(x)
		fmt.Println(fr, e, ip, fp, math.Float64bits(x), math.Float32bits(float32(x)))
		fmt.Printf("%.10g %.10g %.10g %.10g %.10g %.10g %.10g\n", math.Sin(x), math.Cos(x), math.Exp(x), math.Log(x), math.Cbrt(x), math.Atan(x), math.Tanh(x))
		for _, y := range xs {
			fmt.Print(math.Max(x, y), math.Min(x, y), math.Dim(x, y), math.Mod(x, y), math.Copysign(x, y), " ")
			fmt.Printf("%.10g %.10g %.10g|", math.Pow(x, y), math.Atan2(x, y), math.Hypot(x, y))
		}
		fmt.Println()
	}
	fmt.Println(math.Pi, math.E, math.MaxInt64, uint64(math.MaxUint64), math.MaxFloat64, math.SmallestNonzeroFloat64, float32(math.MaxFloat32), math.MaxInt32, math.MinInt64)
	fmt.Println(math.Pow10(3), math.Pow10(-400), math.Pow10(400), math.Ldexp(0.5, 3), math.Log2(8), math.Log10(1000), math.Log1p(0), math.Expm1(0), math.FMA(2, 3, 4), math.Gamma(5), math.Nextafter(1, 2), math.Ilogb(8), math.Logb(8), math.Remainder(5, 3))
	for _, v := range []uint64{0, 1, 2, 255, 256, 1 << 31, 1<<63 + 1, math.MaxUint64} {
		fmt.Println(bits.LeadingZeros64(v), bits.TrailingZeros64(v), bits.OnesCount64(v), bits.Len64(v), bits.Reverse64(v), bits.ReverseBytes64(v), bits.RotateLeft64(v, 3), bits.RotateLeft64(v, -3), bits.Len32(uint32(v)), bits.LeadingZeros8(uint8(v)), bits.TrailingZeros16(uint16(v)), bits.OnesCount32(uint32(v)), bits.Reverse8(uint8(v)), bits.RotateLeft32(uint32(v), 5))
		fmt.Println(bits.Add64(v, math.MaxUint64, 1))
		fmt.Println(bits.Sub64(v, 5, 1))
		fmt.Println(bits.Mul64(v, 12345678901234567))
		fmt.Println(bits.Div64(3, v, 7))
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		bits.Div64(1, 0, 0)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		bits.Div64(5, 0, 3)
	}()
	for _, seed := range []int64{1, 42, 0, -7, 1 << 40} {
		r := rand.New(rand.NewSource(seed))
		fmt.Println(r.Int63(), r.Uint32(), r.Intn(100), r.Int31n(7), r.Int63n(1e12), r.Float64(), r.Float32(), r.Perm(6), r.Uint64(), r.Int())
		x := []int{1, 2, 3, 4, 5, 6}
		r.Shuffle(len(x), func(i, j int) { x[i], x[j] = x[j], x[i] })
		b := make([]byte, 10)
		r.Read(b)
		fmt.Println(x, b)
	}
	for i := 0; i < 100; i++ {
		if n := rand.Intn(10); n < 0 || n > 9 {
			fmt.Println("bad", n)
		}
	}
}
