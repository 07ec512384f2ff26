// ERROR 6:10: newline in string

package p

func f() {
	_ = "abc
	_ = 1
}
