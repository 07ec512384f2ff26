// §5 Simulation: a tool chain's compatibility
// Claim: Terraform's provider passes at its new version, Argo CD is not yet tested, the OpenTelemetry Collector fails.
// Look at: a check that returns, one that leaves by Goexit and one that panics; one deferred function tells them apart.
//unwind:profile go1.25

package main

import (
	"fmt"
	"runtime"
)

// A tool is one row of the matrix.
type tool struct {
	name, from, to string
	check          func()
	blocks         string
}

// skip leaves a check that can not be made yet.
func skip() { runtime.Goexit() }

// provider reads the resource's fields under their new names.
func provider() {
	renamed := map[string]string{"action": "action", "rules": "rule", "selector": "selector"}
	for _, field := range []string{"action", "rules", "selector"} {
		if renamed[field] == "" {
			panic("field " + field + " has no successor")
		}
	}
}

// hooks would have to be run by a chart that does not exist yet.
func hooks() { skip() }

// spanKinds reads a span of the newer protocol.
func spanKinds() {
	kinds := []string{"unspecified", "internal", "server", "client", "producer", "consumer"}
	kind := 6
	fmt.Sprint(kinds[kind])
}

// run makes a check in a goroutine of its own and tells how it ended.
func run(check func()) string {
	result := make(chan string)
	go func() {
		returned := false
		defer func() {
			switch fault := recover(); {
			case fault != nil:
				result <- fmt.Sprint("fails: ", fault)
			case returned:
				result <- "passes"
			default:
				result <- "not tested"
			}
		}()
		check()
		returned = true
	}()
	return <-result
}

func main() {
	matrix := []tool{
		{"Terraform provider", "1.18.2", "2.0.0", provider, "fields of istio_authorization_policy renamed"},
		{"Argo CD", "2.8.5", "2.9.0", hooks, "order of Helm chart hooks"},
		{"OTel Collector", "0.92.0", "0.95.0", spanKinds, "more values of SpanKind in OTLP 1.0.0"},
	}
	for _, t := range matrix {
		fmt.Printf("%-18s %s -> %s  %s\n%21s(%s)\n", t.name, t.from, t.to, run(t.check), "", t.blocks)
	}
}
