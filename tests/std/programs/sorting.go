package main

import (
	"fmt"
	"math"
	"sort"
)

type byLen []string

func (b byLen) Len() int           { return len(b) }
func (b byLen) Less(i, j int) bool { return len(b[i]) < len(b[j]) }
func (b byLen) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

type person struct {
	name string
	age  int
}

func main() {
	ints := []int{5, 2, 8, -1, 0, 5, 3}
	sort.Ints(ints)
	fmt.Println(ints, sort.IntsAreSorted(ints), sort.SearchInts(ints, 5), sort.SearchInts(ints, 4), sort.SearchInts(ints, 99))
	floats := []float64{2.5, math.NaN(), -1, math.Inf(1), 0}
	sort.Float64s(floats)
	fmt.Println(floats)
	words := []string{"pear", "fig", "apple", "kiwi", "date"}
	sort.Strings(words)
	fmt.Println(words, sort.SearchStrings(words, "fig"))
	sort.Stable(byLen(words))
	fmt.Println(words)
	sort.Sort(sort.Reverse(sort.StringSlice(words)))
	fmt.Println(words)
	people := []person{{"A", 30}, {"B", 25}, {"C", 30}, {"D", 25}, {"E", 35}}
	sort.Slice(people, func(i, j int) bool { return people[i].age < people[j].age })
	fmt.Println(people)
	sort.SliceStable(people, func(i, j int) bool { return people[i].name > people[j].name })
	fmt.Println(people, sort.SliceIsSorted(people, func(i, j int) bool { return people[i].name > people[j].name }))
	big := make([]int, 1000)
	x := uint32(1)
	for i := range big {
		x = x*1664525 + 1013904223
		big[i] = int(x >> 16 % 500)
	}
	cp := append([]int(nil), big...)
	sort.Slice(big, func(i, j int) bool { return big[i] < big[j] })
	sort.Sort(sort.IntSlice(cp))
	ok := true
	for i := range big {
		ok = ok && big[i] == cp[i] && (i == 0 || big[i-1] <= big[i])
	}
	fmt.Println(ok)
	pairs := make([]person, 300)
	for i := range pairs {
		pairs[i] = person{fmt.Sprint(i), i * 7 % 10}
	}
	sort.SliceStable(pairs, func(i, j int) bool { return pairs[i].age < pairs[j].age })
	fmt.Println(pairs[:12], pairs[290:])
	fmt.Println(sort.Search(100, func(i int) bool { return i*i >= 50 }))
	fmt.Println(sort.Find(5, func(i int) int { return 3 - i }))
	var nilSlice []int
	sort.Ints(nilSlice)
	sort.Slice(nilSlice, func(i, j int) bool { return false })
	fmt.Println(nilSlice)
}
