package main

import (
	"fmt"
	"time"
)

func main() {
	for _, d := range []time.Duration{0, 1, 999, 1000, 1500, 1e6, 1234567, 1e9, 1500 * time.Millisecond, 61 * time.Second, 3661 * time.Second, 100 * time.Hour, -5 * time.Second, -1, 1<<63 - 1, -1 << 63, 2*time.Hour + 3*time.Millisecond} {
		fmt.Println(d, d.Seconds(), d.Minutes(), d.Hours(), d.Milliseconds(), d.Microseconds(), d.Nanoseconds(), d.Round(time.Second), d.Truncate(time.Minute), d.Abs())
	}
	for _, s := range []string{"1s", "1.5h", "-2m3.5s", "100ms", "1us", "1µs", "1h15m30.918273645s", "", "5", "5x", "1.2.3s", "-", ".5s", "9223372036854775807ns", "9223372036854775808ns", "0", "+3s", "s", "1e3s"} {
		fmt.Println(time.ParseDuration(s))
	}
	t := time.Date(2024, time.February, 29, 13, 4, 5, 123456789, time.UTC)
	for _, layout := range []string{time.Layout, time.ANSIC, time.UnixDate, time.RubyDate, time.RFC822, time.RFC822Z, time.RFC850, time.RFC1123, time.RFC1123Z, time.RFC3339, time.RFC3339Nano, time.Kitchen, time.Stamp, time.StampMilli, time.StampMicro, time.StampNano, time.DateTime, time.DateOnly, time.TimeOnly, "2006-002 __2 Jan _2 15h 3pm 03PM .000 ,999 05.00", "Monday January 1 2 3 4 5 06 pm Z07:00 -07 Z0700 _2006 Month Janet", "20060102150405", "x2006y01z02"} {
		fmt.Println(t.Format(layout), "|", t.In(time.FixedZone("EST", -5*3600)).Format(layout), "|", t.In(time.FixedZone("", 19800)).Format(layout))
	}
	fmt.Println(t, t.Unix(), t.UnixNano(), t.UnixMilli(), t.Weekday(), t.YearDay(), t.Month(), t.IsZero(), time.Time{}, time.Time{}.IsZero(), time.Time{}.Unix())
	fmt.Printf("%v %+v %#v %s %d\n", t.Month(), t.Weekday(), t, time.Month(13), time.March)
	fmt.Println(t.ISOWeek())
	fmt.Println(t.AddDate(0, 1, 1), t.AddDate(1, 0, 0), t.AddDate(0, -12, -29), t.Add(36*time.Hour), t.Add(-time.Nanosecond*123456790))
	u := time.Date(2023, 12, 31, 23, 59, 60, -1, time.UTC)
	fmt.Println(u, t.Sub(u), u.Sub(t), t.After(u), t.Before(u), t.Equal(t.In(time.FixedZone("X", 3600))), t.Compare(u), t.Truncate(time.Hour), t.Round(time.Hour), t.Truncate(24*time.Hour))
	fmt.Println(time.Date(2024, 14, 35, 25, 61, 61, 1e9, time.UTC), time.Date(-1, 0, 0, 0, 0, 0, 0, time.UTC), time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC).Weekday(), time.Date(1969, 7, 20, 20, 17, 40, 0, time.UTC).Unix())
	fmt.Println(time.Unix(1e9, 5).UTC(), time.UnixMilli(-1).UTC(), time.Unix(0, -1).UTC(), time.UnixMicro(1234567).UTC())
	for y := 1995; y < 2030; y++ {
		d := time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC)
		yy, w := d.ISOWeek()
		fmt.Print(d.Weekday(), " ", yy, w, d.AddDate(0, 2, -1).Day(), " ")
	}
	fmt.Println()
	cases := [][2]string{{time.RFC3339, "2024-02-29T13:04:05Z"}, {time.RFC3339, "2024-02-29T13:04:05.5+05:30"}, {time.RFC3339, "2023-02-29T00:00:00Z"}, {time.RFC3339, "2024-13-01T00:00:00Z"}, {time.DateOnly, "2024-01-02"}, {time.DateOnly, "2024-1-2"}, {time.DateOnly, "2024-01-02x"}, {time.Kitchen, "3:04PM"}, {time.Kitchen, "12:00AM"}, {time.ANSIC, "Mon Jan  2 15:04:05 2006"}, {time.RFC1123, "Mon, 02 Jan 2006 15:04:05 MST"}, {time.RFC1123Z, "Mon, 02 Jan 2006 15:04:05 -0700"}, {"15:04", "25:00"}, {"15:04", "x"}, {"Jan 2, 2006", "Feb 30, 2020"}, {"2006-01-02 15:04:05.000", "2020-05-06 07:08:09.123"}, {"02 January 2006", "05 march 2021"}, {"2006", ""}, {"06/1/2", "21/3/4"}}
	for _, c := range cases {
		p, err := time.Parse(c[0], c[1])
		fmt.Println(p, err)
	}
	_, err := time.LoadLocation("Nowhere/Land")
	fmt.Println(err)
	for m := time.January; m <= time.December; m++ {
		fmt.Print(m, " ")
	}
	fmt.Println(time.UTC, time.FixedZone("CET", 3600))
	start := time.Now()
	time.Sleep(20 * time.Millisecond)
	el := time.Since(start)
	fmt.Println(el >= 20*time.Millisecond, el < 5*time.Second, time.Until(start) < 0)
}
