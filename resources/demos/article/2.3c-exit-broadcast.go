// §2.3 os.Exit tells who watches
// Claim: signalNotifyExit broadcasts exitSignal to all watching goroutines.
// Look at: in article-1.25 os.Exit sends SIGTERM to the channel that watches for it before the main M gets it. In go1.25
// the process is gone at once, and nobody hears of it.
//unwind:profile article-1.25

package main

import (
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func watch(signals <-chan os.Signal) {
	fmt.Println("the watcher hears:", <-signals)
}

func main() {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGTERM)
	go watch(signals)
	time.Sleep(time.Millisecond)
	fmt.Println("leaving with code 4")
	os.Exit(4)
}
