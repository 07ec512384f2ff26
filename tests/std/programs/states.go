// unwind/states: as real Go runs the same package.
package main

import (
	"fmt"
	"strconv"
	"sync"

	"unwind/states"
)

func main() {
	m := states.New("worker")
	fmt.Printf("%q\n", m.State())
	m.Enter("Running", "go statement")
	m.Enter("Stopped", "")
	fmt.Println(m.State())
	var wg sync.WaitGroup
	for i := range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			states.New("worker").Enter("Running", strconv.Itoa(i))
		}()
	}
	wg.Wait()
	defer func() {
		fmt.Println(recover())
		fmt.Println(m.State())
	}()
	for i := range states.Most {
		m.Enter("state "+strconv.Itoa(i), "a loop")
	}
}
