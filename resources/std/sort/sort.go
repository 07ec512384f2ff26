// Package sort sorts and searches slices and collections of one's own.
package sort

// Interface is a collection that can be sorted by the positions of its elements.
type Interface interface {
	Len() int
	Less(i, j int) bool
	Swap(i, j int)
}

// Sort orders data; equal elements may change places.
func Sort(data Interface) {
	n := data.Len()
	quickSort(data, 0, n, 2*bitLength(n))
}

// Stable orders data and keeps equal elements in their order.
func Stable(data Interface) {
	n := data.Len()
	const block = 20
	for a := 0; a < n; a += block {
		insertionSort(data, a, min(a+block, n))
	}
	for width := block; width < n; width *= 2 {
		for a := 0; a+width < n; a += 2 * width {
			merge(data, a, a+width, min(a+2*width, n))
		}
	}
}

// IsSorted tells whether data is in order.
func IsSorted(data Interface) bool {
	for i := data.Len() - 1; i > 0; i-- {
		if data.Less(i, i-1) {
			return false
		}
	}
	return true
}

type reverse struct {
	Interface
}

func (r reverse) Less(i, j int) bool { return r.Interface.Less(j, i) }

// Reverse turns the order of data round.
func Reverse(data Interface) Interface { return &reverse{data} }

func bitLength(n int) int {
	bits := 0
	for ; n > 0; n >>= 1 {
		bits++
	}
	return bits
}

// insertionSort orders [a, b).
func insertionSort(data Interface, a, b int) {
	for i := a + 1; i < b; i++ {
		for j := i; j > a && data.Less(j, j-1); j-- {
			data.Swap(j, j-1)
		}
	}
}

// quickSort orders [a, b); after depth bad halvings it turns to heapSort.
func quickSort(data Interface, a, b, depth int) {
	for b-a > 12 {
		if depth == 0 {
			heapSort(data, a, b)
			return
		}
		depth--
		p := partition(data, a, b)
		if p-a < b-p {
			quickSort(data, a, p, depth)
			a = p + 1
		} else {
			quickSort(data, p+1, b, depth)
			b = p
		}
	}
	insertionSort(data, a, b)
}

// partition moves what is less than a pivot to its left and returns where the pivot ends up.
func partition(data Interface, a, b int) int {
	mid, last := a+(b-a)/2, b-1
	if data.Less(mid, a) {
		data.Swap(mid, a)
	}
	if data.Less(last, mid) {
		data.Swap(last, mid)
		if data.Less(mid, a) {
			data.Swap(mid, a)
		}
	}
	data.Swap(a, mid)
	i, j := a+1, last
	for {
		for i <= j && data.Less(i, a) {
			i++
		}
		for i <= j && data.Less(a, j) {
			j--
		}
		if i >= j {
			break
		}
		data.Swap(i, j)
		i++
		j--
	}
	data.Swap(a, j)
	return j
}

func heapSort(data Interface, a, b int) {
	n := b - a
	for i := n/2 - 1; i >= 0; i-- {
		sink(data, i, n, a)
	}
	for i := n - 1; i > 0; i-- {
		data.Swap(a, a+i)
		sink(data, 0, i, a)
	}
}

// sink restores the heap of n elements from first on below its element root.
func sink(data Interface, root, n, first int) {
	for {
		child := 2*root + 1
		if child >= n {
			return
		}
		if child+1 < n && data.Less(first+child, first+child+1) {
			child++
		}
		if !data.Less(first+root, first+child) {
			return
		}
		data.Swap(first+root, first+child)
		root = child
	}
}

// merge joins the sorted ranges [a, m) and [m, b) in place.
func merge(data Interface, a, m, b int) {
	if a >= m || m >= b || !data.Less(m, m-1) {
		return
	}
	if b-a == 2 {
		data.Swap(a, m)
		return
	}
	// Halve the longer side and find where its middle belongs in the other.
	var i, j int
	if m-a > b-m {
		i = a + (m-a)/2
		j = m + Search(b-m, func(k int) bool { return !data.Less(m+k, i) })
	} else {
		j = m + (b-m)/2
		i = a + Search(m-a, func(k int) bool { return data.Less(j, a+k) })
	}
	rotate(data, i, m, j)
	middle := i + (j - m)
	merge(data, a, i, middle)
	merge(data, middle, j, b)
}

// rotate exchanges the neighbours [a, m) and [m, b).
func rotate(data Interface, a, m, b int) {
	turn(data, a, m)
	turn(data, m, b)
	turn(data, a, b)
}

// turn reverses [a, b).
func turn(data Interface, a, b int) {
	for b--; a < b; a, b = a+1, b-1 {
		data.Swap(a, b)
	}
}
