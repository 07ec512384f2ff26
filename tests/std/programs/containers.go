package main

import (
	"container/heap"
	"container/list"
	"container/ring"
	"fmt"
	"reflect"
)

type ints []int

func (h ints) Len() int           { return len(h) }
func (h ints) Less(i, j int) bool { return h[i] < h[j] }
func (h ints) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *ints) Push(x any)        { *h = append(*h, x.(int)) }
func (h *ints) Pop() any {
	old := *h
	x := old[len(old)-1]
	*h = old[:len(old)-1]
	return x
}

type loop struct {
	self *loop
	m    map[string][]int
}

func main() {
	h := &ints{5, 2, 8, 1, 9}
	heap.Init(h)
	heap.Push(h, 3)
	fmt.Println(*h)
	(*h)[0] = 7
	heap.Fix(h, 0)
	fmt.Println(heap.Remove(h, 2))
	for h.Len() > 0 {
		fmt.Print(heap.Pop(h), " ")
	}
	fmt.Println()

	var l list.List
	e := l.PushBack(2)
	l.PushFront(1)
	l.InsertAfter(3, e)
	l.InsertBefore("x", e)
	l.MoveToFront(e)
	l.PushBackList(&l)
	l.MoveToBack(l.Front().Next())
	fmt.Println(l.Len(), l.Remove(e))
	for p := l.Front(); p != nil; p = p.Next() {
		fmt.Print(p.Value, " ")
	}
	for p := l.Back(); p != nil; p = p.Prev() {
		fmt.Print(p.Value, " ")
	}
	fmt.Println(list.New().Front() == nil)

	r := ring.New(5)
	for i := 0; i < r.Len(); i++ {
		r.Value = i
		r = r.Next()
	}
	r.Move(2).Unlink(2)
	r.Do(func(v any) { fmt.Print(v, " ") })
	fmt.Println(r.Len())

	a, b := &loop{m: map[string][]int{"a": {1, 2}}}, &loop{m: map[string][]int{"a": {1, 2}}}
	a.self, b.self = a, b
	fmt.Println(reflect.DeepEqual(a, b), reflect.DeepEqual([]int{1}, []int{2}), reflect.DeepEqual([]int(nil), []int{}), reflect.DeepEqual(1, int64(1)), reflect.DeepEqual(nil, nil), reflect.DeepEqual([]any{1, "a"}, []any{1, "a"}))
	for _, v := range []any{1, "s", []int{}, map[string]int{}, a, *a, 1.5, h, func() {}, make(chan int), [2]int{}, error(nil)} {
		t := reflect.TypeOf(v)
		if t == nil {
			fmt.Println("nil type")
			continue
		}
		fmt.Println(t, t.Kind(), t.Name(), t.Size(), t.Comparable(), t.Kind() == reflect.Slice)
	}
}
