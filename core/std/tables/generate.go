//go:build ignore

// Writes unicode.inc, the character sets and case mappings of Go's unicode package, and random.inc, the first state of
// math/rand's generator for seed 0 before seeding. Run with a real Go: go run generate.go
package main

import (
	"fmt"
	"math/rand"
	"os"
	"strings"
	"unicode"
)

var sets = strings.Fields(`L Lu Ll Lt Lm Lo M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po S Sm Sc Sk So Z Zs Zl Zp C Cc Cf Co Cs
Arabic Armenian Bengali Braille Cherokee Common Cyrillic Devanagari Ethiopic Georgian Greek Gujarati Han Hangul Hebrew
Hiragana Inherited Katakana Khmer Lao Latin Mongolian Myanmar Runic Sinhala Tamil Telugu Thai Tibetan
White_Space Hex_Digit ASCII_Hex_Digit Dash Diacritic Ideographic`)

func lookup(name string) *unicode.RangeTable {
	for _, m := range []map[string]*unicode.RangeTable{unicode.Categories, unicode.Scripts, unicode.Properties} {
		if t := m[name]; t != nil {
			return t
		}
	}
	panic(name)
}

func main() {
	f, _ := os.Create("unicode.inc")
	defer f.Close()
	fmt.Fprintf(f, "// Written by generate.go from Unicode %s.\n", unicode.Version)
	for _, name := range sets {
		t := lookup(name)
		fmt.Fprintf(f, "constexpr Range k%s[] = {", name)
		n, lo, hi := 0, int64(-1), int64(-2)
		flush := func() {
			if lo >= 0 {
				if n%8 == 0 {
					fmt.Fprint(f, "\n    ")
				}
				fmt.Fprintf(f, "{0x%x, 0x%x}, ", lo, hi)
				n++
			}
		}
		for r := int64(0); r <= unicode.MaxRune; r++ {
			if unicode.Is(t, rune(r)) {
				if r == hi+1 {
					hi = r
				} else {
					flush()
					lo, hi = r, r
				}
			}
		}
		flush()
		fmt.Fprint(f, "};\n")
	}
	fmt.Fprint(f, "constexpr NamedSet kSets[] = {\n")
	for _, name := range sets {
		fmt.Fprintf(f, "    {\"%s\", k%s},\n", name, name)
	}
	fmt.Fprint(f, "};\n")
	fmt.Fprint(f, "constexpr CaseRange kCases[] = {\n")
	for _, c := range unicode.CaseRanges {
		fmt.Fprintf(f, "    {0x%x, 0x%x, {%d, %d, %d}},\n", c.Lo, c.Hi, c.Delta[0], c.Delta[1], c.Delta[2])
	}
	fmt.Fprint(f, "};\n")
	fmt.Fprint(f, "// Runes whose circle under SimpleFold has more than two members, and odd pairs.\nconstexpr Fold kFolds[] = {\n")
	for r := rune(0); r <= unicode.MaxRune; r++ {
		next := unicode.SimpleFold(r)
		plain := unicode.ToLower(r)
		if plain == r {
			plain = unicode.ToUpper(r)
		}
		if next != plain {
			fmt.Fprintf(f, "    {0x%x, 0x%x},\n", r, next)
		}
	}
	fmt.Fprint(f, "};\n")

	g, _ := os.Create("random.inc")
	defer g.Close()
	fmt.Fprint(g, "// Written by generate.go: what math/rand's additive generator adds to its seeded state.\n")
	for i, v := range cooked() {
		if i%4 == 0 {
			fmt.Fprint(g, "\n")
		}
		fmt.Fprintf(g, "0x%x, ", v)
	}
	fmt.Fprint(g, "\n")
}

// cooked works the table out from the generator's answers: after 607 draws the state is the answers themselves; undoing
// the additions gives the seeded state, and taking out what the seed put in leaves the table.
func cooked() []uint64 {
	const size, tap0 = 607, 273
	src := rand.NewSource(1).(rand.Source64)
	var vec [size]uint64
	tap, feed := 0, size-tap0
	type step struct{ tap, feed int }
	var steps []step
	for i := 0; i < size; i++ {
		if tap--; tap < 0 {
			tap += size
		}
		if feed--; feed < 0 {
			feed += size
		}
		vec[feed] = src.Uint64()
		steps = append(steps, step{tap, feed})
	}
	for i := size - 1; i >= 0; i-- {
		vec[steps[i].feed] -= vec[steps[i].tap]
	}
	x := int32(1)
	next := func() int32 {
		x = int32(int64(x) * 48271 % (1<<31 - 1))
		return x
	}
	for i := 0; i < 20; i++ {
		next()
	}
	for i := range vec {
		u := uint64(next()) << 40
		u ^= uint64(next()) << 20
		u ^= uint64(next())
		vec[i] ^= u
	}
	return vec[:]
}
