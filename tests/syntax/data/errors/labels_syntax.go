// ERROR 8:2: label L defined and not used
// ERROR 13:3: syntax error: unexpected keyword goto, expected name
// ERROR 14:9: syntax error: unexpected literal 5 at end of statement

package p

func f() {
	L:
	}
	
	func g() {
		goto
		goto 1
		break 5
}
