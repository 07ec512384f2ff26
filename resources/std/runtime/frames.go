package runtime

// Caller describes the call skip levels above its own caller.
func Caller(skip int) (pc uintptr, file string, line int, ok bool) {
	pc = callerPC(skip + 1)
	if pc == 0 {
		return 0, "", 0, false
	}
	_, file, line, _ = pcInfo(pc)
	return pc, file, line, true
}

// Callers fills pc with the program counters of the calling frames; 0 is Callers itself.
func Callers(skip int, pc []uintptr) int {
	for n := range pc {
		at := callerPC(skip + n)
		if at == 0 {
			return n
		}
		pc[n] = at
	}
	return len(pc)
}

// callerPC is the program counter of a frame above the current one, 0 being its own caller, or 0 when there is none.
func callerPC(skip int) uintptr

// pcInfo tells what stands at a program counter.
func pcInfo(pc uintptr) (function, file string, line int, entry uintptr)

// A Func is a function of the running program.
type Func struct {
	name  string
	entry uintptr
}

func FuncForPC(pc uintptr) *Func {
	name, _, _, entry := pcInfo(pc)
	if name == "" {
		return nil
	}
	return &Func{name, entry}
}

func (f *Func) Name() string {
	if f == nil {
		return ""
	}
	return f.name
}

func (f *Func) Entry() uintptr { return f.entry }

func (f *Func) FileLine(pc uintptr) (file string, line int) {
	_, file, line, _ = pcInfo(pc)
	return file, line
}

// A Frame is one call of a trace.
type Frame struct {
	PC       uintptr
	Func     *Func
	Function string
	File     string
	Line     int
	Entry    uintptr
}

// Frames walks the program counters that Callers collected.
type Frames struct {
	callers []uintptr
}

func CallersFrames(callers []uintptr) *Frames { return &Frames{callers} }

func (f *Frames) Next() (frame Frame, more bool) {
	if len(f.callers) == 0 {
		return Frame{}, false
	}
	pc := f.callers[0]
	f.callers = f.callers[1:]
	name, file, line, entry := pcInfo(pc)
	frame = Frame{pc, FuncForPC(pc), name, file, line, entry}
	return frame, len(f.callers) > 0
}
