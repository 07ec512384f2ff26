// ERROR 7:1: syntax error: non-declaration statement outside function body

package p

func f() {
}
}

func g() {
