package fmt

import (
	"errors"
	"internal/value"
	"io"
	"os"
	"strconv"
	"unicode/utf8"
)

// ScanState is what a Scanner reads from.
type ScanState interface {
	ReadRune() (r rune, size int, err error)
	UnreadRune() error
	SkipSpace()
	Token(skipSpace bool, f func(rune) bool) (token []byte, err error)
	Width() (wid int, ok bool)
	Read(buf []byte) (n int, err error)
}

// A Scanner reads itself.
type Scanner interface {
	Scan(state ScanState, verb rune) error
}

func Scan(a ...any) (n int, err error)                 { return Fscan(os.Stdin, a...) }
func Scanln(a ...any) (n int, err error)               { return Fscanln(os.Stdin, a...) }
func Scanf(format string, a ...any) (n int, err error) { return Fscanf(os.Stdin, format, a...) }

func Sscan(str string, a ...any) (n int, err error)   { return Fscan(&text{s: str}, a...) }
func Sscanln(str string, a ...any) (n int, err error) { return Fscanln(&text{s: str}, a...) }
func Sscanf(str string, format string, a ...any) (n int, err error) {
	return Fscanf(&text{s: str}, format, a...)
}

func Fscan(r io.Reader, a ...any) (n int, err error) {
	s := newScan(r, true)
	return s.scanAll(a, false)
}

func Fscanln(r io.Reader, a ...any) (n int, err error) {
	s := newScan(r, false)
	return s.scanAll(a, true)
}

func Fscanf(r io.Reader, format string, a ...any) (n int, err error) {
	s := newScan(r, false)
	return s.scanByFormat(format, a)
}

// A text is a string being read.
type text struct {
	s    string
	i    int
	size int
}

func (t *text) Read(p []byte) (n int, err error) {
	if t.i >= len(t.s) {
		return 0, io.EOF
	}
	n = copy(p, t.s[t.i:])
	t.i += n
	return n, nil
}

func (t *text) ReadRune() (r rune, size int, err error) {
	if t.i >= len(t.s) {
		return 0, 0, io.EOF
	}
	r, t.size = utf8.DecodeRuneInString(t.s[t.i:])
	t.i += t.size
	return r, t.size, nil
}

func (t *text) UnreadRune() error {
	t.i -= t.size
	t.size = 0
	return nil
}

// A runeReader makes runes of a reader's bytes, one byte at a time, so that nothing is read too far.
type runeReader struct {
	r      io.Reader
	last   rune
	size   int
	unread bool
}

func (r *runeReader) ReadRune() (rune, int, error) {
	if r.unread {
		r.unread = false
		return r.last, r.size, nil
	}
	var buf [utf8.UTFMax]byte
	n := 0
	for n == 0 || !utf8.FullRune(buf[:n]) {
		if _, err := io.ReadFull(r.r, buf[n:n+1]); err != nil {
			if n > 0 && err == io.EOF {
				break
			}
			return 0, 0, err
		}
		n++
	}
	r.last, r.size = utf8.DecodeRune(buf[:n])
	return r.last, r.size, nil
}

func (r *runeReader) UnreadRune() error {
	r.unread = true
	return nil
}

const (
	endOfInput = -1
	noLimit    = 1 << 30
)

// A scan is one call of a Scan function under way. After an error it reads nothing more.
type scan struct {
	in        io.RuneScanner
	newlineOK bool // newlines are spaces
	count     int  // runes read
	limit     int  // runes that may be read for the argument
	hasWidth  bool
	width     int
	token     []byte
	err       error
	ended     bool
}

func newScan(r io.Reader, newlineOK bool) *scan {
	s := &scan{newlineOK: newlineOK, limit: noLimit}
	if rs, ok := r.(io.RuneScanner); ok {
		s.in = rs
	} else {
		s.in = &runeReader{r: r}
	}
	return s
}

func (s *scan) fail(text string) { s.failWith(errors.New(text)) }

func (s *scan) failWith(err error) {
	if s.err == nil {
		s.err = err
	}
}

// get is the next rune, or endOfInput.
func (s *scan) get() rune {
	if s.ended || s.err != nil || s.count >= s.limit {
		return endOfInput
	}
	r, _, err := s.in.ReadRune()
	if err != nil {
		s.ended = err == io.EOF
		if !s.ended {
			s.failWith(err)
		}
		return endOfInput
	}
	s.count++
	return r
}

func (s *scan) back(r rune) {
	if r != endOfInput {
		s.in.UnreadRune()
		s.count--
	}
}

func (s *scan) peek() rune {
	r := s.get()
	s.back(r)
	return r
}

func (s *scan) ReadRune() (r rune, size int, err error) {
	r = s.get()
	if r == endOfInput {
		if s.err != nil {
			return 0, 0, s.err
		}
		return 0, 0, io.EOF
	}
	return r, utf8.RuneLen(r), nil
}

func (s *scan) UnreadRune() error {
	s.in.UnreadRune()
	s.ended = false
	s.count--
	return nil
}

func (s *scan) Read(buf []byte) (n int, err error) {
	return 0, errors.New("ScanState's Read should not be called. Use ReadRune")
}

func (s *scan) Width() (wid int, ok bool) { return s.width, s.hasWidth }

func (s *scan) SkipSpace() {
	for {
		r := s.get()
		switch {
		case r == '\r' && s.peek() == '\n':
		case r == '\n' && !s.newlineOK:
			s.fail("unexpected newline")
			return
		case r == endOfInput:
			return
		case !isSpace(r):
			s.back(r)
			return
		}
	}
}

func isSpace(r rune) bool

func (s *scan) Token(skipSpace bool, f func(rune) bool) (token []byte, err error) {
	if f == nil {
		f = func(r rune) bool { return !isSpace(r) }
	}
	if skipSpace {
		s.SkipSpace()
	}
	for {
		r := s.get()
		if r == endOfInput {
			break
		}
		if !f(r) {
			s.back(r)
			break
		}
		token = utf8.AppendRune(token, r)
	}
	return token, s.err
}

// accept takes the next rune into the token if it is in set.
func (s *scan) accept(set string) bool {
	r := s.get()
	for _, c := range set {
		if c == r {
			s.token = utf8.AppendRune(s.token, r)
			return true
		}
	}
	s.back(r)
	return false
}

func (s *scan) acceptAll(set string) bool {
	any := false
	for s.accept(set) {
		any = true
	}
	return any
}

// begin makes ready for a value that spaces may come before; false at the end of the input.
func (s *scan) begin(verb rune, verbs, kind string) bool {
	s.token = s.token[:0]
	if verb != 'c' {
		s.SkipSpace()
	}
	if s.err == nil && s.peek() == endOfInput {
		s.failWith(io.EOF)
	}
	if s.err == nil {
		for _, v := range verbs {
			if v == verb {
				return true
			}
		}
		s.fail("bad verb '%" + string(verb) + "' for " + kind)
	}
	return false
}

const decimal = "0123456789"

// digits reads the digits of an integer by its verb and returns its base.
func (s *scan) digits(verb rune) int {
	base, set := 10, decimal
	switch verb {
	case 'b':
		base, set = 2, "01"
	case 'o':
		base, set = 8, "01234567"
	case 'x', 'X', 'U':
		base, set = 16, decimal+"abcdefABCDEF"
	case 'v':
		if s.accept("0") {
			base = 0
			switch {
			case s.accept("bB"):
				set = "01_"
			case s.accept("oO"):
				set = "01234567_"
			case s.accept("xX"):
				set = decimal + "abcdefABCDEF_"
			default:
				s.acceptAll("01234567_")
				return 0
			}
		} else {
			set += "_"
			base = 0
		}
	}
	if !s.acceptAll(set) {
		s.fail("expected integer")
	}
	return base
}

func (s *scan) codePoint() {
	if r := s.get(); r != 'U' || s.get() != '+' {
		s.fail("bad unicode format ")
	}
}

func (s *scan) integer(verb rune, bits int) int64 {
	if !s.begin(verb, "bcdoUxXv", "integer") {
		return 0
	}
	if verb == 'c' {
		return int64(s.get())
	}
	if verb == 'U' {
		s.codePoint()
	} else {
		s.accept("+-")
	}
	base := s.digits(verb)
	if s.err != nil {
		return 0
	}
	n, err := strconv.ParseInt(string(s.token), base, 64)
	if err != nil {
		s.failWith(err)
	} else if shift := uint(64 - bits); n<<shift>>shift != n {
		s.fail("integer overflow on token " + string(s.token))
	}
	return n
}

func (s *scan) unsigned(verb rune, bits int) uint64 {
	if !s.begin(verb, "bcdoUxXv", "integer") {
		return 0
	}
	if verb == 'c' {
		return uint64(s.get())
	}
	if verb == 'U' {
		s.codePoint()
	}
	base := s.digits(verb)
	if s.err != nil {
		return 0
	}
	n, err := strconv.ParseUint(string(s.token), base, 64)
	if err != nil {
		s.failWith(err)
	} else if shift := uint(64 - bits); n<<shift>>shift != n {
		s.fail("unsigned integer overflow on token " + string(s.token))
	}
	return n
}

func (s *scan) float(verb rune, bits int) float64 {
	if !s.begin(verb, "beEfFgGv", "float"+strconv.Itoa(bits)) {
		return 0
	}
	if !(s.accept("nN") && s.accept("aA") && s.accept("nN")) {
		s.accept("+-")
		if !(s.accept("iI") && s.accept("nN") && s.accept("fF")) {
			set, exponent := decimal+"_", "eEpP"
			if s.accept("0") && s.accept("xX") {
				set, exponent = decimal+"abcdefABCDEF_", "pP"
			}
			s.acceptAll(set)
			if s.accept(".") {
				s.acceptAll(set)
			}
			if s.accept(exponent) {
				s.accept("+-")
				s.acceptAll(decimal + "_")
			}
		}
	}
	if s.err != nil {
		return 0
	}
	f, err := strconv.ParseFloat(string(s.token), bits)
	if err != nil {
		s.failWith(err)
	}
	return f
}

func (s *scan) boolean(verb rune) bool {
	if !s.begin(verb, "tv", "boolean") {
		return false
	}
	switch s.get() {
	case '1':
		return true
	case 't', 'T':
		if s.accept("rR") && (!s.accept("uU") || !s.accept("eE")) {
			s.fail("syntax error scanning boolean")
		}
		return true
	case 'f', 'F':
		if s.accept("aA") && (!s.accept("lL") || !s.accept("sS") || !s.accept("eE")) {
			s.fail("syntax error scanning boolean")
		}
	}
	return false
}

func (s *scan) str(verb rune) string {
	if !s.begin(verb, "svqxX", "string") {
		return ""
	}
	switch verb {
	case 'q':
		return s.quoted()
	case 'x', 'X':
		return s.hex()
	}
	token, _ := s.Token(false, nil)
	return string(token)
}

func (s *scan) quoted() string {
	quote := s.get()
	if quote != '"' && quote != '`' {
		s.fail("expected quoted string")
		return ""
	}
	literal := []byte{byte(quote)}
	for {
		r := s.get()
		if r == endOfInput {
			s.failWith(io.ErrUnexpectedEOF)
			return ""
		}
		literal = utf8.AppendRune(literal, r)
		if r == quote {
			break
		}
		if r == '\\' && quote == '"' {
			literal = utf8.AppendRune(literal, s.get())
		}
	}
	result, err := strconv.Unquote(string(literal))
	if err != nil {
		s.failWith(err)
	}
	return result
}

func hexDigit(r rune) int {
	switch {
	case '0' <= r && r <= '9':
		return int(r - '0')
	case 'a' <= r && r <= 'f':
		return int(r-'a') + 10
	case 'A' <= r && r <= 'F':
		return int(r-'A') + 10
	}
	return -1
}

func (s *scan) hex() string {
	var out []byte
	for {
		r := s.get()
		high := hexDigit(r)
		if high < 0 {
			s.back(r)
			break
		}
		low := hexDigit(s.get())
		if low < 0 {
			s.fail("illegal hex digit")
			return ""
		}
		out = append(out, byte(high<<4|low))
	}
	if len(out) == 0 {
		s.fail("no hex data for %x string")
	}
	return string(out)
}

// one reads a value into the variable arg points to.
func (s *scan) one(verb rune, arg any) {
	if v, ok := arg.(Scanner); ok {
		if err := v.Scan(s, verb); err != nil {
			if err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
			s.failWith(err)
		}
		return
	}
	switch v := arg.(type) {
	case *int:
		if n := s.integer(verb, 64); s.err == nil {
			*v = int(n)
		}
		return
	case *string:
		if text := s.str(verb); s.err == nil {
			*v = text
		}
		return
	}
	v := value.Of(arg)
	if v.Kind != value.Pointer {
		s.fail("type not a pointer: " + v.TypeString())
		return
	}
	s.variable(verb, v.Elem(), v.TypeString())
}

func (s *scan) variable(verb rune, v value.Value, pointerType string) {
	bits := value.SizeOf(v.Type) * 8
	switch v.Kind {
	case value.Bool:
		if b := s.boolean(verb); s.err == nil {
			if b {
				v.SetBits(1)
			} else {
				v.SetBits(0)
			}
		}
	case value.Int, value.Int8, value.Int16, value.Int32, value.Int64:
		if n := s.integer(verb, bits); s.err == nil {
			v.SetBits(uint64(n))
		}
	case value.Uint, value.Uint8, value.Uint16, value.Uint32, value.Uint64, value.Uintptr:
		if n := s.unsigned(verb, bits); s.err == nil {
			v.SetBits(n)
		}
	case value.Float32, value.Float64:
		if f := s.float(verb, bits); s.err == nil {
			v.SetFloat(f)
		}
	case value.String:
		if text := s.str(verb); s.err == nil {
			v.SetString(text)
		}
	case value.Slice:
		if value.KindOf(value.ElemType(v.Type)) == value.Uint8 {
			if text := s.str(verb); s.err == nil {
				v.SetBytes([]byte(text))
			}
			return
		}
		s.fail("can't scan type: " + pointerType)
	default:
		s.fail("can't scan type: " + pointerType)
	}
}

// scanAll reads values separated by spaces; with toEnd the line has to end behind them.
func (s *scan) scanAll(a []any, toEnd bool) (n int, err error) {
	for _, arg := range a {
		s.one('v', arg)
		if s.err != nil {
			return n, s.err
		}
		n++
	}
	for toEnd {
		r := s.get()
		if r == '\n' || r == endOfInput {
			break
		}
		if !isSpace(r) {
			s.fail("expected newline")
		}
	}
	return n, s.err
}

func (s *scan) scanByFormat(format string, a []any) (n int, err error) {
	for i := 0; i < len(format) && s.err == nil; {
		c, size := utf8.DecodeRuneInString(format[i:])
		switch {
		case isSpace(c):
			i = s.matchSpace(format, i)
		case c != '%':
			if r := s.get(); r != c {
				s.back(r)
				if r == endOfInput {
					s.failWith(io.ErrUnexpectedEOF)
				} else {
					s.fail("input does not match format")
				}
			}
			i += size
		default:
			i = s.directive(format, i+1, a, &n)
		}
	}
	if s.err == nil && n < len(a) {
		s.fail("too many operands")
	}
	return n, s.err
}

// matchSpace matches the run of spaces of the format at i: a newline in it matches one in the input.
func (s *scan) matchSpace(format string, i int) int {
	newlines := 0
	trailing := false
	for i < len(format) {
		c, size := utf8.DecodeRuneInString(format[i:])
		if !isSpace(c) {
			break
		}
		trailing = c != '\n'
		if c == '\n' {
			newlines++
		}
		i += size
	}
	for k := 0; k < newlines; k++ {
		r := s.get()
		for isSpace(r) && r != '\n' {
			r = s.get()
		}
		if r != '\n' && r != endOfInput {
			s.fail("newline in format does not match input")
		}
	}
	if trailing {
		r := s.get()
		if newlines == 0 {
			if !isSpace(r) && r != endOfInput {
				s.fail("expected space in input to match format")
			}
			if r == '\n' {
				s.fail("newline in input does not match format")
			}
		}
		for isSpace(r) && r != '\n' {
			r = s.get()
		}
		s.back(r)
	}
	return i
}

// directive reads what the directive behind a % asks for and returns where it ends.
func (s *scan) directive(format string, i int, a []any, n *int) int {
	if i >= len(format) {
		s.fail("missing verb: % at end of format string")
		return i
	}
	s.width, s.hasWidth = 0, false
	for i < len(format) && '0' <= format[i] && format[i] <= '9' {
		s.width = s.width*10 + int(format[i]-'0')
		s.hasWidth = true
		i++
	}
	verb, size := utf8.DecodeRuneInString(format[i:])
	begin := i
	i += size
	if verb != 'c' {
		s.SkipSpace()
	}
	if verb == '%' {
		if s.peek() == endOfInput {
			s.failWith(io.EOF)
		} else if s.get() != '%' {
			s.fail("missing literal %")
		}
		return i
	}
	if *n >= len(a) {
		s.fail("too few operands for format '%" + format[begin:] + "'")
		return i
	}
	if s.hasWidth {
		s.limit = s.count + s.width
	}
	s.one(verb, a[*n])
	s.limit = noLimit
	if s.err == nil {
		*n++
	}
	return i
}
