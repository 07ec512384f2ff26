// ERROR 9:1: syntax error: unexpected keyword func, expected name

package p

var (
	a = 1
	b = 2

func f() {
}
