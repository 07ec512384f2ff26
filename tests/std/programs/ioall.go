package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
)

func main() {
	data, err := io.ReadAll(io.LimitReader(strings.NewReader("hello world"), 5))
	fmt.Println(string(data), err)
	var buf bytes.Buffer
	n, err := io.Copy(&buf, io.MultiReader(strings.NewReader("abc"), strings.NewReader("def")))
	fmt.Println(n, err, buf.String())
	w := io.MultiWriter(&buf, io.Discard)
	io.WriteString(w, "!")
	fmt.Println(buf.String(), buf.Len())
	tee := io.TeeReader(strings.NewReader("tee"), &buf)
	io.ReadAll(tee)
	fmt.Println(buf.String())
	p := make([]byte, 4)
	fmt.Println(io.ReadFull(strings.NewReader("ab"), p))
	fmt.Println(io.ReadFull(strings.NewReader(""), p))
	fmt.Println(io.ReadAtLeast(strings.NewReader("abcdef"), p, 2))
	fmt.Println(io.CopyN(io.Discard, strings.NewReader("xyz"), 5))
	sr := io.NewSectionReader(strings.NewReader("0123456789"), 2, 5)
	data, _ = io.ReadAll(sr)
	fmt.Println(string(data), sr.Size())
	pr, pw := io.Pipe()
	go func() {
		for i := 0; i < 3; i++ {
			fmt.Fprintf(pw, "line %d\n", i)
		}
		pw.CloseWithError(errors.New("closed by writer"))
	}()
	sc := bufio.NewScanner(pr)
	for sc.Scan() {
		fmt.Println("got", sc.Text())
	}
	fmt.Println(sc.Err())
	_, err = pw.Write([]byte("x"))
	fmt.Println(err)

	sc = bufio.NewScanner(strings.NewReader("one two\r\nthree\n\nlast"))
	for sc.Scan() {
		fmt.Printf("%q ", sc.Text())
	}
	fmt.Println(sc.Err())
	sc = bufio.NewScanner(strings.NewReader(" one  two\nthree "))
	sc.Split(bufio.ScanWords)
	for sc.Scan() {
		fmt.Printf("%q ", sc.Text())
	}
	sc = bufio.NewScanner(strings.NewReader("hé\xff"))
	sc.Split(bufio.ScanRunes)
	for sc.Scan() {
		fmt.Printf("%q ", sc.Text())
	}
	sc = bufio.NewScanner(strings.NewReader(strings.Repeat("x", 100)))
	sc.Buffer(nil, 10)
	fmt.Println(sc.Scan(), sc.Err())

	br := bufio.NewReader(strings.NewReader("first\nsecond\nthird"))
	line, err := br.ReadString('\n')
	fmt.Printf("%q %v\n", line, err)
	b, _ := br.ReadByte()
	br.UnreadByte()
	pk, _ := br.Peek(3)
	l2, pre, err := br.ReadLine()
	fmt.Printf("%c %s %s %v %v\n", b, pk, l2, pre, err)
	r, size, _ := br.ReadRune()
	br.UnreadRune()
	rest, err := br.ReadBytes('\n')
	fmt.Printf("%c %d %q %v\n", r, size, rest, err)
	buf.Reset()
	bw := bufio.NewWriterSize(&buf, 16)
	for i := 0; i < 5; i++ {
		fmt.Fprintf(bw, "item %d;", i)
	}
	bw.WriteByte('.')
	bw.WriteRune('世')
	fmt.Println(buf.Len() > 0, bw.Buffered(), bw.Available())
	bw.Flush()
	fmt.Println(buf.String())

	buf.Reset()
	buf.WriteString("hello, world")
	x := make([]byte, 5)
	buf.Read(x)
	c, _ := buf.ReadByte()
	s, err := buf.ReadString('r')
	fmt.Println(string(x), string(c), s, err, buf.String(), string(buf.Next(1)))
	buf.Truncate(0)
	_, err = buf.ReadByte()
	fmt.Println(err, buf.UnreadByte())
	fmt.Println(bytes.Equal([]byte("a"), []byte("a")), bytes.Compare([]byte("a"), []byte("b")), bytes.Contains([]byte("abc"), []byte("bc")), bytes.Index([]byte("abc"), []byte("c")), bytes.Count([]byte("aaa"), []byte("a")))
	fmt.Printf("%s %q %q %s %q %s\n", bytes.ToUpper([]byte("abc")), bytes.Split([]byte("a,b,c"), []byte(",")), bytes.Fields([]byte(" x y ")), bytes.TrimSpace([]byte("  z ")), bytes.Split([]byte("abc"), nil), bytes.Join([][]byte{[]byte("p"), []byte("q")}, []byte("-")))
	fmt.Println(bytes.HasPrefix([]byte("abc"), []byte("ab")), string(bytes.Repeat([]byte("xy"), 2)), string(bytes.ReplaceAll([]byte("aXbX"), []byte("X"), []byte("--"))), string(bytes.Title([]byte("the go"))))
	for _, e := range []error{io.EOF, io.ErrClosedPipe, io.ErrNoProgress, io.ErrShortBuffer, io.ErrShortWrite, bufio.ErrTooLong} {
		fmt.Println(e)
	}
}
