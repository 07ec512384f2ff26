// ERROR 15:10: invalid break label L1
// ERROR 16:13: invalid continue label L1
// ERROR 21:13: invalid continue label L2
// ERROR 23:3: break is not in a loop, switch, or select
// ERROR 24:3: continue is not in a loop
// ERROR 26:9: label L2 not defined
// ERROR 27:4: break is not in a loop, switch, or select

package p

func f() {
	L1:
		println()
		for {
			break L1
			continue L1
		}
	L2:
		switch {
		default:
			continue L2
		}
		break
		continue
		func() {
			goto L2
			break
		}()
}
