// §2.3 The way of os.Exit
// Claim: os.Exit sets the exiting flag, stores the exit code and signals the main M; whoever is about to park looks at the flag.
// Look at: the worker looks at the flag before every nap and finds 0, until os.Exit has set it: then it stops for good. The
// main M gets the signal and ends the process. In go1.25 os.Exit ends the process from where it stands.
//unwind:profile article-1.25

package main

import (
	"fmt"
	"os"
	"time"
)

func worker() {
	defer fmt.Println("never printed")
	for {
		time.Sleep(500 * time.Nanosecond)
	}
}

func main() {
	go worker()
	time.Sleep(2 * time.Microsecond)
	fmt.Println("leaving with code 3")
	os.Exit(3)
}
