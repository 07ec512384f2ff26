// ERROR 7:14: syntax error: unexpected literal 2 in composite literal; possibly missing comma or }
// ERROR 8:25: syntax error: unexpected literal 1 in composite literal; possibly missing comma or }

package p

func f() {
	_ = []int{1 2}
	_ = map[string]int{"a" 1}
}
