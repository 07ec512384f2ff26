// ERROR 8:12: syntax error: unexpected newline, expected )
// ERROR 9:2: syntax error: unexpected name _ at end of statement
// ERROR 10:10: syntax error: unexpected newline, expected )

package p

func f() {
	_ = (1 + 2
	_ = 3)
	_ = ((1)
}
