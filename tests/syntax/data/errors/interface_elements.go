// ERROR 7:2: syntax error: unexpected literal 5, expected ~ term or type
// ERROR 8:5: syntax error: unexpected comma in interface type; possibly missing semicolon or newline or }

package p

type I interface {
	5
	m(),
}
