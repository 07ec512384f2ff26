// The text and the type of every run-time panic.
package main

import (
	"errors"
	"fmt"
	"runtime"
)

type v struct{ n int }

func (v) Val()  {}
func (v) Read() {}
func (*v) Ptr() {}

type rw interface {
	Read()
	Write()
}
type reader interface{ Read() }

func show(name string, f func()) {
	defer func() {
		e := recover()
		_, isRuntime := e.(runtime.Error)
		_, isError := e.(error)
		fmt.Printf("%s: %v | %v %v\n", name, e, isRuntime, isError)
	}()
	f()
	fmt.Println(name, "did not panic")
}

var (
	sl      = []int{1, 2, 3}
	capSl   = make([]int, 3, 5)
	str     = "hello"
	arr     [4]int
	zero    int
	neg            = -1
	five           = 5
	two            = 2
	four           = 4
	six            = 6
	big     uint64 = 1 << 63
	nilPtr  *v
	nilFn   func()
	nilIf   reader
	nilMap  map[string]int
	nilArr  *[3]int
	nilChan chan int
	any1    any = "text"
	anyNil  any
	sink    int
	sinkS   []int
	sinkStr string
)

func main() {
	show("index", func() { sink = sl[five] })
	show("index string", func() { sink = int(str[five]) })
	show("index array", func() { sink = arr[five] })
	show("negative", func() { sink = sl[neg] })
	show("huge", func() { sink = sl[big] })
	show("assign index", func() { sl[five] = 1 })
	show("s[:6]", func() { sinkS = capSl[:six] })
	show("str[:6]", func() { sinkStr = str[:six] })
	show("arr[:6]", func() { sinkS = arr[:six] })
	show("s[4:]", func() { sinkS = sl[four:] })
	show("str[6:]", func() { sinkStr = str[six:] })
	show("s[2:1]", func() { sinkS = sl[two : two-1] })
	show("s[-1:]", func() { sinkS = sl[neg:] })
	show("s[:-1]", func() { sinkS = sl[:neg] })
	show("s[::6]", func() { sinkS = capSl[:two:six] })
	show("arr[::6]", func() { sinkS = arr[:two:six] })
	show("s[:4:2]", func() { sinkS = capSl[:four:two] })
	show("s[4:2:5]", func() { sinkS = capSl[four:two:five] })
	show("s[4:3:3]", func() { sinkS = capSl[four : two+1 : two+1] })
	show("to array pointer", func() { _ = (*[5]int)(sl) })
	show("to array", func() { _ = [5]int(sl) })
	show("nil pointer", func() { sink = nilPtr.n })
	show("nil func", func() { nilFn() })
	show("nil interface", func() { nilIf.Read() })
	show("nil array", func() { sink = nilArr[1] })
	show("nil value method", func() { nilPtr.Val() })
	show("nil pointer method", func() { nilPtr.Ptr() })
	show("divide", func() { sink = five / zero })
	show("modulo", func() { sink = five % zero })
	show("makeslice len", func() { sinkS = make([]int, neg) })
	show("makeslice cap", func() { sinkS = make([]int, five, two) })
	show("makechan", func() { nilChan = make(chan int, neg) })
	show("make map", func() { _ = make(map[int]int, neg) })
	show("shift", func() { sink = 1 << neg })
	show("compare slices", func() { var a, b any = []int{1}, []int{1}; fmt.Println(a == b) })
	show("compare maps", func() { var a, b any = map[int]int{}, map[int]int{}; fmt.Println(a == b) })
	show("compare funcs", func() { var a, b any = func() {}, func() {}; fmt.Println(a == b) })
	show("different types", func() { var a, b any = []int{1}, []string{"a"}; fmt.Println(a == b) })
	show("compare arrays", func() { var a, b any = [2]any{1, []int{}}, [2]any{2, []int{}}; fmt.Println(a == b) })
	show("compare arrays deeper", func() { var a, b any = [2]any{1, []int{}}, [2]any{1, []int{}}; fmt.Println(a == b) })
	show("hash slice", func() { m := map[any]int{}; m[[]int{1}] = 1 })
	show("hash lookup", func() { m := map[any]int{}; sink = m[func() {}] })
	show("nil map", func() { nilMap["a"] = 1 })
	show("nil map read", func() { sink = nilMap["a"]; delete(nilMap, "a"); fmt.Println(len(nilMap)) })
	show("close nil", func() { close(nilChan2()) })
	show("close twice", func() { c := make(chan int); close(c); close(c) })
	show("send closed", func() { c := make(chan int, 1); close(c); c <- 1 })
	show("assert concrete", func() { sink = any1.(int) })
	show("assert nil", func() { sink = anyNil.(int) })
	show("assert to iface", func() { _ = any1.(reader) })
	show("assert nil to iface", func() { _ = anyNil.(fmt.Stringer) })
	show("assert missing method", func() { var i any = v{}; _ = i.(rw) })
	show("assert named", func() { var r reader = v{}; _ = r.(*v) })
	show("assert nil iface", func() { _ = nilIf.(v) })
	show("custom error", func() { panic(errors.New("mine")) })
	show("string", func() { panic("words") })
	show("int", func() { panic(42) })
	show("struct", func() { panic(v{7}) })
	show("min int", func() { m := -1 << 63; fmt.Println(m/neg, m%neg) })
	show("float", func() { z := 0.0; fmt.Println(1/z, -1/z, z/z) })
}

func nilChan2() chan int { return nil }
