// ERROR 10:13: syntax error: method must have no type parameters
// ERROR 13:3: interface method must have no type parameters
// ERROR 14:4: empty type parameter list
// ERROR 17:13: syntax error: function type must have no type parameters

package p

type T int

func (t T) m[P any]() {}

type I interface {
	m[P any]()
	n[]()
}

var g = func[P any]() {}
