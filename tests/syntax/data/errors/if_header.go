// ERROR 11:5: syntax error: missing condition in if statement
// ERROR 13:7: syntax error: cannot use x := 1 as value
// ERROR 15:7: syntax error: cannot use assignment x = 1 as value
// ERROR 17:11: syntax error: cannot use assignment (a + b) = c as value
// ERROR 19:11: syntax error: missing condition in if statement
// ERROR 21:11: syntax error: missing condition in if statement

package p

func f() {
	if {
	}
	if x := 1 {
	}
	if x = 1 {
	}
	if a + b = c {
	}
	if x := 1; {
	}
	if x := 1;
	{
	}
}
