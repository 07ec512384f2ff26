// ERROR 11:10: invalid digit '2' in binary literal
// ERROR 12:8: invalid digit '8' in octal literal
// ERROR 13:9: invalid digit '8' in octal literal
// ERROR 14:9: hexadecimal literal has no digits
// ERROR 15:9: binary literal has no digits

package p

func f() {
	var (
		a = 0b12
		b = 089
		c = 0o8
		d = 0x
		e = 0b
	)
	_, _, _, _, _ = a, b, c, d, e
}
