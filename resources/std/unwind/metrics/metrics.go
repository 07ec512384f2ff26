// Package metrics counts things by labels. Each count is an event of the recording; the Observability view and
// "unwind export --view observability" show them.
package metrics

import (
	"fmt"
	"io"
	"sort"
	"sync"

	"unwind/internal/record"
)

// A CounterVec is counters of one name, told apart by the values of its labels.
type CounterVec struct {
	name   string
	labels []string
	mu     sync.Mutex
	series map[string]*Counter
}

// A Counter only grows.
type Counter struct {
	vec        *CounterVec
	attributes []record.Attribute
	key        string // {reason="timeout"}
	count      int
}

var registry struct {
	sync.Mutex
	vecs []*CounterVec
}

// NewCounterVec makes counters with these labels.
func NewCounterVec(name string, labels ...string) *CounterVec {
	v := &CounterVec{name: name, labels: labels, series: map[string]*Counter{}}
	registry.Lock()
	defer registry.Unlock()
	registry.vecs = append(registry.vecs, v)
	return v
}

// NewCounter makes one without labels.
func NewCounter(name string) *Counter { return NewCounterVec(name).With() }

// With is the counter whose labels have these values, in the order of the labels.
func (v *CounterVec) With(values ...string) *Counter {
	if len(values) != len(v.labels) {
		panic(fmt.Sprintf("metrics: %s has %d labels, not %d", v.name, len(v.labels), len(values)))
	}
	key := ""
	attributes := make([]record.Attribute, len(values))
	for i, value := range values {
		if i > 0 {
			key += ","
		}
		key += v.labels[i] + "=" + record.Quote(value)
		attributes[i] = record.Text(v.labels[i], value)
	}
	if key != "" {
		key = "{" + key + "}"
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	c := v.series[key]
	if c == nil {
		c = &Counter{vec: v, attributes: attributes, key: key}
		v.series[key] = c
	}
	return c
}

func (c *Counter) Inc() { c.Add(1) }

// Add counts n, which is not negative.
func (c *Counter) Add(n int) {
	if n < 0 {
		panic("metrics: a counter can not decrease")
	}
	c.vec.mu.Lock()
	c.count += n
	c.vec.mu.Unlock()
	record.Put(record.Count, c.vec.name, c.attributes, n)
}

func (c *Counter) Value() int {
	c.vec.mu.Lock()
	defer c.vec.mu.Unlock()
	return c.count
}

// WriteText writes all counters in the text format of Prometheus, sorted.
func WriteText(w io.Writer) {
	registry.Lock()
	vecs := append([]*CounterVec(nil), registry.vecs...)
	registry.Unlock()
	sort.Slice(vecs, func(i, j int) bool { return vecs[i].name < vecs[j].name })
	for _, v := range vecs {
		fmt.Fprintf(w, "# TYPE %s counter\n", v.name)
		v.mu.Lock()
		keys := make([]string, 0, len(v.series))
		for key := range v.series {
			keys = append(keys, key)
		}
		sort.Strings(keys)
		for _, key := range keys {
			fmt.Fprintf(w, "%s%s %d\n", v.name, key, v.series[key].count)
		}
		v.mu.Unlock()
	}
}
