// Ending a test from a goroutine that does not run it.
package main

import "testing"

func TestLiteral(t *testing.T) {
	done := make(chan bool)
	go func() {
		defer close(done)
		if done != nil {
			t.Fatal("no") // want "call to \(\*testing\.T\)\.Fatal from a non-test goroutine"
		}
		func() {
			t.SkipNow() // want "call to \(\*testing\.T\)\.SkipNow from a non-test goroutine"
		}()
		t.Error("right")
	}()
	<-done
}

func fails(t *testing.T) {
	t.FailNow()
}

func TestNamed(t *testing.T) {
	go fails(t) // want "call to \(\*testing\.T\)\.FailNow from a non-test goroutine \(fails calls \(\*testing\.T\)\.FailNow\)"
}

func TestInOrder(t *testing.T) {
	fails(t)
	defer func() {
		t.Fatalf("right: %v", recover())
	}()
}

// A subtest has a t of its own, wherever it is started.
func TestSubtests(t *testing.T) {
	go func() {
		t.Run("sub", func(t *testing.T) {
			t.Fatal("right")
		})
	}()
}

func main() {
	testing.Main(func(pat, str string) (bool, error) { return true, nil }, []testing.InternalTest{
		{"TestLiteral", TestLiteral}, {"TestNamed", TestNamed}, {"TestInOrder", TestInOrder}, {"TestSubtests", TestSubtests},
	}, nil, nil)
}
