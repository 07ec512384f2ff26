// ERROR 7:5: syntax error: unexpected newline in argument list; possibly missing comma or )
// ERROR 9:8: syntax error: unexpected newline in argument list; possibly missing comma or )

package p

func f() {
	g(1
	, 2)
	g(1, 2
	)
}
