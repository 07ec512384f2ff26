// ERROR 8:5: syntax error: unexpected :=, expected expression
// ERROR 9:2: syntax error: unexpected keyword var, expected := or = or comma

package p

func f() {
	x.y = 1
	x, := 2
	var = 3
}
