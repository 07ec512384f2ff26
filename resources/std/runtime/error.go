// Package runtime is a program's view of the machine that runs it.
package runtime

// Error is what every run-time panic's value implements.
type Error interface {
	error
	RuntimeError()
}

// The machine makes values of the types below; their texts come without the prefix that Error adds.

type errorString string

func (e errorString) RuntimeError() {}
func (e errorString) Error() string { return "runtime error: " + string(e) }

// A boundsError is an index or slice operand out of range.
type boundsError string

func (e boundsError) RuntimeError() {}
func (e boundsError) Error() string { return "runtime error: " + string(e) }

// An errorAddressString is a fault at an address.
type errorAddressString string

func (e errorAddressString) RuntimeError() {}
func (e errorAddressString) Error() string { return "runtime error: " + string(e) }

// A plainError's text carries no prefix.
type plainError string

func (e plainError) RuntimeError() {}
func (e plainError) Error() string { return string(e) }

// A TypeAssertionError is a type assertion that failed.
type TypeAssertionError struct {
	text string
}

func (*TypeAssertionError) RuntimeError()   {}
func (e *TypeAssertionError) Error() string { return e.text }

// A PanicNilError stands for the nil in panic(nil).
type PanicNilError struct {
	_ [0]func()
}

func (*PanicNilError) RuntimeError() {}
func (*PanicNilError) Error() string { return "panic called with nil argument" }

// A GoexitSignal is what recover returns during Goexit under profiles that let it see one.
// Released Go has no such type: there recover returns nil.
type GoexitSignal struct{}

func (GoexitSignal) String() string { return "runtime.Goexit" }
