// Package testing runs the tests that a program hands to Main. There are no flags, no parallel tests, no benchmarks and no
// examples. A test runs on a goroutine of its own; FailNow and SkipNow end that goroutine with runtime.Goexit.
package testing

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"strings"
	"sync"
	"time"
)

// InternalTest is one test: its name and its function.
type InternalTest struct {
	Name string
	F    func(*T)
}

// InternalBenchmark and InternalExample are there for Main's parameters; Main refuses them.
type InternalBenchmark struct {
	Name string
	F    func(*B)
}

type InternalExample struct {
	Name      string
	F         func()
	Output    string
	Unordered bool
}

// B is what a benchmark would be given.
type B struct{ N int }

// TB is what helpers for tests take.
type TB interface {
	Cleanup(func())
	Error(args ...any)
	Errorf(format string, args ...any)
	Fail()
	FailNow()
	Failed() bool
	Fatal(args ...any)
	Fatalf(format string, args ...any)
	Helper()
	Log(args ...any)
	Logf(format string, args ...any)
	Name() string
	Skip(args ...any)
	SkipNow()
	Skipf(format string, args ...any)
	Skipped() bool
}

type common struct {
	mu       sync.Mutex
	name     string
	parent   *common
	output   []byte
	failed   bool
	skipped  bool
	finished bool // its function returned, or FailNow or SkipNow was called
	done     bool // it was reported
	start    time.Time
	cleanups []func()
	helpers  map[string]bool
	names    map[string]int // of subtests, to make them unique
}

// T is a running test.
type T struct {
	common
	signal chan bool // whether the test that waits may go on
}

var errNoFinish = errors.New("test executed panic(nil) or runtime.Goexit")

func (c *common) Name() string { return c.name }

func (c *common) Failed() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.failed
}

func (c *common) Skipped() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.skipped
}

func (c *common) Fail() {
	if c.parent != nil {
		c.parent.Fail()
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.done {
		panic("Fail in goroutine after " + c.name + " has completed")
	}
	c.failed = true
}

func (c *common) FailNow() {
	c.Fail()
	c.finish()
	runtime.Goexit()
}

func (c *common) SkipNow() {
	c.mu.Lock()
	c.skipped = true
	c.mu.Unlock()
	c.finish()
	runtime.Goexit()
}

func (c *common) finish() {
	c.mu.Lock()
	c.finished = true
	c.mu.Unlock()
}

func (c *common) isFinished() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.finished
}

func (c *common) Log(args ...any)                 { c.log(fmt.Sprintln(args...)) }
func (c *common) Logf(format string, args ...any) { c.log(fmt.Sprintf(format, args...)) }

func (c *common) Error(args ...any) {
	c.log(fmt.Sprintln(args...))
	c.Fail()
}

func (c *common) Errorf(format string, args ...any) {
	c.log(fmt.Sprintf(format, args...))
	c.Fail()
}

func (c *common) Fatal(args ...any) {
	c.log(fmt.Sprintln(args...))
	c.FailNow()
}

func (c *common) Fatalf(format string, args ...any) {
	c.log(fmt.Sprintf(format, args...))
	c.FailNow()
}

func (c *common) Skip(args ...any) {
	c.log(fmt.Sprintln(args...))
	c.SkipNow()
}

func (c *common) Skipf(format string, args ...any) {
	c.log(fmt.Sprintf(format, args...))
	c.SkipNow()
}

// Helper marks the calling function: messages name the line that calls it.
func (c *common) Helper() {
	pc := make([]uintptr, 1)
	runtime.Callers(2, pc)
	frame, _ := runtime.CallersFrames(pc).Next()
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.helpers == nil {
		c.helpers = map[string]bool{}
	}
	c.helpers[frame.Function] = true
}

// Cleanup has f run when the test and its subtests are over, the last one first.
func (c *common) Cleanup(f func()) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.cleanups = append(c.cleanups, f)
}

// place is where the function that calls Log, Error and their like does so, helpers left out.
func (c *common) place() string {
	pc := make([]uintptr, 50)
	pc = pc[:runtime.Callers(4, pc)]
	frames := runtime.CallersFrames(pc)
	for {
		frame, more := frames.Next()
		if more && c.helpers[frame.Function] {
			continue
		}
		if frame.File == "" {
			return "???:1"
		}
		return fmt.Sprintf("%s:%d", frame.File[strings.LastIndex(frame.File, "/")+1:], frame.Line)
	}
}

func (c *common) log(text string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.done {
		panic("Log in goroutine after " + c.name + " has completed: " + text)
	}
	text = strings.ReplaceAll(strings.TrimSuffix(text, "\n"), "\n", "\n        ")
	c.output = append(c.output, "    "+c.place()+": "+text+"\n"...)
}

// report writes what is to be said about a failed test, into its parent's output if it has one.
func (c *common) report() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.failed {
		return
	}
	text := fmt.Sprintf("--- FAIL: %s (%.2fs)\n", c.name, time.Since(c.start).Seconds()) + string(c.output)
	c.output = nil
	if c.parent == nil {
		fmt.Print(text)
		return
	}
	c.parent.mu.Lock()
	defer c.parent.mu.Unlock()
	for _, line := range strings.SplitAfter(text, "\n") {
		if line != "" {
			c.parent.output = append(c.parent.output, "    "+line...)
		}
	}
}

func (c *common) runCleanups() {
	for {
		c.mu.Lock()
		n := len(c.cleanups)
		if n == 0 {
			c.mu.Unlock()
			return
		}
		f := c.cleanups[n-1]
		c.cleanups = c.cleanups[:n-1]
		c.mu.Unlock()
		f()
	}
}

// uniqueName is the full name of a subtest: spaces are underscores, a name used before gets a number.
func (c *common) uniqueName(name string) string {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.names == nil {
		c.names = map[string]int{}
	}
	full := c.name + "/" + strings.ReplaceAll(name, " ", "_")
	used := c.names[full]
	c.names[full] = used + 1
	if used > 0 || name == "" {
		return fmt.Sprintf("%s#%02d", full, used)
	}
	return full
}

// Run runs f as a subtest and waits for it. It reports whether the subtest did not fail.
func (t *T) Run(name string, f func(t *T)) bool {
	sub := &T{common: common{name: t.uniqueName(name), parent: &t.common}, signal: make(chan bool, 1)}
	go sub.run(f)
	if !<-sub.signal {
		runtime.Goexit() // the subtest called FailNow of this test
	}
	return !sub.Failed()
}

func (t *T) run(f func(t *T)) {
	t.start = time.Now()
	defer func() {
		err := recover()
		mayGoOn := true
		if t.isFinished() {
			err = nil
		} else if err == nil {
			err = errNoFinish
			for p := t.parent; p != nil; p = p.parent {
				if p.isFinished() {
					t.Errorf("%v: subtest may have called FailNow on a parent test", err)
					err, mayGoOn = nil, false
					break
				}
			}
		}
		if err != nil {
			t.Fail()
			for c := &t.common; c != nil; c = c.parent {
				c.report()
			}
			panic(err)
		}
		t.report()
		t.mu.Lock()
		t.done = true
		t.mu.Unlock()
		t.signal <- mayGoOn
	}()
	defer t.runCleanups()
	f(t)
	t.finish()
}

// Main runs the tests and ends the program: with 0 if all passed, with 1 if one failed. There is no pattern to match.
func Main(matchString func(pat, str string) (bool, error), tests []InternalTest, benchmarks []InternalBenchmark, examples []InternalExample) {
	if len(benchmarks) > 0 || len(examples) > 0 {
		fmt.Fprintln(os.Stderr, "testing: benchmarks and examples are not supported here")
		os.Exit(2)
	}
	if len(tests) == 0 {
		fmt.Fprintln(os.Stderr, "testing: warning: no tests to run")
	}
	failed := false
	for _, test := range tests {
		t := &T{common: common{name: test.Name}, signal: make(chan bool, 1)}
		go t.run(test.F)
		<-t.signal
		failed = failed || t.Failed()
	}
	if failed {
		fmt.Println("FAIL")
		os.Exit(1)
	}
	fmt.Println("PASS")
	os.Exit(0)
}
