// ERROR 5:9: syntax error: unexpected comma; expected ]

package p

var a [3,]int
var b [...]int
var c [
]int
