// ERROR 13:2: label L2 defined and not used
// ERROR 17:10: break label not defined: L4
// ERROR 18:13: continue label not defined: L5
// ERROR 20:2: label L3 already defined at labels.go:14:2

package p

func f() {
	L1:
		for {
			break L1
		}
	L2:
	L3:
		for {
			continue L3
			break L4
			continue L5
		}
	L3:
		println()
}
