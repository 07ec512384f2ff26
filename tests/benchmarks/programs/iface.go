package main

type shape interface{ area(k int) int }

type square struct{ side int }
type rect struct{ w, h int }
type dot struct{}

func (s *square) area(k int) int { return s.side*s.side + k }
func (r *rect) area(k int) int   { return r.w*r.h - k }
func (d *dot) area(k int) int    { return k & 1 }

func main() {
	shapes := []shape{&square{3}, &rect{2, 5}, &dot{}}
	sum, at := 0, 0
	for i := 0; i < 10000000; i++ {
		sum += shapes[at].area(i)
		at++
		if at == 3 {
			at = 0
		}
	}
	println(sum)
}
