// Package trace measures pieces of work as spans, which form trees. Begin and end of each span are events of the recording; the
// Observability view and "unwind export --view observability" show them.
package trace

import (
	"context"
	"sync"

	"unwind/internal/record"
)

// An Attr is something to know about a span.
type Attr struct {
	attribute record.Attribute
}

func String(key, value string) Attr  { return Attr{record.Text(key, value)} }
func Int(key string, value int) Attr { return Attr{record.Int(key, int64(value))} }

// A Span is one piece of work.
type Span struct {
	mu         sync.Mutex
	name       string
	trace      int // number of the tree's first span
	number     int
	attributes []record.Attribute
	ended      bool
}

type key struct{}

var numbers struct {
	sync.Mutex
	last int
}

// Start begins a span below the one in ctx, or a tree of its own. The returned context leads to it.
func Start(ctx context.Context, name string, attrs ...Attr) (context.Context, *Span) {
	numbers.Lock()
	numbers.last++
	s := &Span{name: name, number: numbers.last, trace: numbers.last}
	numbers.Unlock()
	place := []record.Attribute{}
	if parent := FromContext(ctx); parent != nil {
		s.trace = parent.trace
		place = append(place, record.Int("parent", int64(parent.number)))
	}
	place = append(place, record.Int("trace", int64(s.trace)))
	record.Put(record.SpanBegin, name, place, s.number)
	s.Set(attrs...)
	return context.WithValue(ctx, key{}, s), s
}

// FromContext is the span that ctx leads to, or nil.
func FromContext(ctx context.Context) *Span {
	s, _ := ctx.Value(key{}).(*Span)
	return s
}

// Set adds attributes, or replaces those of the same names.
func (s *Span) Set(attrs ...Attr) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, a := range attrs {
		s.set(a.attribute)
	}
}

func (s *Span) set(attribute record.Attribute) {
	for i := range s.attributes {
		if s.attributes[i].Key == attribute.Key {
			s.attributes[i] = attribute
			return
		}
	}
	s.attributes = append(s.attributes, attribute)
}

// RecordError marks the span as failed.
func (s *Span) RecordError(err error) {
	if err != nil {
		s.Set(String("error", err.Error()))
	}
}

// End ends the span, once.
func (s *Span) End() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.ended {
		s.ended = true
		record.Put(record.SpanEnd, s.name, s.attributes, s.number)
	}
}
