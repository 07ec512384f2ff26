// ERROR 10:2: syntax error: unexpected keyword range, expected }
// ERROR 11:6: syntax error: unexpected keyword func, expected name
// ERROR 12:2: syntax error: non-declaration statement outside function body
// ERROR 13:7: syntax error: unexpected :=, expected name
// ERROR 14:1: syntax error: non-declaration statement outside function body

package p

func f() {
	range := 1
	var func = 2
	x.type = 3
	type := 4
}
