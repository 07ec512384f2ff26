// Channels, select and their order of evaluation, in a program whose output does not depend on the schedule.
package main

import (
	"fmt"
	"sync"
	"time"
)

func ch(name string, c chan int) chan int { fmt.Println("channel", name); return c }
func val(name string, v int) int          { fmt.Println("value", name); return v }

func evaluation() {
	a, b := make(chan int, 1), make(chan int)
	var x [1]int
	idx := func() int { fmt.Println("index of a case not taken"); return 0 }
	select {
	case ch("a", a) <- val("a", 1):
		fmt.Println("sent")
	case x[idx()] = <-ch("b", b):
	}
	fmt.Println(<-a, len(a), cap(a))
}

func closed() {
	c := make(chan int, 3)
	c <- 1
	c <- 2
	close(c)
	for v := range c {
		fmt.Println("range", v)
	}
	v, ok := <-c
	fmt.Println(v, ok)
	select {
	case v, ok := <-c:
		fmt.Println("select closed", v, ok)
	default:
		fmt.Println("default")
	}
	defer func() { fmt.Println(recover()) }()
	select {
	case c <- 1:
	default:
		fmt.Println("not taken")
	}
}

func nils() {
	var c chan int
	select {
	case <-c:
	case c <- 1:
	default:
		fmt.Println("nil channels are never ready", len(c), cap(c))
	}
	select {
	case <-c:
	case <-time.After(time.Millisecond):
		fmt.Println("timeout")
	}
}

func consumed() {
	c := make(chan int, 1)
	c <- 5
	func() {
		defer func() { fmt.Println(recover()) }()
		var m map[int]int
		select {
		case m[0] = <-c:
		}
	}()
	fmt.Println("left in channel:", len(c))
}

func fifo() {
	c := make(chan int)
	var wg sync.WaitGroup
	for i := range 3 {
		wg.Add(1)
		go func() { defer wg.Done(); time.Sleep(time.Duration(i+1) * time.Millisecond); c <- i }()
	}
	time.Sleep(10 * time.Millisecond)
	fmt.Println(<-c, <-c, <-c)
	wg.Wait()
}

func closeWakes() {
	c := make(chan int)
	done := make(chan string, 4)
	for range 2 {
		go func() { _, ok := <-c; done <- fmt.Sprint("receiver ", ok) }()
	}
	time.Sleep(time.Millisecond)
	close(c)
	fmt.Println(<-done, <-done)
	d := make(chan int)
	go func() {
		defer func() { done <- fmt.Sprint(recover()) }()
		d <- 1
	}()
	time.Sleep(time.Millisecond)
	close(d)
	fmt.Println(<-done)
}

func fair() {
	a, b := make(chan int, 1000), make(chan int, 1000)
	for range 1000 {
		a <- 1
		b <- 1
	}
	na, nb := 0, 0
	for range 1000 {
		select {
		case <-a:
			na++
		case <-b:
			nb++
		}
	}
	fmt.Println(na > 300 && nb > 300, na+nb)
}

func pipeline() {
	src := make(chan int)
	go func() {
		defer close(src)
		for i := 1; i <= 10; i++ {
			src <- i
		}
	}()
	sq := make(chan int, 2)
	go func() {
		defer close(sq)
		for v := range src {
			sq <- v * v
		}
	}()
	sum := 0
	for v := range sq {
		sum += v
	}
	fmt.Println("sum", sum)
}

func identity() {
	c := make(chan int)
	var s chan<- int = c
	var r <-chan int = c
	m := map[any]string{c: "c"}
	fmt.Println(s == c, r == c, m[c], c == make(chan int))
}

func breaks() {
	c := make(chan int, 5)
	for i := range 5 {
		c <- i
	}
loop:
	for {
		select {
		case v := <-c:
			if v == 1 {
				break
			}
			if v == 3 {
				break loop
			}
			fmt.Println("v", v)
		}
	}
	fmt.Println("left", len(c))
}

func main() {
	evaluation()
	closed()
	nils()
	consumed()
	fifo()
	closeWakes()
	fair()
	pipeline()
	identity()
	breaks()
}
