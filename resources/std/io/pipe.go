package io

// A pipe hands slices of a writer's data to readers; lock and turn are channels of one token used as mutexes.
type pipe struct {
	turn  chan struct{} // held by the writer whose data is on offer
	data  chan []byte
	taken chan int
	lock  chan struct{} // guards the rest
	done  chan struct{}
	ended bool
	rerr  error
	werr  error
}

func (p *pipe) end(slot *error, err error) {
	p.lock <- struct{}{}
	if *slot == nil {
		*slot = err
	}
	if !p.ended {
		p.ended = true
		close(p.done)
	}
	<-p.lock
}

func (p *pipe) load(slot *error) error {
	p.lock <- struct{}{}
	err := *slot
	<-p.lock
	return err
}

func (p *pipe) readError() error {
	rerr := p.load(&p.rerr)
	if werr := p.load(&p.werr); rerr == nil && werr != nil {
		return werr
	}
	return ErrClosedPipe
}

func (p *pipe) writeError() error {
	werr := p.load(&p.werr)
	if rerr := p.load(&p.rerr); werr == nil && rerr != nil {
		return rerr
	}
	return ErrClosedPipe
}

func (p *pipe) isDone() bool {
	select {
	case <-p.done:
		return true
	default:
		return false
	}
}

func (p *pipe) read(b []byte) (int, error) {
	if p.isDone() {
		return 0, p.readError()
	}
	select {
	case offered := <-p.data:
		n := copy(b, offered)
		p.taken <- n
		return n, nil
	case <-p.done:
		return 0, p.readError()
	}
}

func (p *pipe) write(b []byte) (n int, err error) {
	if p.isDone() {
		return 0, p.writeError()
	}
	p.turn <- struct{}{}
	defer func() { <-p.turn }()
	for first := true; first || len(b) > 0; first = false {
		select {
		case p.data <- b:
			took := <-p.taken
			b = b[took:]
			n += took
		case <-p.done:
			return n, p.writeError()
		}
	}
	return n, nil
}

// A PipeReader is the reading half of a pipe.
type PipeReader struct{ pipe *pipe }

func (r *PipeReader) Read(data []byte) (n int, err error) { return r.pipe.read(data) }
func (r *PipeReader) Close() error                        { return r.CloseWithError(nil) }
func (r *PipeReader) CloseWithError(err error) error {
	if err == nil {
		err = ErrClosedPipe
	}
	r.pipe.end(&r.pipe.rerr, err)
	return nil
}

// A PipeWriter is the writing half of a pipe.
type PipeWriter struct{ pipe *pipe }

func (w *PipeWriter) Write(data []byte) (n int, err error) { return w.pipe.write(data) }
func (w *PipeWriter) Close() error                         { return w.CloseWithError(nil) }
func (w *PipeWriter) CloseWithError(err error) error {
	if err == nil {
		err = EOF
	}
	w.pipe.end(&w.pipe.werr, err)
	return nil
}

// Pipe connects a reader to a writer, without a buffer between them.
func Pipe() (*PipeReader, *PipeWriter) {
	p := &pipe{
		turn:  make(chan struct{}, 1),
		data:  make(chan []byte),
		taken: make(chan int),
		lock:  make(chan struct{}, 1),
		done:  make(chan struct{}),
	}
	return &PipeReader{p}, &PipeWriter{p}
}
