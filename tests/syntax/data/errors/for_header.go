// ERROR 10:21: syntax error: unexpected {, expected semicolon or newline
// ERROR 11:2: syntax error: unexpected }, expected expression
// ERROR 12:24: syntax error: cannot declare in post statement of for loop
// ERROR 14:10: syntax error: var declaration not allowed in for initializer
// ERROR 16:25: syntax error: unexpected newline, expected { after for clause

package p

func f() {
	for i := 0; i < 10 {
	}
	for i := 0; i < 10; i := i + 1 {
	}
	for var i = 0; i < 10; i++ {
	}
	for i := 0; i < 10; i++
	{
	}
}
