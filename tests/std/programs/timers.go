package main

import (
	"fmt"
	"time"
)

func main() {
	t := time.NewTimer(10 * time.Millisecond)
	fmt.Println(t.Stop(), t.Stop(), t.Reset(time.Millisecond))
	<-t.C
	fmt.Println("fired", len(t.C), cap(t.C), t.Stop())
	t.Reset(time.Millisecond)
	time.Sleep(5 * time.Millisecond)
	fmt.Println(t.Stop())
	select {
	case <-t.C:
		fmt.Println("stale")
	default:
		fmt.Println("nothing stale")
	}
	done := make(chan bool)
	af := time.AfterFunc(time.Millisecond, func() { done <- true })
	fmt.Println(<-done, af.Stop())
	af2 := time.AfterFunc(time.Hour, func() { fmt.Println("no") })
	fmt.Println(af2.Stop())
	tick := time.NewTicker(2 * time.Millisecond)
	for i := 0; i < 3; i++ {
		<-tick.C
		fmt.Println("tick", i)
	}
	tick.Reset(time.Millisecond)
	<-tick.C
	tick.Stop()
	select {
	case <-tick.C:
		fmt.Println("stopped ticker ticked")
	case <-time.After(10 * time.Millisecond):
		fmt.Println("timeout")
	}
	c := make(chan int)
	select {
	case <-c:
	case <-time.After(0):
		fmt.Println("after 0")
	}
	fmt.Println(time.Tick(0) == nil)
	now := time.Now()
	at := <-time.After(3 * time.Millisecond)
	fmt.Println(at.Sub(now) >= 3*time.Millisecond, at.After(now))
	order := make(chan string, 3)
	for i, d := range []time.Duration{30, 10, 20} {
		go func() {
			time.Sleep(d * time.Millisecond)
			order <- fmt.Sprint(i)
		}()
	}
	fmt.Println(<-order, <-order, <-order)
}
