package time

// Layouts: how the reference time, Mon Jan 2 15:04:05 -0700 2006, would be written.
const (
	Layout      = "01/02 03:04:05PM '06 -0700"
	ANSIC       = "Mon Jan _2 15:04:05 2006"
	UnixDate    = "Mon Jan _2 15:04:05 MST 2006"
	RubyDate    = "Mon Jan 02 15:04:05 -0700 2006"
	RFC822      = "02 Jan 06 15:04 MST"
	RFC822Z     = "02 Jan 06 15:04 -0700"
	RFC850      = "Monday, 02-Jan-06 15:04:05 MST"
	RFC1123     = "Mon, 02 Jan 2006 15:04:05 MST"
	RFC1123Z    = "Mon, 02 Jan 2006 15:04:05 -0700"
	RFC3339     = "2006-01-02T15:04:05Z07:00"
	RFC3339Nano = "2006-01-02T15:04:05.999999999Z07:00"
	Kitchen     = "3:04PM"
	Stamp       = "Jan _2 15:04:05"
	StampMilli  = "Jan _2 15:04:05.000"
	StampMicro  = "Jan _2 15:04:05.000000"
	StampNano   = "Jan _2 15:04:05.000000000"
	DateTime    = "2006-01-02 15:04:05"
	DateOnly    = "2006-01-02"
	TimeOnly    = "15:04:05"
)

// formatted writes local seconds since the year 1 and what belongs to them by a layout.
func formatted(layout string, sec, nsec int64, zone string, offset int) string

func (t Time) Format(layout string) string {
	zone, offset := t.Zone()
	return formatted(layout, t.local(), t.nsec(), zone, offset)
}

func (t Time) AppendFormat(b []byte, layout string) []byte { return append(b, t.Format(layout)...) }

// String is for people; it ends with the monotonic reading if there is one.
func (t Time) String() string {
	s := t.Format("2006-01-02 15:04:05.999999999 -0700 MST")
	if t.wall&marked != 0 {
		s += " m=" + monotonic(t.ext)
	}
	return s
}

// monotonic writes nanoseconds as +seconds with nine decimals.
func monotonic(ns int64) string

func (t Time) GoString() string {
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	s := "time.Date(" + decimal(year) + ", "
	if January <= month && month <= December {
		s += "time." + month.String()
	} else {
		s += decimal(int(month))
	}
	s += ", " + decimal(day) + ", " + decimal(hour) + ", " + decimal(min) + ", " + decimal(sec) + ", " +
		decimal(int(t.nsec())) + ", "
	switch t.loc {
	case nil, UTC:
		s += "time.UTC"
	case Local:
		s += "time.Local"
	default:
		s += "time.Location(" + quote(t.loc.name) + ")"
	}
	return s + ")"
}

// A ParseError tells where a text does not fit a layout.
type ParseError struct {
	Layout     string
	Value      string
	LayoutElem string
	ValueElem  string
	Message    string
}

func (e *ParseError) Error() string {
	if e.Message == "" {
		return "parsing time " + quote(e.Value) + " as " + quote(e.Layout) + ": cannot parse " + quote(e.ValueElem) +
			" as " + quote(e.LayoutElem)
	}
	return "parsing time " + quote(e.Value) + e.Message
}

// parsed reads value by a layout: local seconds since the year 1, nanoseconds, the zone if one is named (kind 0 none,
// 1 UTC, 2 an offset, 3 a name). On failure message or elements are set.
func parsed(layout, value string) (ok bool, sec, nsec int64, kind int, zone string, offset int, layoutElem, valueElem, message string)

func Parse(layout, value string) (Time, error) { return ParseInLocation(layout, value, UTC) }

// ParseInLocation reads a time whose text names no zone as one of loc.
func ParseInLocation(layout, value string, loc *Location) (Time, error) {
	ok, sec, nsec, kind, zone, offset, layoutElem, valueElem, message := parsed(layout, value)
	if !ok {
		return Time{}, &ParseError{layout, value, layoutElem, valueElem, message}
	}
	switch kind {
	case 1:
		loc = UTC
	case 2:
		if offset == loc.offset() && (zone == "" || zone == loc.zone) {
			break
		}
		loc = FixedZone(zone, offset)
	case 3:
		if zone != loc.zone {
			loc = FixedZone(zone, offset)
		}
	}
	t := Time{uint64(nsec), sec - int64(loc.offset()), nil}
	return t.In(loc), nil
}
