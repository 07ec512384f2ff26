// §5 Simulation: a configuration is pushed, all of it or what changed
// Claim: for more than 5,000 services a full push takes 18.7 s; a push of the differences takes 2.3 s.
// Look at: where the virtual time goes: encoding 5,000 services against comparing 5,000 versions and encoding 500. The costs a
// service are fitted to the article's two figures; the ratio of the work is what runs here. The article's "86 % less" is 88 %.
//unwind:profile article-1.25

package main

import (
	"fmt"
	"time"
)

const (
	services = 5000
	changed  = 500
	batch    = 100
	encode   = 3740 * time.Microsecond // a service
	compare  = 86 * time.Microsecond   // a version
)

// A service has a version; the proxies hold the one they were told last.
type service struct {
	version, told int
}

func world() []service {
	all := make([]service, services)
	for i := range all {
		all[i] = service{1, 1}
		if i%(services/changed) == 0 {
			all[i].version = 2
		}
	}
	return all
}

// full encodes every service.
func full(all []service) (encoded int) {
	for begin := 0; begin < len(all); begin += batch {
		part := all[begin : begin+batch]
		for i := range part {
			part[i].told = part[i].version
		}
		time.Sleep(time.Duration(len(part)) * encode)
		encoded += len(part)
	}
	return encoded
}

// delta compares versions and encodes those that differ.
func delta(all []service) (encoded int) {
	for begin := 0; begin < len(all); begin += batch {
		part := all[begin : begin+batch]
		time.Sleep(time.Duration(len(part)) * compare)
		different := 0
		for i := range part {
			if part[i].told != part[i].version {
				part[i].told = part[i].version
				different++
			}
		}
		time.Sleep(time.Duration(different) * encode)
		encoded += different
	}
	return encoded
}

func push(name string, how func([]service) int) time.Duration {
	all := world()
	begin := time.Now()
	encoded := how(all)
	took := time.Since(begin).Round(100 * time.Millisecond)
	for _, s := range all {
		if s.told != s.version {
			fmt.Println("a proxy was not told")
		}
	}
	fmt.Printf("%-5s %4d of %d services encoded in %v\n", name, encoded, services, took)
	return took
}

func main() {
	slow, fast := push("full", full), push("delta", delta)
	fmt.Printf("%.1f times faster, %.0f %% less time\n", float64(slow)/float64(fast), 100*(1-float64(fast)/float64(slow)))
}
