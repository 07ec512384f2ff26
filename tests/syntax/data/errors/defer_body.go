// ERROR 10:19: syntax error: unexpected newline in argument list; possibly missing comma or )

package p

func f() {
	defer func() {
		recover()
	}
	defer recover
	defer println("a"
}
