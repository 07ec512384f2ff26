// ERROR 6:1: syntax error: unexpected keyword type, expected name

package p

type
type T
type U =
