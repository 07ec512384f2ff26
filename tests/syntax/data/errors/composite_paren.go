// ERROR 8:9: syntax error: cannot parenthesize type in composite literal
// ERROR 9:16: syntax error: unexpected { at end of statement
// ERROR 11:1: syntax error: non-declaration statement outside function body

package p

func f() {
	_ = (T){}
	if x == (T){} {
	}
}
