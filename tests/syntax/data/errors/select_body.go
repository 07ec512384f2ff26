// ERROR 8:9: syntax error: missing { after select clause
// ERROR 11:3: syntax error: unexpected name x, expected case or default or }
// ERROR 12:2: syntax error: unexpected keyword case, expected :

package p

func f() {
	select x {
	}
	select {
		x = 1
	case <-c
	}
}
