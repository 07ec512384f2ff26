// ERROR 8:4: syntax error: unexpected newline in composite literal; possibly missing comma or }

package p

func f() {
	x := []int{
		1,
		2
	}
	_ = x
}
