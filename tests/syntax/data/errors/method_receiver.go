// ERROR 9:9: method has no receiver
// ERROR 10:15: method has multiple receivers
// ERROR 11:12: syntax error: unexpected (, expected name

package p

type T int

func () f() {}
func (a, b T) g() {}
func (t T) () {}
