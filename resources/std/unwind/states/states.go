// Package states names the states that a part of the program goes through. Each entrance is an event of the recording; the
// States view draws them as a diagram, and "unwind export --view states --machine NAME" makes a picture of it.
package states

import (
	"strconv"
	"sync"

	"unwind/internal/record"
)

// Most is how many different states a Machine may have: more would be no diagram.
const Most = 24

// A Machine is one part of the program. Its states are those that it entered.
type Machine struct {
	mu      sync.Mutex
	name    string
	current string
	seen    map[string]bool
}

var names struct {
	sync.Mutex
	used map[string]int
}

// New makes a machine in no state yet. A second one of the same name is called "name#2".
func New(name string) *Machine {
	names.Lock()
	defer names.Unlock()
	if names.used == nil {
		names.used = map[string]int{}
	}
	names.used[name]++
	if n := names.used[name]; n > 1 {
		name += "#" + strconv.Itoa(n)
	}
	return &Machine{name: name, seen: map[string]bool{}}
}

// Enter says that the machine is in a state from now on, and why; the cause may be empty.
func (m *Machine) Enter(state, cause string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if !m.seen[state] && len(m.seen) == Most {
		panic("states: " + m.name + " has " + strconv.Itoa(Most) + " states already; " + strconv.Quote(state) + " would be one too many")
	}
	m.seen[state] = true
	m.current = state
	record.Put(record.State, m.name, []record.Attribute{record.Text("state", state), record.Text("cause", cause)}, 0)
}

// State is the state entered last, or empty.
func (m *Machine) State() string {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.current
}
