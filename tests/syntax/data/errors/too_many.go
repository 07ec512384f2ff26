// ERROR 16:4: syntax error: unexpected literal 1 at end of statement
// ERROR 17:4: syntax error: unexpected literal 1 at end of statement
// ERROR 18:4: syntax error: unexpected literal 1 at end of statement
// ERROR 19:4: syntax error: unexpected literal 1 at end of statement
// ERROR 20:4: syntax error: unexpected literal 1 at end of statement
// ERROR 21:4: syntax error: unexpected literal 1 at end of statement
// ERROR 22:4: syntax error: unexpected literal 1 at end of statement
// ERROR 23:4: syntax error: unexpected literal 1 at end of statement
// ERROR 24:4: syntax error: unexpected literal 1 at end of statement
// ERROR 25:4: syntax error: unexpected literal 1 at end of statement
// ERROR 25:4: too many errors

package p

func f() {
	x 1
	x 1
	x 1
	x 1
	x 1
	x 1
	x 1
	x 1
	x 1
	x 1
	x 1
	x 1
	x 1
	x 1
}
