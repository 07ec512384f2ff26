// ERROR 6:18: syntax error: missing parameter type
// ERROR 7:19: syntax error: missing parameter type

package p

func a(x []int, y) {}
func b(a, b int, c) {}
func c(int, b int) {}
