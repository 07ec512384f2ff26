// ERROR 9:9: syntax error: unexpected name y at end of statement
// ERROR 10:11: syntax error: unexpected literal 2 at end of statement
// ERROR 11:12: syntax error: unexpected name y at end of statement
// ERROR 12:6: syntax error: unexpected name g at end of statement

package p

func f() {
	x := 1 y := 2
	return 1 2
	var x int y
	f() g()
}
