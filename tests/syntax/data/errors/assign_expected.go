// ERROR 8:6: syntax error: unexpected newline, expected := or = or comma
// ERROR 9:4: syntax error: unexpected name b at end of statement
// ERROR 10:7: syntax error: unexpected +=, expected := or = or comma

package p

func f() {
	a, b
	a b
	a, b += 1, 2
}
