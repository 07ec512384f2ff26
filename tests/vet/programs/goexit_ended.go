// Goexit in main is meant when somebody ends the program: here the last goroutine.
package main

import (
	"os"
	"runtime"
)

func main() {
	go func() {
		os.Exit(0)
	}()
	runtime.Goexit()
}
