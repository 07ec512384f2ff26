// ERROR 5:1: syntax error: non-declaration statement outside function body

package p

x := 1
if true {
}
var y = 2
