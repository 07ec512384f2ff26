// Package syscall has the names of signals and of the system's errors. There is one process, and it may signal itself.
package syscall

import "strconv"

// A Signal is a number that the system sends to a process.
type Signal int

const (
	SIGHUP   Signal = 1
	SIGINT   Signal = 2
	SIGQUIT  Signal = 3
	SIGILL   Signal = 4
	SIGTRAP  Signal = 5
	SIGABRT  Signal = 6
	SIGBUS   Signal = 7
	SIGFPE   Signal = 8
	SIGKILL  Signal = 9
	SIGUSR1  Signal = 10
	SIGSEGV  Signal = 11
	SIGUSR2  Signal = 12
	SIGPIPE  Signal = 13
	SIGALRM  Signal = 14
	SIGTERM  Signal = 15
	SIGCHLD  Signal = 17
	SIGCONT  Signal = 18
	SIGSTOP  Signal = 19
	SIGURG   Signal = 23
	SIGWINCH Signal = 28
)

var signalNames = map[Signal]string{
	SIGHUP: "hangup", SIGINT: "interrupt", SIGQUIT: "quit", SIGILL: "illegal instruction", SIGTRAP: "trace/breakpoint trap",
	SIGABRT: "aborted", SIGBUS: "bus error", SIGFPE: "floating point exception", SIGKILL: "killed",
	SIGUSR1: "user defined signal 1", SIGSEGV: "segmentation fault", SIGUSR2: "user defined signal 2",
	SIGPIPE: "broken pipe", SIGALRM: "alarm clock", SIGTERM: "terminated", SIGCHLD: "child exited", SIGCONT: "continued",
	SIGSTOP: "stopped (signal)", SIGURG: "urgent I/O condition", SIGWINCH: "window changed",
}

func (s Signal) Signal() {}

func (s Signal) String() string {
	if name, ok := signalNames[s]; ok {
		return name
	}
	return "signal " + strconv.Itoa(int(s))
}

// An Errno is an error number of the system.
type Errno uintptr

const (
	EPERM        Errno = 1
	ENOENT       Errno = 2
	ESRCH        Errno = 3
	EINVAL       Errno = 22
	EPIPE        Errno = 32
	EADDRINUSE   Errno = 98
	ECONNRESET   Errno = 104
	ECONNREFUSED Errno = 111
)

var errnoNames = map[Errno]string{
	EPERM: "operation not permitted", ENOENT: "no such file or directory", ESRCH: "no such process", EINVAL: "invalid argument",
	EPIPE: "broken pipe", EADDRINUSE: "address already in use", ECONNRESET: "connection reset by peer",
	ECONNREFUSED: "connection refused",
}

func (e Errno) Error() string {
	if name, ok := errnoNames[e]; ok {
		return name
	}
	return "errno " + strconv.Itoa(int(e))
}

func (e Errno) Temporary() bool { return e == ECONNRESET }
func (e Errno) Timeout() bool   { return false }

const pid = 1

func Getpid() int  { return pid }
func Getppid() int { return 0 }

// Kill sends a signal to the process, if that is this one.
func Kill(target int, sig Signal) error {
	if target != pid {
		return ESRCH
	}
	if sig != 0 && !raise(int(sig)) {
		return EINVAL
	}
	return nil
}

// raise sends a signal to this process; false if it is none that can be sent.
func raise(n int) bool
