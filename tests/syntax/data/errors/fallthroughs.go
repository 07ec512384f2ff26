// ERROR 13:4: fallthrough statement out of place
// ERROR 16:3: fallthrough statement out of place
// ERROR 19:3: cannot fallthrough final case in switch
// ERROR 24:3: cannot fallthrough in type switch
// ERROR 27:2: fallthrough statement out of place

package p

func f() {
	switch 1 {
	case 1:
		if true {
			fallthrough
		}
	case 2:
		fallthrough
		println()
	case 3:
		fallthrough
	}
	var i any
	switch i.(type) {
	case int:
		fallthrough
	default:
	}
	fallthrough
}
