// §5 Simulation: two registries and a bridge
// Claim: with a bridge between the registries 87 services move in six weeks without a failed call, at most 3.2 ms slower or faster.
// Look at: a goroutine a week and registry; without the bridge every call to a service that has moved fails. Figures are the
// article's; the clock is virtual, each call's time is drawn within the bound.
//unwind:profile article-1.25

package main

import (
	"fmt"
	"sync"
	"time"
)

const (
	services = 87
	weeks    = 6
	week     = 7 * 24 * time.Hour
	usual    = 20 * time.Millisecond
)

// A registry knows where services are; a bridged one asks the other.
type registry struct {
	mu    sync.RWMutex
	known map[int]bool
	other *registry
}

func (r *registry) has(service int) bool {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return r.known[service]
}

func (r *registry) set(service int, known bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.known[service] = known
}

// detour is what the bridge adds to a call: from -3.2 to 3.2 ms.
func detour(service int) time.Duration {
	return time.Duration(service*37%65-32) * 100 * time.Microsecond
}

// call finds a service by its old registry and uses it.
func call(old *registry, service int) (ok bool, took time.Duration) {
	begin := time.Now()
	switch {
	case old.has(service):
		time.Sleep(usual)
	case old.other != nil && old.other.has(service):
		time.Sleep(usual + detour(service))
	default:
		return false, 0
	}
	return true, time.Since(begin)
}

// callAll calls every service, all at the same time.
func callAll(old *registry) (failed int, most time.Duration) {
	var wg sync.WaitGroup
	var mu sync.Mutex
	for service := range services {
		wg.Add(1)
		go func() {
			defer wg.Done()
			ok, took := call(old, service)
			mu.Lock()
			defer mu.Unlock()
			if !ok {
				failed++
				return
			}
			most = max(most, took-usual, usual-took)
		}()
	}
	wg.Wait()
	return failed, most.Round(100 * time.Microsecond)
}

func main() {
	eureka, istio := &registry{known: map[int]bool{}}, &registry{known: map[int]bool{}}
	eureka.other = istio
	for service := range services {
		eureka.set(service, true)
	}
	begin := time.Now()
	moved := 0
	for w := 1; w <= weeks; w++ {
		for ; moved < services*w/weeks; moved++ {
			istio.set(moved, true) // first known in both, then only in the new one
			eureka.set(moved, false)
		}
		failed, most := callAll(eureka)
		alone, _ := callAll(&registry{known: eureka.known})
		fmt.Printf("week %d: %2d moved, bridge: %d failed, at most %v off; no bridge: %2d failed\n", w, moved, failed, most, alone)
		time.Sleep(week)
	}
	fmt.Println("weeks:", int(time.Since(begin)/week))
}
