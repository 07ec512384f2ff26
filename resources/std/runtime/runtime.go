package runtime

const (
	GOOS     = "linux"
	GOARCH   = "amd64"
	Compiler = "gc"
)

// Gosched lets other goroutines run; the caller stays runnable.
func Gosched()

// Goexit ends the calling goroutine after running all its deferred calls.
func Goexit()

func NumGoroutine() int

// GOMAXPROCS answers the number of processors; the number itself is fixed when the run starts.
func GOMAXPROCS(n int) int

func NumCPU() int
func GC()

// Version names the Go release whose behaviour the profile follows.
func Version() string

func NumCgoCall() int64 { return 0 }
func GOROOT() string    { return "/usr/local/go" }
func KeepAlive(x any)   {}
func LockOSThread()     {}
func UnlockOSThread()   {}

// SetFinalizer accepts a finalizer and never runs it, as Go does not promise to either.
func SetFinalizer(obj any, finalizer any) {}

// Stack writes the trace of the calling goroutine, or of all of them, and returns its length.
func Stack(buf []byte, all bool) int {
	return copy(buf, stack(all))
}

func stack(all bool) string

// MemStats holds figures about the heap.
type MemStats struct {
	Alloc         uint64
	TotalAlloc    uint64
	Sys           uint64
	Lookups       uint64
	Mallocs       uint64
	Frees         uint64
	HeapAlloc     uint64
	HeapSys       uint64
	HeapIdle      uint64
	HeapInuse     uint64
	HeapReleased  uint64
	HeapObjects   uint64
	StackInuse    uint64
	StackSys      uint64
	NextGC        uint64
	LastGC        uint64
	PauseTotalNs  uint64
	NumGC         uint32
	NumForcedGC   uint32
	GCCPUFraction float64
	EnableGC      bool
	DebugGC       bool
}

func ReadMemStats(m *MemStats) {
	live, total, mallocs, collections := memStats()
	*m = MemStats{
		Alloc: live, HeapAlloc: live, HeapInuse: live, HeapSys: live, Sys: live,
		TotalAlloc: total, Mallocs: mallocs,
		NumGC: uint32(collections), EnableGC: true,
	}
}

func memStats() (live, total, mallocs, collections uint64)

// MemProfileRate has no effect: there is no profile of memory.
var MemProfileRate = 512 * 1024

// Breakpoint ends the program as a trap does that no debugger waits for.
func Breakpoint()
