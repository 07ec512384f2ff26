// os.Exit and log.Fatal that skip deferred calls.
package main

import (
	"fmt"
	"log"
	"os"
)

func direct() {
	defer fmt.Println("never")
	os.Exit(1) // want "os.Exit ends the program at once: the call deferred on line 11 does not run"
}

func conditional(err error) {
	defer fmt.Println("one")
	defer fmt.Println("two")
	if err != nil {
		log.Fatalf("failed: %v", err) // want "log.Fatalf ends the program at once: the calls deferred on lines 16, 17 do not run"
	}
}

func logger(l *log.Logger) {
	defer fmt.Println("one")
	l.Fatal("no") // want "log.Fatal ends the program at once: the call deferred on line 24 does not run"
}

func die(why string) {
	fmt.Println(why)
	os.Exit(3)
}

func throughHelper() {
	defer fmt.Println("never")
	die("no") // want "die ends the program at once: the call deferred on line 34 does not run"
}

func deferredExit() {
	defer fmt.Println("never")
	defer os.Exit(2) // want "os.Exit ends the program at once: the call deferred on line 39 does not run"
}

func exitInDeferred(code int) {
	defer fmt.Println("never")
	defer func() {
		if code != 0 {
			os.Exit(code) // want "os.Exit ends the program at once: the call deferred on line 44 does not run"
		}
	}()
}

func inLoop(list []string) {
	for _, s := range list {
		if s == "" {
			os.Exit(1) // want "the call deferred on line 57 does not run"
		}
		defer fmt.Println(s)
	}
}

// Right ones.

func before(err error) {
	if err != nil {
		os.Exit(1)
	}
	defer fmt.Println("runs")
}

func otherWay(err error) {
	if err == nil {
		defer fmt.Println("runs")
		return
	}
	os.Exit(1)
}

func exitRunsLast() {
	defer os.Exit(0)
	defer fmt.Println("runs")
}

func exitInFirstDeferred(code int) {
	defer func() {
		if code != 0 {
			os.Exit(code)
		}
	}()
	defer fmt.Println("runs")
}

func inAnotherGoroutine() {
	defer fmt.Println("runs, if nobody is faster")
	go os.Exit(1)
	go func() { os.Exit(1) }()
}

func mayReturn(fails bool) {
	if fails {
		die("no")
	}
}

func callsMayReturn() {
	defer fmt.Println("runs")
	mayReturn(false)
}

func main() {
	direct()
	conditional(nil)
	logger(log.Default())
	throughHelper()
	deferredExit()
	exitInDeferred(1)
	inLoop(nil)
	before(nil)
	otherWay(nil)
	exitRunsLast()
	exitInFirstDeferred(0)
	inAnotherGoroutine()
	callsMayReturn()
}
