// ERROR 7:11: syntax error: unexpected literal 2 after top level declaration
// ERROR 8:13: syntax error: unexpected name g after top level declaration
// ERROR 9:12: syntax error: unexpected name string after top level declaration

package p

var x = 1 2
func f() {} g
type T int string
