// ERROR 11:8: exponent has no digits
// ERROR 12:11: hexadecimal mantissa requires a 'p' exponent
// ERROR 13:9: 'e' exponent requires decimal mantissa
// ERROR 14:7: 'p' exponent requires hexadecimal mantissa
// ERROR 15:9: invalid radix point in binary literal
// ERROR 16:9: hexadecimal literal has no digits

package p

func f() {
	_ = 1e
	_ = 0x1.8
	_ = 0b1e3
	_ = 1p3
	_ = 0b1.0
	_ = 0x.p1
}
