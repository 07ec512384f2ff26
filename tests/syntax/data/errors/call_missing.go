// ERROR 8:6: syntax error: unexpected literal 2 in argument list; possibly missing comma or )
// ERROR 9:6: syntax error: unexpected comma, expected expression
// ERROR 10:10: syntax error: unexpected name b, expected )

package p

func f() {
	g(1 2)
	g(1,, 2)
	g(a..., b)
}
