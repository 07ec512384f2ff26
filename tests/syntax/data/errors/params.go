// ERROR 9:21: syntax error: missing parameter type
// ERROR 11:10: can only use ... with final parameter
// ERROR 12:11: syntax error: ... is missing type
// ERROR 13:13: invalid use of ...
// ERROR 14:14: syntax error: unexpected name y in parameter list; possibly missing comma or )

package p

func a(x int, string) {}
func b(x, y) {}
func c(x ...int, y int) {}
func d(...) {}
func e() (x ...int) { return }
func f(x int y int) {}
