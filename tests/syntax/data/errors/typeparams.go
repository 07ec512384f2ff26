// ERROR 8:8: syntax error: empty type parameter list
// ERROR 9:9: syntax error: missing type constraint
// ERROR 10:16: syntax error: missing type constraint
// ERROR 13:13: syntax error: missing type constraint

package p

func f[]() {}
func g[P]() {}
func h[P any, Q]() {}
type T[P any, ] struct{}
type U[5] int
type V[int, ] int
