// Package unicode knows what kind of character a rune is.
package unicode

const (
	MaxRune         = '\U0010FFFF'
	ReplacementChar = '\uFFFD'
	MaxASCII        = '\u007F'
	MaxLatin1       = '\u00FF'

	UpperCase = 0
	LowerCase = 1
	TitleCase = 2
	MaxCase   = 3

	Version = "15.0.0"
)

func IsControl(r rune) bool { return uint32(r) < 0x20 || 0x7F <= r && r < 0xA0 }
func IsDigit(r rune) bool
func IsGraphic(r rune) bool
func IsLetter(r rune) bool
func IsLower(r rune) bool
func IsMark(r rune) bool
func IsNumber(r rune) bool
func IsPrint(r rune) bool
func IsPunct(r rune) bool
func IsSpace(r rune) bool
func IsSymbol(r rune) bool
func IsTitle(r rune) bool
func IsUpper(r rune) bool
func ToLower(r rune) rune
func ToTitle(r rune) rune
func ToUpper(r rune) rune

// SimpleFold is the next rune, in a circle, that differs from r only by case.
func SimpleFold(r rune) rune

// To maps r to a case.
func To(_case int, r rune) rune {
	switch _case {
	case UpperCase:
		return ToUpper(r)
	case LowerCase:
		return ToLower(r)
	case TitleCase:
		return ToTitle(r)
	}
	return ReplacementChar
}

// A Range16 is every Stride-th rune from Lo to Hi.
type Range16 struct {
	Lo, Hi, Stride uint16
}

// A Range32 is a Range16 for runes that need more bits.
type Range32 struct {
	Lo, Hi, Stride uint32
}

// A RangeTable is a set of runes. Its ranges are in order; LatinOffset of the first lie in Latin-1.
// The sets below are the machine's own and list no ranges.
type RangeTable struct {
	R16         []Range16
	R32         []Range32
	LatinOffset int
	set         string
}

// Is tells whether r is in the set.
func Is(table *RangeTable, r rune) bool {
	if table.set != "" {
		return inSet(table.set, r)
	}
	c := uint32(r)
	for _, x := range table.R16 {
		if uint32(x.Lo) <= c && c <= uint32(x.Hi) {
			return x.Stride == 1 || (c-uint32(x.Lo))%uint32(x.Stride) == 0
		}
	}
	for _, x := range table.R32 {
		if x.Lo <= c && c <= x.Hi {
			return x.Stride == 1 || (c-x.Lo)%x.Stride == 0
		}
	}
	return false
}

func inSet(set string, r rune) bool

// In tells whether r is in one of the sets.
func In(r rune, tables ...*RangeTable) bool {
	for _, table := range tables {
		if Is(table, r) {
			return true
		}
	}
	return false
}

func IsOneOf(tables []*RangeTable, r rune) bool { return In(r, tables...) }

// The sets by name: general categories, the commoner scripts and properties.
var (
	L  = &RangeTable{set: "L"}
	Lu = &RangeTable{set: "Lu"}
	Ll = &RangeTable{set: "Ll"}
	Lt = &RangeTable{set: "Lt"}
	Lm = &RangeTable{set: "Lm"}
	Lo = &RangeTable{set: "Lo"}
	M  = &RangeTable{set: "M"}
	Mn = &RangeTable{set: "Mn"}
	Mc = &RangeTable{set: "Mc"}
	Me = &RangeTable{set: "Me"}
	N  = &RangeTable{set: "N"}
	Nd = &RangeTable{set: "Nd"}
	Nl = &RangeTable{set: "Nl"}
	No = &RangeTable{set: "No"}
	P  = &RangeTable{set: "P"}
	Pc = &RangeTable{set: "Pc"}
	Pd = &RangeTable{set: "Pd"}
	Ps = &RangeTable{set: "Ps"}
	Pe = &RangeTable{set: "Pe"}
	Pi = &RangeTable{set: "Pi"}
	Pf = &RangeTable{set: "Pf"}
	Po = &RangeTable{set: "Po"}
	S  = &RangeTable{set: "S"}
	Sm = &RangeTable{set: "Sm"}
	Sc = &RangeTable{set: "Sc"}
	Sk = &RangeTable{set: "Sk"}
	So = &RangeTable{set: "So"}
	Z  = &RangeTable{set: "Z"}
	Zs = &RangeTable{set: "Zs"}
	Zl = &RangeTable{set: "Zl"}
	Zp = &RangeTable{set: "Zp"}
	C  = &RangeTable{set: "C"}
	Cc = &RangeTable{set: "Cc"}
	Cf = &RangeTable{set: "Cf"}
	Co = &RangeTable{set: "Co"}
	Cs = &RangeTable{set: "Cs"}

	Letter = L
	Upper  = Lu
	Lower  = Ll
	Title  = Lt
	Mark   = M
	Number = N
	Digit  = Nd
	Punct  = P
	Symbol = S
	Space  = Z
	Other  = C

	Arabic          = &RangeTable{set: "Arabic"}
	Armenian        = &RangeTable{set: "Armenian"}
	Bengali         = &RangeTable{set: "Bengali"}
	Braille         = &RangeTable{set: "Braille"}
	Cherokee        = &RangeTable{set: "Cherokee"}
	Common          = &RangeTable{set: "Common"}
	Cyrillic        = &RangeTable{set: "Cyrillic"}
	Devanagari      = &RangeTable{set: "Devanagari"}
	Ethiopic        = &RangeTable{set: "Ethiopic"}
	Georgian        = &RangeTable{set: "Georgian"}
	Greek           = &RangeTable{set: "Greek"}
	Gujarati        = &RangeTable{set: "Gujarati"}
	Han             = &RangeTable{set: "Han"}
	Hangul          = &RangeTable{set: "Hangul"}
	Hebrew          = &RangeTable{set: "Hebrew"}
	Hiragana        = &RangeTable{set: "Hiragana"}
	Inherited       = &RangeTable{set: "Inherited"}
	Katakana        = &RangeTable{set: "Katakana"}
	Khmer           = &RangeTable{set: "Khmer"}
	Lao             = &RangeTable{set: "Lao"}
	Latin           = &RangeTable{set: "Latin"}
	Mongolian       = &RangeTable{set: "Mongolian"}
	Myanmar         = &RangeTable{set: "Myanmar"}
	Runic           = &RangeTable{set: "Runic"}
	Sinhala         = &RangeTable{set: "Sinhala"}
	Tamil           = &RangeTable{set: "Tamil"}
	Telugu          = &RangeTable{set: "Telugu"}
	Thai            = &RangeTable{set: "Thai"}
	Tibetan         = &RangeTable{set: "Tibetan"}
	White_Space     = &RangeTable{set: "White_Space"}
	Hex_Digit       = &RangeTable{set: "Hex_Digit"}
	ASCII_Hex_Digit = &RangeTable{set: "ASCII_Hex_Digit"}
	Dash            = &RangeTable{set: "Dash"}
	Diacritic       = &RangeTable{set: "Diacritic"}
	Ideographic     = &RangeTable{set: "Ideographic"}
)
