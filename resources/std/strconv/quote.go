package strconv

// Which characters stand for themselves between quotes.
const (
	printable = iota
	onlyASCII
	graphic
)

func quote(s string, keep int) string
func quoteRune(r rune, keep int) string

// unquoted returns the text that s quotes and tells whether s is well-formed.
func unquoted(s string) (string, bool)

// quotedPrefix is the length of the quoted string that s begins with, or -1.
func quotedPrefix(s string) int

// unquoteChar reads one character or escape; size is 0 if it is not well-formed.
func unquoteChar(s string, quote byte) (value rune, multibyte bool, size int)

func Quote(s string) string            { return quote(s, printable) }
func QuoteToASCII(s string) string     { return quote(s, onlyASCII) }
func QuoteToGraphic(s string) string   { return quote(s, graphic) }
func QuoteRune(r rune) string          { return quoteRune(r, printable) }
func QuoteRuneToASCII(r rune) string   { return quoteRune(r, onlyASCII) }
func QuoteRuneToGraphic(r rune) string { return quoteRune(r, graphic) }

func AppendQuote(dst []byte, s string) []byte          { return append(dst, Quote(s)...) }
func AppendQuoteToASCII(dst []byte, s string) []byte   { return append(dst, QuoteToASCII(s)...) }
func AppendQuoteToGraphic(dst []byte, s string) []byte { return append(dst, QuoteToGraphic(s)...) }
func AppendQuoteRune(dst []byte, r rune) []byte        { return append(dst, QuoteRune(r)...) }
func AppendQuoteRuneToASCII(dst []byte, r rune) []byte { return append(dst, QuoteRuneToASCII(r)...) }
func AppendQuoteRuneToGraphic(dst []byte, r rune) []byte {
	return append(dst, QuoteRuneToGraphic(r)...)
}

// CanBackquote tells whether s can stand on one line between backquotes.
func CanBackquote(s string) bool
func IsPrint(r rune) bool
func IsGraphic(r rune) bool

func Unquote(s string) (string, error) {
	text, ok := unquoted(s)
	if !ok {
		return "", ErrSyntax
	}
	return text, nil
}

func QuotedPrefix(s string) (string, error) {
	n := quotedPrefix(s)
	if n < 0 {
		return "", ErrSyntax
	}
	return s[:n], nil
}

func UnquoteChar(s string, quote byte) (value rune, multibyte bool, tail string, err error) {
	value, multibyte, size := unquoteChar(s, quote)
	if size == 0 {
		return 0, false, "", ErrSyntax
	}
	return value, multibyte, s[size:], nil
}
