// Package fmt prints and scans values.
//
// The machine walks format strings and writes whatever has no methods; it hands back the values whose Format, GoString,
// Error or String method is to be called, and those are the business of this file, so that a step leads into them.
package fmt

import (
	"errors"
	"internal/value"
	"io"
	"os"
	"unicode/utf8"
)

// State is what a Formatter writes to and learns its flags from.
type State interface {
	Write(b []byte) (n int, err error)
	Width() (wid int, ok bool)
	Precision() (prec int, ok bool)
	Flag(c int) bool
}

// A Formatter prints itself for every verb.
type Formatter interface {
	Format(f State, verb rune)
}

// A Stringer has a text of its own.
type Stringer interface {
	String() string
}

// A GoStringer has a text of its own for %#v.
type GoStringer interface {
	GoString() string
}

// A directive is one %…: its flags, width and precision.
type directive struct {
	width, precision                int
	hasWidth, hasPrecision          bool
	minus, plus, sharp, space, zero bool
	plusV, sharpV                   bool // %+v and %#v, where the flag changes meaning
}

// A printer is one call of a Print function under way. The machine knows the layout of the fields down to place.
type printer struct {
	buf       []byte
	d         directive
	reordered bool // the format used argument indexes
	erroring  bool // a bad verb is being reported: no methods
	panicking bool // a method's panic is being reported
	wraps     bool // %w is allowed
	pos       int  // where the walk through the format stands
	next      int  // the next argument
	stage     int  // 0 in the format, 1 among the extra arguments
	arg       any  // the argument being printed
	verb      rune
	wrapped   []int // arguments of %w
}

// Ways to lay out arguments.
const (
	byFormat = iota
	asPrint
	asPrintln
)

// walk goes on through format and arguments and stops at one whose methods matter: it is p.arg, to be printed with the
// verb that is returned; 0 is the end.
func walk(p *printer, format string, args []any, mode int) rune

// plain prints x if no method of it or of its parts matters, and tells whether it did.
func plain(p *printer, x any, verb rune) bool

// leaf prints a value that is no container, or one that has no methods anywhere inside.
func leaf(p *printer, v value.Value, verb rune, depth int)

// padded prints s as %s, quoted as %q or in another way strings are printed.
func padded(p *printer, s string, verb rune)

func (p *printer) run(format string, args []any, mode int) {
	for {
		verb := walk(p, format, args, mode)
		if verb == 0 {
			return
		}
		if verb == 'w' {
			p.wrapped = append(p.wrapped, p.next-1)
		}
		p.printMethods(verb)
	}
}

func (p *printer) Write(b []byte) (n int, err error) {
	p.buf = append(p.buf, b...)
	return len(b), nil
}

func (p *printer) WriteString(s string) (n int, err error) {
	p.buf = append(p.buf, s...)
	return len(s), nil
}

func (p *printer) Width() (wid int, ok bool)      { return p.d.width, p.d.hasWidth }
func (p *printer) Precision() (prec int, ok bool) { return p.d.precision, p.d.hasPrecision }

func (p *printer) Flag(c int) bool {
	switch c {
	case '-':
		return p.d.minus
	case '+':
		return p.d.plus || p.d.plusV
	case '#':
		return p.d.sharp || p.d.sharpV
	case ' ':
		return p.d.space
	case '0':
		return p.d.zero
	}
	return false
}

func (p *printer) add(s string) { p.buf = append(p.buf, s...) }

func (p *printer) printArg(x any, verb rune) {
	p.arg = x
	if !plain(p, x, verb) {
		p.printMethods(verb)
	}
}

func (p *printer) printMethods(verb rune) {
	if !p.handleMethods(verb) {
		p.printValue(value.Of(p.arg), verb, 0)
	}
}

// badVerb reports a verb that p.arg has no use for.
func (p *printer) badVerb(verb rune) {
	leaf(p, value.Value{}, verb, -1)
}

// handleMethods prints p.arg through its own method, if the verb asks for one it has.
func (p *printer) handleMethods(verb rune) (handled bool) {
	if p.erroring {
		return false
	}
	if verb == 'w' {
		if _, ok := p.arg.([]byte); ok {
			return false // each byte is reported
		}
		if _, ok := p.arg.(error); !ok || !p.wraps {
			p.badVerb(verb)
			return true
		}
		verb = 'v'
	}
	if f, ok := p.arg.(Formatter); ok {
		handled = true // also when the method panics
		defer p.catchPanic(p.arg, verb, "Format")
		f.Format(p, verb)
		return
	}
	if p.d.sharpV {
		if g, ok := p.arg.(GoStringer); ok {
			handled = true
			defer p.catchPanic(p.arg, verb, "GoString")
			padded(p, g.GoString(), 's')
		}
		return
	}
	switch verb {
	case 'v', 's', 'x', 'X', 'q':
		switch x := p.arg.(type) {
		case error:
			handled = true
			defer p.catchPanic(p.arg, verb, "Error")
			padded(p, x.Error(), verb)
		case Stringer:
			handled = true
			defer p.catchPanic(p.arg, verb, "String")
			padded(p, x.String(), verb)
		}
	}
	return handled
}

// catchPanic is deferred round a method call: it prints the panic in the method's place.
func (p *printer) catchPanic(x any, verb rune, method string) {
	r := recover()
	if r == nil {
		return
	}
	if v := value.Of(x); v.Kind == value.Pointer && v.IsNil() {
		p.add("<nil>")
		return
	}
	if p.panicking {
		panic(r)
	}
	saved := p.d
	p.d = directive{}
	p.add("%!")
	p.buf = utf8.AppendRune(p.buf, verb)
	p.add("(PANIC=")
	p.add(method)
	p.add(" method: ")
	p.panicking = true
	p.printArg(r, 'v')
	p.panicking = false
	p.add(")")
	p.d = saved
}

// printValue prints what has no method of its own but may hold parts that have.
func (p *printer) printValue(v value.Value, verb rune, depth int) {
	if depth > 0 && v.Kind != value.Invalid && !v.Hidden {
		p.arg = v.Any()
		if p.handleMethods(verb) {
			return
		}
	}
	if v.Kind == value.Invalid {
		if verb == 'v' {
			p.add("<nil>")
		} else {
			p.badVerb(verb)
		}
		return
	}
	if value.Plain(v.Type) {
		leaf(p, v, verb, depth)
		return
	}
	switch v.Kind {
	case value.Map:
		p.printMap(v, verb, depth)
	case value.Struct:
		p.printStruct(v, verb, depth)
	case value.Interface:
		inner := v.Elem()
		switch {
		case inner.Kind != value.Invalid:
			p.printValue(inner, verb, depth+1)
		case p.d.sharpV:
			p.add(v.TypeString())
			p.add("(nil)")
		default:
			p.add("<nil>")
		}
	case value.Array, value.Slice:
		p.printList(v, verb, depth)
	case value.Pointer:
		if depth == 0 && !v.IsNil() {
			switch inner := v.Elem(); inner.Kind {
			case value.Array, value.Slice, value.Struct, value.Map:
				p.add("&")
				p.printValue(inner, verb, depth+1)
				return
			}
		}
		leaf(p, v, verb, depth)
	default:
		leaf(p, v, verb, depth)
	}
}

func (p *printer) printMap(v value.Value, verb rune, depth int) {
	separator, end := " ", "]"
	if p.d.sharpV {
		p.add(v.TypeString())
		if v.IsNil() {
			p.add("(nil)")
			return
		}
		p.add("{")
		separator, end = ", ", "}"
	} else {
		p.add("map[")
	}
	entries := v.Entries()
	for i := 0; i < len(entries); i += 2 {
		if i > 0 {
			p.add(separator)
		}
		p.printValue(entries[i], verb, depth+1)
		p.add(":")
		p.printValue(entries[i+1], verb, depth+1)
	}
	p.add(end)
}

func (p *printer) printStruct(v value.Value, verb rune, depth int) {
	separator := " "
	if p.d.sharpV {
		p.add(v.TypeString())
		separator = ", "
	}
	p.add("{")
	for i, n := 0, value.NumField(v.Type); i < n; i++ {
		if i > 0 {
			p.add(separator)
		}
		if p.d.plusV || p.d.sharpV {
			p.add(value.FieldName(v.Type, i))
			p.add(":")
		}
		f := v.Field(i)
		if f.Kind == value.Interface && !f.IsNil() {
			f = f.Elem()
		}
		p.printValue(f, verb, depth+1)
	}
	p.add("}")
}

func (p *printer) printList(v value.Value, verb rune, depth int) {
	begin, separator, end := "[", " ", "]"
	switch {
	case p.d.sharpV:
		p.add(v.TypeString())
		if v.Kind == value.Slice && v.IsNil() {
			p.add("(nil)")
			return
		}
		begin, separator, end = "{", ", ", "}"
	case verb == 's' || verb == 'q' || verb == 'x' || verb == 'X':
		if value.KindOf(value.ElemType(v.Type)) == value.Uint8 {
			leaf(p, v, verb, depth)
			return
		}
	}
	p.add(begin)
	for i, n := 0, v.Len(); i < n; i++ {
		if i > 0 {
			p.add(separator)
		}
		p.printValue(v.Index(i), verb, depth+1)
	}
	p.add(end)
}

func Fprintf(w io.Writer, format string, a ...any) (n int, err error) {
	p := &printer{}
	p.run(format, a, byFormat)
	return w.Write(p.buf)
}

func Printf(format string, a ...any) (n int, err error) {
	p := &printer{}
	p.run(format, a, byFormat)
	return os.Stdout.Write(p.buf)
}

func Sprintf(format string, a ...any) string {
	p := &printer{}
	p.run(format, a, byFormat)
	return string(p.buf)
}

func Appendf(b []byte, format string, a ...any) []byte {
	p := &printer{}
	p.run(format, a, byFormat)
	return append(b, p.buf...)
}

func Fprint(w io.Writer, a ...any) (n int, err error) {
	p := &printer{}
	p.run("", a, asPrint)
	return w.Write(p.buf)
}

func Print(a ...any) (n int, err error) {
	p := &printer{}
	p.run("", a, asPrint)
	return os.Stdout.Write(p.buf)
}

func Sprint(a ...any) string {
	p := &printer{}
	p.run("", a, asPrint)
	return string(p.buf)
}

func Append(b []byte, a ...any) []byte {
	p := &printer{}
	p.run("", a, asPrint)
	return append(b, p.buf...)
}

func Fprintln(w io.Writer, a ...any) (n int, err error) {
	p := &printer{}
	p.run("", a, asPrintln)
	return w.Write(p.buf)
}

func Println(a ...any) (n int, err error) {
	p := &printer{}
	p.run("", a, asPrintln)
	return os.Stdout.Write(p.buf)
}

func Sprintln(a ...any) string {
	p := &printer{}
	p.run("", a, asPrintln)
	return string(p.buf)
}

func Appendln(b []byte, a ...any) []byte {
	p := &printer{}
	p.run("", a, asPrintln)
	return append(b, p.buf...)
}

// FormatString is the directive that a Formatter was called for.
func FormatString(state State, verb rune) string {
	text := "%"
	for _, c := range " +-#0" {
		if state.Flag(int(c)) {
			text += string(c)
		}
	}
	if w, ok := state.Width(); ok {
		text += Sprint(w)
	}
	if n, ok := state.Precision(); ok {
		text += "." + Sprint(n)
	}
	return text + string(verb)
}

type wrapError struct {
	msg string
	err error
}

func (e *wrapError) Error() string { return e.msg }
func (e *wrapError) Unwrap() error { return e.err }

type wrapErrors struct {
	msg  string
	errs []error
}

func (e *wrapErrors) Error() string   { return e.msg }
func (e *wrapErrors) Unwrap() []error { return e.errs }

// Errorf makes an error of a text; it wraps the operands of %w.
func Errorf(format string, a ...any) error {
	p := &printer{wraps: true}
	p.run(format, a, byFormat)
	s := string(p.buf)
	switch len(p.wrapped) {
	case 0:
		return errors.New(s)
	case 1:
		err, _ := a[p.wrapped[0]].(error)
		return &wrapError{s, err}
	}
	seen := make([]bool, len(a))
	for _, i := range p.wrapped {
		seen[i] = true
	}
	var errs []error
	for i, is := range seen {
		if err, ok := a[i].(error); is && ok {
			errs = append(errs, err)
		}
	}
	return &wrapErrors{s, errs}
}
