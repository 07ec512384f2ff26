// ERROR 9:9: syntax error: var declaration not allowed in if initializer
// ERROR 11:15: syntax error: else must be followed by if or statement block
// ERROR 12:9: syntax error: unexpected keyword return, expected {
// ERROR 13:1: syntax error: unexpected }, expected expression

package p

func f() {
	if var x = 1; x > 0 {
	}
	if x {} else y
	if (x) return
}
