package rand

// An additive is the generator of NewSource: each number is the sum of two earlier ones, 607 and 273 draws ago.
type additive struct {
	tap, feed int
	state     [607]uint64
}

// seeded fills a generator's state.
func seeded(state *[607]uint64, seed int64)

// NewSource makes a source that always gives the same numbers for the same seed, Go's own.
func NewSource(seed int64) Source {
	s := &additive{}
	s.Seed(seed)
	return s
}

func (s *additive) Seed(seed int64) {
	s.tap, s.feed = 0, 607-273
	seeded(&s.state, seed)
}

func (s *additive) Int63() int64 { return int64(s.Uint64() & (1<<63 - 1)) }

func (s *additive) Uint64() uint64 {
	if s.tap--; s.tap < 0 {
		s.tap += 607
	}
	if s.feed--; s.feed < 0 {
		s.feed += 607
	}
	s.state[s.feed] += s.state[s.tap]
	return s.state[s.feed]
}
