// ERROR 11:8: unknown escape
// ERROR 12:10: invalid character '"' in hexadecimal escape
// ERROR 13:11: invalid character 'g' in hexadecimal escape
// ERROR 14:11: octal escape value 256 > 255
// ERROR 15:9: invalid character '8' in octal escape
// ERROR 16:17: escape is invalid Unicode code point U+110000

package p

func f() {
	_ = "\q"
	_ = "\x1"
	_ = "\u12g4"
	_ = "\400"
	_ = "\08"
	_ = "\U00110000"
}
