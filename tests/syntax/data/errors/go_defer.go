// ERROR 8:5: expression in go must not be parenthesized
// ERROR 10:8: expression in defer must not be parenthesized
// ERROR 12:1: syntax error: unexpected }, expected expression

package p

func f() {
	go (f())
	defer (func() {})()
	defer (f)
	go
}
