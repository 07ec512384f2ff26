// ERROR 7:8: syntax error: unexpected name x at end of statement
// ERROR 9:2: syntax error: non-declaration statement outside function body

package p

func f() {
	while x {
	}
	for x = range {
	}
	for i = 1 {
	}
}
