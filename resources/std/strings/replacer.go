package strings

import "io"

// A Replacer replaces several strings at once: at each place of the text the first old string that fits.
type Replacer struct {
	pairs []string
}

// NewReplacer takes old, new, old, new, …
func NewReplacer(oldnew ...string) *Replacer {
	if len(oldnew)%2 == 1 {
		panic("strings.NewReplacer: odd argument count")
	}
	return &Replacer{append([]string(nil), oldnew...)}
}

func (r *Replacer) Replace(s string) string { return replacePairs(s, r.pairs) }

func replacePairs(s string, pairs []string) string

func (r *Replacer) WriteString(w io.Writer, s string) (n int, err error) {
	return io.WriteString(w, r.Replace(s))
}
