package time

import "errors"

// A Duration is a number of nanoseconds.
type Duration int64

const (
	Nanosecond  Duration = 1
	Microsecond          = 1000 * Nanosecond
	Millisecond          = 1000 * Microsecond
	Second               = 1000 * Millisecond
	Minute               = 60 * Second
	Hour                 = 60 * Minute

	minDuration Duration = -1 << 63
	maxDuration Duration = 1<<63 - 1
)

// String writes the duration as 1h2m3.5s does.
func (d Duration) String() string { return durationText(int64(d)) }

func durationText(ns int64) string

func (d Duration) Nanoseconds() int64  { return int64(d) }
func (d Duration) Microseconds() int64 { return int64(d) / 1e3 }
func (d Duration) Milliseconds() int64 { return int64(d) / 1e6 }
func (d Duration) Seconds() float64    { return d.in(Second) }
func (d Duration) Minutes() float64    { return d.in(Minute) }
func (d Duration) Hours() float64      { return d.in(Hour) }

func (d Duration) in(unit Duration) float64 {
	return float64(d/unit) + float64(d%unit)/float64(unit)
}

func (d Duration) Abs() Duration {
	switch {
	case d >= 0:
		return d
	case d == minDuration:
		return maxDuration
	}
	return -d
}

// Truncate rounds towards zero to a multiple of m.
func (d Duration) Truncate(m Duration) Duration {
	if m <= 0 {
		return d
	}
	return d - d%m
}

// Round rounds to the nearest multiple of m, halves away from zero.
func (d Duration) Round(m Duration) Duration {
	if m <= 0 {
		return d
	}
	r := d % m
	if d < 0 {
		if r = -r; r+r < m {
			return d + r
		}
		if down := d - m + r; down < d {
			return down
		}
		return minDuration
	}
	if r+r < m {
		return d - r
	}
	if up := d + m - r; up > d {
		return up
	}
	return maxDuration
}

// What parseDuration found.
const (
	durationFine = iota
	durationInvalid
	durationNoUnit
	durationBadUnit
)

func parseDuration(s string) (ns int64, how int, unit string)

// ParseDuration reads what String writes: numbers with the units ns, us, ms, s, m, h.
func ParseDuration(s string) (Duration, error) {
	ns, how, unit := parseDuration(s)
	switch how {
	case durationInvalid:
		return 0, errors.New("time: invalid duration " + quote(s))
	case durationNoUnit:
		return 0, errors.New("time: missing unit in duration " + quote(s))
	case durationBadUnit:
		return 0, errors.New("time: unknown unit " + quote(unit) + " in duration " + quote(s))
	}
	return Duration(ns), nil
}

func quote(s string) string
