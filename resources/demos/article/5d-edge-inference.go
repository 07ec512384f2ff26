// §5 Simulation: inference at the edge with slices of memory
// Claim: with 2 GiB slices of a GPU's memory a pod carries three requests at a time, and 95 % are answered within 420 ms.
// Look at: the slices as a channel of three tokens, who waits for one, and the P95 read off the virtual clock. The times of
// loading and inference are made up to fit a small device; the waiting is what runs here.
//unwind:profile article-1.25

package main

import (
	"fmt"
	"sort"
	"sync"
	"time"
)

const (
	memory   = 6 // GiB for inference
	slice    = 2 // GiB a request
	perUser  = 40
	loading  = 60 * time.Millisecond
	thinking = 30 * time.Millisecond
)

// inference is how long request n of a user takes on the device: 250 to 349 ms.
func inference(user, n int) time.Duration {
	return time.Duration(250+(user*31+n*17)%100) * time.Millisecond
}

// A device lends slices of its memory.
type device struct {
	slices chan bool
	mu     sync.Mutex
	took   []time.Duration
}

func (d *device) serve(user, n int) {
	begin := time.Now()
	d.slices <- true
	time.Sleep(loading + inference(user, n))
	<-d.slices
	d.mu.Lock()
	defer d.mu.Unlock()
	d.took = append(d.took, time.Since(begin))
}

// percentile is the time that so many of a hundred requests did not exceed.
func (d *device) percentile(share int) time.Duration {
	sort.Slice(d.took, func(i, j int) bool { return d.took[i] < d.took[j] })
	return d.took[(len(d.took)*share+99)/100-1].Round(time.Millisecond)
}

func measure(users int) {
	d := &device{slices: make(chan bool, memory/slice)}
	var wg sync.WaitGroup
	for user := range users {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for n := range perUser {
				d.serve(user, n)
				time.Sleep(thinking)
			}
		}()
	}
	wg.Wait()
	p95 := d.percentile(95)
	fmt.Printf("%d at a time: P50 %v, P95 %v, below 420 ms: %t\n", users, d.percentile(50), p95, p95 < 420*time.Millisecond)
}

func main() {
	measure(3)
	measure(4)
}
