// ERROR 7:1: syntax error: imports must appear before other declarations

package p

var x = 1

import "fmt"
