// Tests that pass, fail, are skipped, clean up, have subtests and helpers. Nothing that takes time: reports name durations.
package main

import (
	"fmt"
	"testing"
)

func TestGood(t *testing.T) {
	t.Log("not shown")
}

func mustBe(t testing.TB, got, want int) {
	t.Helper()
	if got != want {
		t.Errorf("got %d,\nwant %d", got, want)
	}
}

func TestBad(t *testing.T) {
	t.Cleanup(func() { fmt.Println("cleanup, last in first out") })
	t.Cleanup(func() { fmt.Println("cleanup") })
	defer fmt.Println("deferred")
	fmt.Println(t.Run("inner test", func(t *testing.T) {
		fmt.Println(t.Name())
		mustBe(t, 1, 2)
		t.Fatalf("no %d", 1)
	}))
	t.Run("inner test", func(t *testing.T) {
		fmt.Println(t.Name())
		t.Run("deeper", func(t *testing.T) { t.Error("deep") })
		t.Run("", func(t *testing.T) { fmt.Println(t.Name()) })
	})
	fmt.Println(t.Run("skipped", func(t *testing.T) {
		t.Skip("later")
	}))
	t.Error("outer", 2)
	fmt.Println("failed:", t.Failed(), t.Name(), t.Skipped())
}

func TestOther(t *testing.T) {
	done := make(chan bool)
	go func() {
		defer close(done)
		t.Fatal("from another goroutine")
	}()
	<-done
	fmt.Println("the test goes on", t.Failed())
}

func TestRecovers(t *testing.T) {
	defer func() { fmt.Println("recovered", recover()) }()
	panic("x")
}

func main() {
	testing.Main(func(pat, str string) (bool, error) { return true, nil }, []testing.InternalTest{
		{"TestGood", TestGood}, {"TestBad", TestBad}, {"TestOther", TestOther}, {"TestRecovers", TestRecovers},
	}, nil, nil)
}
