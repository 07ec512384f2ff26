// Package strconv turns numbers, booleans and strings into their written forms and back.
package strconv

import "errors"

const IntSize = 64

var (
	ErrRange  = errors.New("value out of range")
	ErrSyntax = errors.New("invalid syntax")
)

// A NumError tells which function could not convert which text.
type NumError struct {
	Func string
	Num  string
	Err  error
}

func (e *NumError) Error() string {
	return "strconv." + e.Func + ": parsing " + Quote(e.Num) + ": " + e.Err.Error()
}

func (e *NumError) Unwrap() error { return e.Err }

// How a conversion of the machine's went.
const (
	fine = iota
	badSyntax
	outOfRange
	badBase
	badBitSize
)

func failure(function, text string, how, base, bitSize int) error {
	var err error
	switch how {
	case fine:
		return nil
	case badSyntax:
		err = ErrSyntax
	case outOfRange:
		err = ErrRange
	case badBase:
		err = errors.New("invalid base " + Itoa(base))
	case badBitSize:
		err = errors.New("invalid bit size " + Itoa(bitSize))
	}
	return &NumError{function, string([]byte(text)), err}
}

func parseInt(s string, base, bitSize int) (n int64, how int)
func parseUint(s string, base, bitSize int) (n uint64, how int)
func parseFloat(s string, bitSize int) (f float64, how int)

func ParseInt(s string, base int, bitSize int) (i int64, err error) {
	n, how := parseInt(s, base, bitSize)
	if how != fine {
		err = failure("ParseInt", s, how, base, bitSize)
	}
	return n, err
}

func ParseUint(s string, base int, bitSize int) (uint64, error) {
	n, how := parseUint(s, base, bitSize)
	if how != fine {
		return n, failure("ParseUint", s, how, base, bitSize)
	}
	return n, nil
}

func Atoi(s string) (int, error) {
	n, how := parseInt(s, 10, 0)
	if how != fine {
		return int(n), failure("Atoi", s, how, 10, 0)
	}
	return int(n), nil
}

func ParseFloat(s string, bitSize int) (float64, error) {
	f, how := parseFloat(s, bitSize)
	if how != fine {
		return f, failure("ParseFloat", s, how, 10, bitSize)
	}
	return f, nil
}

func ParseBool(str string) (bool, error) {
	switch str {
	case "1", "t", "T", "true", "TRUE", "True":
		return true, nil
	case "0", "f", "F", "false", "FALSE", "False":
		return false, nil
	}
	return false, failure("ParseBool", str, badSyntax, 10, 0)
}

func FormatBool(b bool) string {
	if b {
		return "true"
	}
	return "false"
}

func Itoa(i int) string
func FormatInt(i int64, base int) string
func FormatUint(i uint64, base int) string
func FormatFloat(f float64, fmt byte, prec, bitSize int) string

func AppendBool(dst []byte, b bool) []byte             { return append(dst, FormatBool(b)...) }
func AppendInt(dst []byte, i int64, base int) []byte   { return append(dst, FormatInt(i, base)...) }
func AppendUint(dst []byte, i uint64, base int) []byte { return append(dst, FormatUint(i, base)...) }

func AppendFloat(dst []byte, f float64, fmt byte, prec, bitSize int) []byte {
	return append(dst, FormatFloat(f, fmt, prec, bitSize)...)
}
