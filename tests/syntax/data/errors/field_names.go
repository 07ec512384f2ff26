// ERROR 6:7: syntax error: unexpected comma in struct type; possibly missing semicolon or newline or }

package p

type S struct {
	a int,
	b int
}
