package main

import (
	"bytes"
	"fmt"
	"log"
	"os"
)

func main() {
	log.SetFlags(0)
	log.SetOutput(os.Stdout)
	log.Print("plain", 1, 2)
	log.Printf("%d-%s", 5, "x")
	log.Println("line", true)
	log.SetPrefix("pre: ")
	log.Println("prefixed", log.Prefix(), log.Flags())
	log.SetFlags(log.Lmsgprefix)
	log.Println("msg")
	var buf bytes.Buffer
	l := log.New(&buf, "[l] ", log.Lshortfile)
	l.Println("where")
	l.Output(1, "out")
	fmt.Print(buf.String())
	buf.Reset()
	l.SetFlags(log.LstdFlags | log.Lmicroseconds)
	l.Print("dated")
	fmt.Println(len(buf.String()), l.Flags(), l.Prefix())
	func() {
		defer func() { fmt.Printf("%T %v\n", recover(), "x") }()
		l.Panicf("p %d", 1)
	}()
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		log.Panicln("a", 1)
	}()
	defer fmt.Println("not run")
	log.Fatalf("fatal %d", 3)
}
