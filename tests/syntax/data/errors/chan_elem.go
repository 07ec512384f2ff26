// ERROR 7:1: syntax error: missing channel element type
// ERROR 8:1: syntax error: missing channel element type

package p

type A chan
type B <-chan
type C <-int
var D = <-chan int(nil)
