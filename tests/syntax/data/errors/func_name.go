// ERROR 6:6: syntax error: unexpected {, expected name or (
// ERROR 9:6: syntax error: unexpected literal 1, expected name or (

package p

func {
}

func 1() {
}
