// ERROR 8:4: syntax error: unexpected = at end of statement
// ERROR 11:1: syntax error: unexpected }, expected expression

package p

func f() {
	_ = 1 +
	_ = * / 2
	_ = a &&& b
	_ = !
}
