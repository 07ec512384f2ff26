package rpc

import (
	"bufio"
	"io"
	"net"
	"strconv"
	"strings"
	"sync"
)

// A frame is a line of words and a text: what one end tells the other about a call. Kinds:
//
//	CALL id method deadline   a call begins; the deadline in nanoseconds from now, 0 for none
//	DATA id                   a message
//	HALF id                   no more messages from the client
//	END  id code              the call is over; the text is the status's message
//	AWAY 0                    the server takes no more calls on this connection
type frame struct {
	kind string
	id   int
	rest []string
	text string
}

// A wire reads and writes frames on a connection.
type wire struct {
	conn net.Conn
	r    *bufio.Reader
	mu   sync.Mutex // of writing
}

func newWire(conn net.Conn) *wire { return &wire{conn: conn, r: bufio.NewReader(conn)} }

func (w *wire) write(f frame) error {
	words := append([]string{f.kind, strconv.Itoa(f.id), strconv.Itoa(len(f.text))}, f.rest...)
	w.mu.Lock()
	defer w.mu.Unlock()
	_, err := io.WriteString(w.conn, strings.Join(words, " ")+"\n"+f.text)
	return err
}

func (w *wire) read() (frame, error) {
	line, err := w.r.ReadString('\n')
	if err != nil {
		return frame{}, err
	}
	words := strings.Fields(line)
	if len(words) < 3 {
		return frame{}, Errorf(Internal, "malformed frame %q", line)
	}
	id, err1 := strconv.Atoi(words[1])
	size, err2 := strconv.Atoi(words[2])
	if err1 != nil || err2 != nil || size < 0 {
		return frame{}, Errorf(Internal, "malformed frame %q", line)
	}
	text := make([]byte, size)
	if _, err := io.ReadFull(w.r, text); err != nil {
		return frame{}, err
	}
	return frame{words[0], id, words[3:], string(text)}, nil
}

// A queue is messages on their way to one end of a call, and how the call ended.
type queue struct {
	mu       sync.Mutex
	changed  *sync.Cond
	messages []string
	err      error // once no more will come
}

func newQueue() *queue {
	q := &queue{}
	q.changed = sync.NewCond(&q.mu)
	return q
}

func (q *queue) put(message string) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.err == nil {
		q.messages = append(q.messages, message)
		q.changed.Broadcast()
	}
}

// end keeps the first error; io.EOF is a good end.
func (q *queue) end(err error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.err == nil {
		q.err = err
		q.changed.Broadcast()
	}
}

// take waits for a message, or for the end behind the last one.
func (q *queue) take() (string, error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.messages) == 0 && q.err == nil {
		q.changed.Wait()
	}
	if len(q.messages) == 0 {
		return "", q.err
	}
	message := q.messages[0]
	q.messages = q.messages[1:]
	return message, nil
}
