// ERROR 8:30: syntax error: unexpected newline, expected { after if clause
// ERROR 12:11: syntax error: unexpected newline in argument list; possibly missing comma or )

package p

func f() {
	defer func() {
		if r := recover(); r != nil
			println(r)
		}
	}()
	panic("x"
}
