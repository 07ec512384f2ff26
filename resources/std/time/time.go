// Package time measures and shows time. The clock is the run's own: it starts at 2009-11-10 23:00:00 UTC and
// moves with the work that is done; waiting costs nothing.
package time

import "errors"

// A Time is an instant. It has the size of Go's: wall holds a mark for a monotonic reading, then 33 bits of seconds since
// 1885 if marked, then 30 bits of nanoseconds; ext is the monotonic reading if marked, else seconds since the year 1.
// The machine writes times of timers in this form.
type Time struct {
	wall uint64
	ext  int64
	loc  *Location
}

const (
	marked     = 1 << 63
	nsecBits   = 30
	nsecMask   = 1<<nsecBits - 1
	wallEpoch  = 59453308800 // seconds from the year 1 to 1885
	unixEpoch  = 62135596800 // seconds from the year 1 to 1970
	startOfRun = unixEpoch + 1257894000

	secondsPerDay = 86400
	daysPer400    = 146097
)

type Month int

const (
	January Month = 1 + iota
	February
	March
	April
	May
	June
	July
	August
	September
	October
	November
	December
)

var monthNames = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September",
	"October", "November", "December"}

func (m Month) String() string {
	if January <= m && m <= December {
		return monthNames[m-1]
	}
	return "%!Month(" + decimal(int(m)) + ")"
}

type Weekday int

const (
	Sunday Weekday = iota
	Monday
	Tuesday
	Wednesday
	Thursday
	Friday
	Saturday
)

var dayNames = [...]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}

func (d Weekday) String() string {
	if Sunday <= d && d <= Saturday {
		return dayNames[d]
	}
	return "%!Weekday(" + decimal(int(d)) + ")"
}

func decimal(n int) string

// runtimeNano is the virtual time since the start of the run.
func runtimeNano() int64

// Now is the virtual clock.
func Now() Time {
	ns := runtimeNano()
	sec := startOfRun + ns/1e9 - wallEpoch
	return Time{marked | uint64(sec)<<nsecBits | uint64(ns%1e9), ns + 1, Local}
}

func Unix(sec int64, nsec int64) Time {
	sec += nsec / 1e9
	if nsec %= 1e9; nsec < 0 {
		nsec += 1e9
		sec--
	}
	return Time{uint64(nsec), sec + unixEpoch, Local}
}

func UnixMilli(msec int64) Time { return Unix(msec/1e3, msec%1e3*1e6) }
func UnixMicro(usec int64) Time { return Unix(usec/1e6, usec%1e6*1e3) }

// Date is the time with these parts; they may lie outside their usual ranges.
func Date(year int, month Month, day, hour, min, sec, nsec int, loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Date")
	}
	m := int(month) - 1
	year += floorDiv(m, 12)
	m -= floorDiv(m, 12) * 12
	sec += floorDiv(nsec, 1e9)
	nsec -= floorDiv(nsec, 1e9) * 1e9
	days := daysBefore(year, Month(m+1)) + int64(day) - 1
	total := days*secondsPerDay + int64(hour)*3600 + int64(min)*60 + int64(sec) - int64(loc.offset())
	t := Time{uint64(nsec), total, nil}
	return t.In(loc)
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// daysBefore counts the days from 1 January of the year 1 to the first of a month. Years begin in March here.
func daysBefore(year int, month Month) int64 {
	m := int64(month) - 3
	y := int64(year)
	if m < 0 {
		m += 12
		y--
	}
	era := y / 400
	if y%400 < 0 {
		era--
	}
	y -= era * 400
	return era*daysPer400 + y*365 + y/4 - y/100 + (153*m+2)/5 - 306
}

func (t Time) nsec() int64 { return int64(t.wall & nsecMask) }

// sec is seconds since the year 1, UTC.
func (t Time) sec() int64 {
	if t.wall&marked != 0 {
		return wallEpoch + int64(t.wall<<1>>(nsecBits+1))
	}
	return t.ext
}

// local is seconds since the year 1 as the clocks of t's location show them.
func (t Time) local() int64 { return t.sec() + int64(t.Location().offset()) }

func (t Time) strip() Time { return Time{uint64(t.nsec()), t.sec(), t.loc} }

func (t Time) Unix() int64      { return t.sec() - unixEpoch }
func (t Time) UnixMilli() int64 { return t.Unix()*1e3 + t.nsec()/1e6 }
func (t Time) UnixMicro() int64 { return t.Unix()*1e6 + t.nsec()/1e3 }
func (t Time) UnixNano() int64  { return t.Unix()*1e9 + t.nsec() }
func (t Time) IsZero() bool     { return t.sec() == 0 && t.nsec() == 0 }

func (t Time) Compare(u Time) int {
	a, b := t.sec(), u.sec()
	if t.wall&u.wall&marked != 0 {
		a, b = t.ext, u.ext
	} else if a == b {
		a, b = t.nsec(), u.nsec()
	}
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func (t Time) After(u Time) bool  { return t.Compare(u) > 0 }
func (t Time) Before(u Time) bool { return t.Compare(u) < 0 }
func (t Time) Equal(u Time) bool  { return t.Compare(u) == 0 }

func (t Time) Add(d Duration) Time {
	sec := t.sec() + int64(d/1e9)
	nsec := t.nsec() + int64(d%1e9)
	if nsec >= 1e9 {
		sec++
		nsec -= 1e9
	} else if nsec < 0 {
		sec--
		nsec += 1e9
	}
	if t.wall&marked != 0 {
		mono := t.ext + int64(d)
		since := sec - wallEpoch
		if 0 <= since && since < 1<<33 && (mono > t.ext) == (d > 0) {
			return Time{marked | uint64(since)<<nsecBits | uint64(nsec), mono, t.loc}
		}
	}
	return Time{uint64(nsec), sec, t.loc}
}

func (t Time) Sub(u Time) Duration {
	if t.wall&u.wall&marked != 0 {
		return Duration(t.ext - u.ext)
	}
	sec := t.sec() - u.sec()
	switch {
	case sec > int64(maxDuration)/1e9+1:
		return maxDuration
	case sec < int64(minDuration)/1e9-1:
		return minDuration
	}
	d := Duration(sec)*Second + Duration(t.nsec()-u.nsec())
	if sec > 1 && d < 0 {
		return maxDuration
	}
	if sec < -1 && d > 0 {
		return minDuration
	}
	return d
}

func Since(t Time) Duration { return Now().Sub(t) }
func Until(t Time) Duration { return t.Sub(Now()) }

func (t Time) AddDate(years int, months int, days int) Time {
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	return Date(year+years, month+Month(months), day+days, hour, min, sec, int(t.nsec()), t.Location())
}

// civil turns days since 1 January of the year 1 into a date.
func civil(days int64) (year int, month Month, day int) {
	days += 306
	era := days / daysPer400
	if days%daysPer400 < 0 {
		era--
	}
	days -= era * daysPer400
	y := (days - days/1460 + days/36524 - days/146096) / 365
	days -= y*365 + y/4 - y/100
	m := (5*days + 2) / 153
	day = int(days-(153*m+2)/5) + 1
	y += era * 400
	if m < 10 {
		m += 3
	} else {
		m -= 9
		y++
	}
	return int(y), Month(m), day
}

func (t Time) days() int64 {
	sec := t.local()
	days := sec / secondsPerDay
	if sec%secondsPerDay < 0 {
		days--
	}
	return days
}

func (t Time) Date() (year int, month Month, day int) { return civil(t.days()) }

func (t Time) Clock() (hour, min, sec int) {
	s := int(t.local() - t.days()*secondsPerDay)
	return s / 3600, s / 60 % 60, s % 60
}

func (t Time) Year() int {
	year, _, _ := t.Date()
	return year
}

func (t Time) Month() Month {
	_, month, _ := t.Date()
	return month
}

func (t Time) Day() int {
	_, _, day := t.Date()
	return day
}

func (t Time) Hour() int {
	hour, _, _ := t.Clock()
	return hour
}

func (t Time) Minute() int {
	_, min, _ := t.Clock()
	return min
}

func (t Time) Second() int {
	_, _, sec := t.Clock()
	return sec
}

func (t Time) Nanosecond() int { return int(t.nsec()) }

// Weekday: the year 1 began with a Monday.
func (t Time) Weekday() Weekday {
	w := (t.days() + 1) % 7
	if w < 0 {
		w += 7
	}
	return Weekday(w)
}

func (t Time) YearDay() int {
	return int(t.days()-daysBefore(t.Year(), January)) + 1
}

// ISOWeek: a week belongs to the year of its Thursday.
func (t Time) ISOWeek() (year, week int) {
	thursday := t.days() + 3 - int64(t.Weekday()+6)%7
	year, _, _ = civil(thursday)
	return year, int(thursday-daysBefore(year, January))/7 + 1
}

// Truncate rounds down to a multiple of d since the year 1 and drops the monotonic reading.
func (t Time) Truncate(d Duration) Time {
	t = t.strip()
	if d <= 0 {
		return t
	}
	return t.Add(-t.over(d))
}

// Round rounds to the nearest multiple of d, halves up.
func (t Time) Round(d Duration) Time {
	t = t.strip()
	if d <= 0 {
		return t
	}
	if r := t.over(d); r+r < d {
		return t.Add(-r)
	} else {
		return t.Add(d - r)
	}
}

// over is how far t lies past the last multiple of d.
func (t Time) over(d Duration) Duration { return Duration(remainder(t.sec(), t.nsec(), int64(d))) }

func remainder(sec, nsec, d int64) int64

// A Location is a place's offset from UTC. There is no database of zones.
type Location struct {
	name  string
	zone  string
	shift int
}

var utc = Location{"UTC", "UTC", 0}
var local = Location{"Local", "UTC", 0}

// UTC, and Local, which is the same under another name.
var (
	UTC   *Location = &utc
	Local *Location = &local
)

func FixedZone(name string, offset int) *Location { return &Location{name, name, offset} }

func LoadLocation(name string) (*Location, error) {
	switch name {
	case "", "UTC":
		return UTC, nil
	case "Local":
		return Local, nil
	}
	return nil, errors.New("unknown time zone " + name)
}

func (l *Location) offset() int {
	if l == nil {
		return 0
	}
	return l.shift
}

func (l *Location) String() string {
	if l == nil {
		return "UTC"
	}
	return l.name
}

func (t Time) Location() *Location {
	if t.loc == nil {
		return UTC
	}
	return t.loc
}

func (t Time) In(loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Time.In")
	}
	if loc == &utc {
		loc = nil
	}
	t.loc = loc
	return t
}

func (t Time) UTC() Time   { return t.In(UTC) }
func (t Time) Local() Time { return t.In(Local) }

func (t Time) Zone() (name string, offset int) {
	l := t.Location()
	return l.zone, l.shift
}

func (t Time) IsDST() bool { return false }
