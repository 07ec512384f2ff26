// ERROR 9:1: syntax error: unexpected EOF, expected }

package p

func f() {
	if true {
		g()
}
