// ERROR 8:4: syntax error: unexpected = at end of statement
// ERROR 10:2: syntax error: unexpected name _, expected )

package p

func f() {
	_ = x.
	_ = x.5
	_ = x.(type
	_ = x.[1]
}
