// Package ring is a list without beginning or end.
package ring

// A Ring is one element; the zero value is a ring of one.
type Ring struct {
	next, prev *Ring
	Value      any
}

// New makes a ring of n elements.
func New(n int) *Ring {
	if n <= 0 {
		return nil
	}
	first := &Ring{}
	first.ready()
	for ; n > 1; n-- {
		first.Link(&Ring{})
	}
	return first
}

func (r *Ring) ready() *Ring {
	if r.next == nil {
		r.next = r
		r.prev = r
	}
	return r
}

func (r *Ring) Next() *Ring { return r.ready().next }
func (r *Ring) Prev() *Ring { return r.ready().prev }

// Move goes n elements forwards, or backwards if n is negative.
func (r *Ring) Move(n int) *Ring {
	r.ready()
	for ; n < 0; n++ {
		r = r.prev
	}
	for ; n > 0; n-- {
		r = r.next
	}
	return r
}

// Link puts s behind r and returns what was there. If both are of one ring, what lies between is taken out.
func (r *Ring) Link(s *Ring) *Ring {
	behind := r.Next()
	if s != nil {
		last := s.Prev()
		r.next = s
		s.prev = r
		behind.prev = last
		last.next = behind
	}
	return behind
}

// Unlink takes out the n elements behind r.
func (r *Ring) Unlink(n int) *Ring {
	if n <= 0 {
		return nil
	}
	return r.Link(r.Move(n + 1))
}

func (r *Ring) Len() int {
	if r == nil {
		return 0
	}
	n := 1
	for p := r.Next(); p != r; p = p.next {
		n++
	}
	return n
}

// Do calls f with each value, r's first.
func (r *Ring) Do(f func(any)) {
	if r == nil {
		return
	}
	f(r.Value)
	for p := r.Next(); p != r; p = p.next {
		f(p.Value)
	}
}
