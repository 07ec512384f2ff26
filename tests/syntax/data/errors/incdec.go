// ERROR 6:2: syntax error: unexpected ++, expected }

package p

func f() {
	++x
	x = y++
	x++ + 1
}
