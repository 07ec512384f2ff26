// ERROR 8:2: syntax error: unexpected keyword else, expected }

package p

func f() {
	if x {
	}
	else {
	}
}
