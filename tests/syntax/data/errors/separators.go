// ERROR 11:8: '_' must separate successive digits
// ERROR 12:7: '_' must separate successive digits
// ERROR 12:8: syntax error: unexpected name x1 at end of statement
// ERROR 13:7: '_' must separate successive digits
// ERROR 14:10: '_' must separate successive digits
// ERROR 15:7: '_' must separate successive digits

package p

func f() {
	_ = 1__0
	_ = 0_x1
	_ = 1_
	_ = 0b_1_
	_ = 1_.5
}
