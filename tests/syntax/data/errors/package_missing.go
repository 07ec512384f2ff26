// ERROR 4:1: syntax error: package statement must be first

// ignored
func f() {}
