// ERROR 10:7: goto L1 jumps over declaration of x at gotos.go:11:4
// ERROR 14:8: goto L2 jumps over declaration of y at gotos.go:15:7
// ERROR 18:8: goto L3 jumps into block starting at gotos.go:19:3
// ERROR 22:8: label L4 not defined
// ERROR 24:9: goto L5 jumps into block starting at gotos.go:26:4

package p

func f() {
	goto L1
	x := 1
	_ = x
	L1:
		goto L2
		var y, z int
		_, _ = y, z
	L2:
		goto L3
		{
		L3:
		}
		goto L4
		if true {
			goto L5
		} else {
			{
			L5:
			}
		}
}
