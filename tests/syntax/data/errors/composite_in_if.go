// ERROR 7:15: syntax error: unexpected { at end of statement
// ERROR 9:2: syntax error: non-declaration statement outside function body

package p

func f() {
	if x == T{1} {
	}
	for x := range []int{1} {
	}
}
