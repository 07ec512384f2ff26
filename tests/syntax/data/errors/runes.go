// ERROR 11:7: empty rune literal or unescaped '
// ERROR 12:6: more than one character in rune literal
// ERROR 13:8: newline in rune literal
// ERROR 14:8: unknown escape
// ERROR 15:11: octal escape value 256 > 255
// ERROR 16:13: escape is invalid Unicode code point U+D800

package p

func f() {
	_ = ''
	_ = 'ab'
	_ = 'a
	_ = '\q'
	_ = '\400'
	_ = '\ud800'
}
