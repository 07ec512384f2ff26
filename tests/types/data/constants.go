package main

import "math"

const (
	big        = 1 << 100
	bigShift   = big >> 98
	bigDiv     = big / 3 % 1000
	negDiv     = -7 / 2
	negRem     = -7 % 3
	negShift   = -5 >> 1
	andNot     = -1 &^ 0xF0
	xorNeg     = -6 ^ 11
	orNeg      = -8 | 5
	complement = ^0x0F
	comp8      = ^uint8(0x0F)
	runeAdd    = 'a' + 1
	hexFloat   = 0x1p-2
	third      = 1.0 / 3
	sum        = third * 3
	tenth      = 0.1 + 0.2
	tiny       = 4.9e-324
	maxFloat   = 1.79769313486231570814527423731704356798070e+308
	pi         = 3.14159265358979323846264338327950288419716939937510582097494459
	piBig      = pi * 1e15
	f32        = float32(0.1)
	f32sum     = float32(16777216.0) + 1
	f64        = float64(1) / 3
	truncated  = 7 / 2
	untyped    = 7 / 2.0
	octal      = 0o17 + 017
	binary     = 0b1010_1010
	underscore = 1_000_000
	text       = "a\tb" + "\u00e9\xff"
	length     = len(text)
	less       = "abc" < "abd"
	equal      = 1.0 == 1
	both       = less && !equal || big > 5
	maxInt     = 1<<63 - 1
	maxUint    = 1<<64 - 1
	minInt     = -1 << 63
	converted  = int64(float64(1 << 53))
	fromRune   = string('世')
	minimum    = min(3, 1.5, 'a')
	maximum    = max("a", "b")
	huge       = 1e400 / 1e398
)

func hex(s string) string {
	const digits = "0123456789abcdef"
	out := ""
	for i := 0; i < len(s); i++ {
		out += string(digits[s[i]>>4]) + string(digits[s[i]&15])
	}
	return out
}

func main() {
	println("bigShift", bigShift)
	println("bigDiv", bigDiv)
	println("negDiv", negDiv)
	println("negRem", negRem)
	println("negShift", negShift)
	println("andNot", andNot)
	println("xorNeg", xorNeg)
	println("orNeg", orNeg)
	println("complement", complement)
	println("comp8", comp8)
	println("runeAdd", runeAdd)
	println("hexFloat", math.Float64bits(float64(hexFloat)))
	println("third", math.Float64bits(float64(third)))
	println("sum", math.Float64bits(float64(sum)))
	println("tenth", math.Float64bits(float64(tenth)))
	println("tiny", math.Float64bits(float64(tiny)))
	println("maxFloat", math.Float64bits(float64(maxFloat)))
	println("pi", math.Float64bits(float64(pi)))
	println("piBig", math.Float64bits(float64(piBig)))
	println("f32", math.Float64bits(float64(f32)))
	println("f32sum", math.Float64bits(float64(f32sum)))
	println("f64", math.Float64bits(float64(f64)))
	println("truncated", truncated)
	println("untyped", math.Float64bits(float64(untyped)))
	println("octal", octal)
	println("binary", binary)
	println("underscore", underscore)
	println("text", hex(text))
	println("length", length)
	println("less", less)
	println("equal", equal)
	println("both", both)
	println("maxInt", maxInt)
	println("maxUint", uint64(maxUint))
	println("minInt", minInt)
	println("converted", converted)
	println("fromRune", hex(fromRune))
	println("minimum", math.Float64bits(float64(minimum)))
	println("maximum", hex(maximum))
	println("huge", math.Float64bits(float64(huge)))
}
