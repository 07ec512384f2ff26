// ERROR 14:3: syntax error: unexpected name x, expected case or default or }
// ERROR 15:2: syntax error: unexpected }, expected :
// ERROR 17:10: syntax error: unexpected :, expected expression
// ERROR 19:2: syntax error: unexpected }, expected :

package p

func f() {
	switch x
	{
	case 1:
	}
	switch {
		x = 1
	}
	switch {
	case 1, :
	case:
	}
}
