// net: listeners, connections, deadlines, refusals.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"strings"
	"sync"
	"syscall"
	"time"
)

// plain takes the ports out, which real ones are never twice the same.
func plain(err error, ports ...string) string {
	if err == nil {
		return "<nil>"
	}
	text := err.Error()
	for i, port := range ports {
		text = strings.ReplaceAll(text, ":"+port, fmt.Sprintf(":PORT%d", i))
	}
	return text
}

func port(a net.Addr) string {
	_, p, _ := net.SplitHostPort(a.String())
	return p
}

func main() {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	fmt.Println(err, l.Addr().Network(), port(l.Addr()) != "0")
	lp := port(l.Addr())
	_, err = net.Listen("tcp", l.Addr().String())
	fmt.Println(plain(err, lp), errors.Is(err, syscall.EADDRINUSE))

	var wg sync.WaitGroup
	wg.Add(1)
	go func() { // echo in capitals, line by line
		defer wg.Done()
		for {
			c, err := l.Accept()
			if err != nil {
				fmt.Println("accept:", plain(err, lp), errors.Is(err, net.ErrClosed))
				return
			}
			wg.Add(1)
			go func() {
				defer wg.Done()
				defer c.Close()
				lines := bufio.NewScanner(c)
				for lines.Scan() {
					fmt.Fprintln(c, strings.ToUpper(lines.Text()))
				}
			}()
		}
	}()

	c, err := net.Dial("tcp", l.Addr().String())
	fmt.Println(err, c.RemoteAddr().String() == l.Addr().String())
	r := bufio.NewReader(c)
	for _, line := range []string{"one", "two"} {
		fmt.Fprintln(c, line)
		answer, err := r.ReadString('\n')
		fmt.Printf("%q %v\n", answer, err)
	}
	cp := port(c.LocalAddr())
	c.SetReadDeadline(time.Now().Add(20 * time.Millisecond))
	_, err = r.ReadByte()
	var netErr net.Error
	fmt.Println(plain(err, lp, cp), errors.Is(err, os.ErrDeadlineExceeded), errors.As(err, &netErr) && netErr.Timeout())
	c.SetReadDeadline(time.Time{})
	fmt.Fprintln(c, "three")
	answer, err := r.ReadString('\n')
	fmt.Printf("%q %v\n", answer, err)
	c.Close()
	_, err = c.Write([]byte("x"))
	fmt.Println(plain(err, lp, cp))
	_, err = c.Read(make([]byte, 1))
	fmt.Println(plain(err, lp, cp))
	fmt.Println(plain(c.Close(), lp, cp))

	half, err := net.Dial("tcp", l.Addr().String())
	fmt.Fprint(half, "last words")
	half.(interface{ CloseWrite() error }).CloseWrite()
	rest, err := io.ReadAll(half)
	fmt.Printf("%q %v\n", rest, err)
	half.Close()

	l.Close()
	wg.Wait()
	fmt.Println(plain(l.Close(), lp))
	_, err = net.Dial("tcp", l.Addr().String())
	fmt.Println(plain(err, lp), errors.Is(err, syscall.ECONNREFUSED))
	var op *net.OpError
	fmt.Println(errors.As(err, &op), op.Op, op.Net, op.Timeout())

	for _, address := range []string{"127.0.0.1", "127.0.0.1:x:y", "[::1", "127.0.0.1:99999"} {
		_, err := net.Dial("tcp", address)
		fmt.Println(err)
	}
	_, err = net.Dial("carrier-pigeon", "127.0.0.1:1")
	fmt.Println(err)
	fmt.Println(net.SplitHostPort("[::1]:80"))
	fmt.Println(net.JoinHostPort("::1", "80"), net.JoinHostPort("localhost", "http"))
	fmt.Println(net.ParseIP("10.0.0.1"), net.ParseIP("10.0.0.256") == nil, net.IPv4(1, 2, 3, 4))
	big, _ := net.Listen("tcp", "127.0.0.1:0")
	go func() {
		c, _ := big.Accept()
		c.Write(make([]byte, 1<<20)) // more than fits on the way
		c.Close()
	}()
	c, _ = net.Dial("tcp", big.Addr().String())
	n, err := io.Copy(io.Discard, c)
	fmt.Println(n, err)
}
