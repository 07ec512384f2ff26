// ERROR 10:2: syntax error: cannot parenthesize embedded type
// ERROR 14:3: syntax error: cannot parenthesize embedded type
// ERROR 18:2: syntax error: unexpected literal 5, expected field name or embedded type

package p

type T int

type S struct {
	(T)
}

type R struct {
	*(T)
}

type Q struct {
	5
}
