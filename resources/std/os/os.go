// Package os is what a program may see of the operating system: its output, its arguments and its exit.
// Runs repeat exactly, so there are no files and no environment: opening a file answers with an error.
package os

import (
	"errors"
	"io"
)

var (
	ErrInvalid          = errors.New("invalid argument")
	ErrPermission       = errors.New("permission denied")
	ErrExist            = errors.New("file already exists")
	ErrNotExist         = errors.New("file does not exist")
	ErrClosed           = errors.New("file already closed")
	ErrDeadlineExceeded = errors.New("i/o timeout")
	ErrProcessDone      = errors.New("os: process already finished")
)

// Flags of OpenFile.
const (
	O_RDONLY = 0x0
	O_WRONLY = 0x1
	O_RDWR   = 0x2
	O_APPEND = 0x400
	O_CREATE = 0x40
	O_EXCL   = 0x80
	O_SYNC   = 0x101000
	O_TRUNC  = 0x200

	PathSeparator     = '/'
	PathListSeparator = ':'
	DevNull           = "/dev/null"
)

type FileMode uint32

const ModePerm FileMode = 0o777

// An errno is a refusal worded as the system words it; it counts as one of the Err values above.
type errno struct {
	text string
	is   error
}

func (e *errno) Error() string        { return e.text }
func (e *errno) Is(target error) bool { return target == e.is }

var (
	noSuchFile = &errno{"no such file or directory", ErrNotExist}
	noAccess   = &errno{"permission denied", ErrPermission}
)

// A PathError tells which operation failed on which file.
type PathError struct {
	Op   string
	Path string
	Err  error
}

func (e *PathError) Error() string { return e.Op + " " + e.Path + ": " + e.Err.Error() }
func (e *PathError) Unwrap() error { return e.Err }
func (e *PathError) Timeout() bool { return false }

// Args are the command line, program name first.
var Args = args()

func args() []string

// Exit ends the program at once; deferred calls do not run.
func Exit(code int)

func write(fd int, p []byte) int
func read(fd int, p []byte) int

// A File is one of the three standard streams.
type File struct {
	fd     int
	name   string
	closed bool
}

var (
	Stdin  = &File{fd: 0, name: "/dev/stdin"}
	Stdout = &File{fd: 1, name: "/dev/stdout"}
	Stderr = &File{fd: 2, name: "/dev/stderr"}
)

func (f *File) check(op string) error {
	if f == nil {
		return ErrInvalid
	}
	if f.closed {
		return &PathError{op, f.name, ErrClosed}
	}
	return nil
}

func (f *File) Name() string { return f.name }
func (f *File) Fd() uintptr  { return uintptr(f.fd) }

func (f *File) Write(p []byte) (n int, err error) {
	if f == nil || f.closed {
		return 0, f.check("write")
	}
	if f.fd == 0 {
		return 0, &PathError{"write", f.name, errors.New("bad file descriptor")}
	}
	return write(f.fd, p), nil
}

func (f *File) WriteString(s string) (n int, err error) { return f.Write([]byte(s)) }

func (f *File) Read(p []byte) (n int, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	if f.fd != 0 {
		return 0, &PathError{"read", f.name, errors.New("bad file descriptor")}
	}
	if len(p) == 0 {
		return 0, nil
	}
	n = read(f.fd, p)
	if n == 0 {
		return 0, io.EOF
	}
	return n, nil
}

func (f *File) Close() error {
	if err := f.check("close"); err != nil {
		return err
	}
	f.closed = true
	return nil
}

func (f *File) Sync() error { return f.check("sync") }

// Open and the like refuse: a run can not reach the host's files.
func Open(name string) (*File, error) { return nil, &PathError{"open", name, noSuchFile} }

func Create(name string) (*File, error) { return nil, &PathError{"open", name, noAccess} }

func OpenFile(name string, flag int, perm FileMode) (*File, error) {
	if flag&O_CREATE != 0 {
		return Create(name)
	}
	return Open(name)
}

func ReadFile(name string) ([]byte, error) { return nil, &PathError{"open", name, noSuchFile} }

func WriteFile(name string, data []byte, perm FileMode) error {
	return &PathError{"open", name, noAccess}
}

func Remove(name string) error                  { return &PathError{"remove", name, noSuchFile} }
func Mkdir(name string, perm FileMode) error    { return &PathError{"mkdir", name, noAccess} }
func MkdirAll(path string, perm FileMode) error { return &PathError{"mkdir", path, noAccess} }
func Getwd() (dir string, err error)            { return "/", nil }
func Hostname() (name string, err error)        { return "unwind", nil }
func Getenv(key string) string                  { return "" }
func LookupEnv(key string) (string, bool)       { return "", false }
func Environ() []string                         { return nil }
func Setenv(key, value string) error            { return &PathError{"setenv", key, noAccess} }
func Getuid() int                               { return 0 }
func IsNotExist(err error) bool                 { return errors.Is(underlying(err), ErrNotExist) }
func IsExist(err error) bool                    { return errors.Is(underlying(err), ErrExist) }
func IsPermission(err error) bool               { return errors.Is(underlying(err), ErrPermission) }

func underlying(err error) error {
	if e, ok := err.(*PathError); ok {
		return e.Err
	}
	return err
}
