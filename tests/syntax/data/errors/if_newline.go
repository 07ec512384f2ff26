// ERROR 6:6: syntax error: unexpected newline, expected { after if clause

package p

func f() {
	if x
	{
	}
}
