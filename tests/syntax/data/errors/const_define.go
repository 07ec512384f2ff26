// ERROR 6:9: syntax error: unexpected :=, expected =
// ERROR 7:7: syntax error: unexpected :=, expected =

package p

const c := 1
var v := 2
