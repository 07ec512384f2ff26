// ERROR 7:4: syntax error: unexpected (, expected name

package p

func f() {
	x := y.(
	y.(int
}
