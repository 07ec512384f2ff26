package sort

// A funcs is a slice of any type under sort, its order given by a function.
type funcs struct {
	slice any
	less  func(i, j int) bool
}

func (f *funcs) Len() int           { return length(f.slice) }
func (f *funcs) Less(i, j int) bool { return f.less(i, j) }
func (f *funcs) Swap(i, j int)      { swap(f.slice, i, j) }

// length and swap work on the slice in x.
func length(x any) int
func swap(x any, i, j int)

// Slice orders the slice x by less; equal elements may change places.
func Slice(x any, less func(i, j int) bool) { Sort(&funcs{x, less}) }

// SliceStable orders the slice x by less and keeps equal elements in their order.
func SliceStable(x any, less func(i, j int) bool) { Stable(&funcs{x, less}) }

// SliceIsSorted tells whether the slice x is in the order of less.
func SliceIsSorted(x any, less func(i, j int) bool) bool {
	for i := length(x) - 1; i > 0; i-- {
		if less(i, i-1) {
			return false
		}
	}
	return true
}

// IntSlice, Float64Slice and StringSlice give slices the methods of Interface.
type IntSlice []int

func (x IntSlice) Len() int           { return len(x) }
func (x IntSlice) Less(i, j int) bool { return x[i] < x[j] }
func (x IntSlice) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }
func (x IntSlice) Sort()              { Ints(x) }
func (x IntSlice) Search(v int) int   { return SearchInts(x, v) }

type Float64Slice []float64

func (x Float64Slice) Len() int             { return len(x) }
func (x Float64Slice) Less(i, j int) bool   { return x[i] < x[j] || x[i] != x[i] && x[j] == x[j] }
func (x Float64Slice) Swap(i, j int)        { x[i], x[j] = x[j], x[i] }
func (x Float64Slice) Sort()                { Float64s(x) }
func (x Float64Slice) Search(v float64) int { return SearchFloat64s(x, v) }

type StringSlice []string

func (x StringSlice) Len() int            { return len(x) }
func (x StringSlice) Less(i, j int) bool  { return x[i] < x[j] }
func (x StringSlice) Swap(i, j int)       { x[i], x[j] = x[j], x[i] }
func (x StringSlice) Sort()               { Strings(x) }
func (x StringSlice) Search(v string) int { return SearchStrings(x, v) }

func Ints(x []int)
func Float64s(x []float64)
func Strings(x []string)

func IntsAreSorted(x []int) bool         { return IsSorted(IntSlice(x)) }
func Float64sAreSorted(x []float64) bool { return IsSorted(Float64Slice(x)) }
func StringsAreSorted(x []string) bool   { return IsSorted(StringSlice(x)) }

// Search finds the smallest i in [0, n) for which f holds, n if there is none; f must not turn back to false.
func Search(n int, f func(int) bool) int {
	low, high := 0, n
	for low < high {
		if mid := int(uint(low+high) >> 1); f(mid) {
			high = mid
		} else {
			low = mid + 1
		}
	}
	return low
}

// Find finds where cmp(i) <= 0 begins, and tells whether it is 0 there.
func Find(n int, cmp func(int) int) (i int, found bool) {
	i = Search(n, func(k int) bool { return cmp(k) <= 0 })
	return i, i < n && cmp(i) == 0
}

func SearchInts(a []int, x int) int {
	return Search(len(a), func(i int) bool { return a[i] >= x })
}

func SearchFloat64s(a []float64, x float64) int {
	return Search(len(a), func(i int) bool { return a[i] >= x })
}

func SearchStrings(a []string, x string) int {
	return Search(len(a), func(i int) bool { return a[i] >= x })
}
