// Package debug prints stacks and turns the machine's knobs.
package debug

import (
	"os"
	"runtime"
)

// PrintStack writes the calling goroutine's trace to standard error.
func PrintStack() {
	os.Stderr.Write(Stack())
}

// Stack returns the calling goroutine's trace.
func Stack() []byte {
	buf := make([]byte, 1024)
	for {
		n := runtime.Stack(buf, false)
		if n < len(buf) {
			return buf[:n]
		}
		buf = make([]byte, 2*len(buf))
	}
}

var gcPercent = 100

// SetGCPercent keeps the figure and returns the one before; when to collect is the machine's own choice.
func SetGCPercent(percent int) int {
	old := gcPercent
	gcPercent = percent
	return old
}

// SetMaxStack limits a goroutine's stack in bytes and returns the limit before.
func SetMaxStack(bytes int) int {
	old := maxStack
	maxStack = bytes
	setStackLimit(bytes)
	return old
}

var maxStack = 1000000000

func setStackLimit(bytes int)

func FreeOSMemory() { runtime.GC() }

var panicOnFault bool

func SetPanicOnFault(enabled bool) bool {
	old := panicOnFault
	panicOnFault = enabled
	return old
}

var memoryLimit int64 = 1<<63 - 1

func SetMemoryLimit(limit int64) int64 {
	old := memoryLimit
	if limit >= 0 {
		memoryLimit = limit
	}
	return old
}

var maxThreads = 10000

func SetMaxThreads(threads int) int {
	old := maxThreads
	maxThreads = threads
	return old
}

func SetTraceback(level string) {}
