// ERROR 12:9: invalid character U+0040 '@'
// ERROR 12:11: syntax error: unexpected literal 2 at end of statement
// ERROR 13:7: invalid character U+0023 '#'
// ERROR 14:8: invalid character U+003F '?'
// ERROR 14:10: syntax error: unexpected name y at end of statement
// ERROR 15:6: invalid character U+201C '“' in identifier
// ERROR 15:15: invalid character U+201D '”' in identifier

package p

func f() {
	x := 1 @ 2
	y := #3
	_ = x ? y : 0
	_ = “quoted”
}
