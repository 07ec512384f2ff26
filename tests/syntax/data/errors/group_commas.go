// ERROR 7:4: syntax error: unexpected = in grouped declaration; possibly missing semicolon or newline or )

package p

const (
	a = 1,
	b = 2
)
