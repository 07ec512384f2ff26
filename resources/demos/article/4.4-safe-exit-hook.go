// §4.4 SafeExit: an exit that is seen
// Claim: a hook before Goexit writes a structured log line, counts the exit by its reason and ends the span; a bare Goexit is not seen.
// Look at: the Observability panel, or unwind export --view observability: four goroutines exit, three are counted.
//unwind:profile article-1.25

package main

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"runtime"

	"unwind/metrics"
	"unwind/trace"
)

var exits = metrics.NewCounterVec("goroutine_exits_total", "reason")

// goexitHook reports an exit before it happens.
var goexitHook = func(ctx context.Context, reason string) {
	slog.Info("goroutine exits", "reason", reason)
	exits.With(reason).Inc()
	if span := trace.FromContext(ctx); span != nil {
		span.Set(trace.String("reason", reason))
		span.End()
	}
}

// SafeExit stands for runtime.Goexit everywhere.
func SafeExit(ctx context.Context, reason string) {
	if goexitHook != nil {
		goexitHook(ctx, reason)
	}
	runtime.Goexit()
}

// run waits for a goroutine, whichever way it exits.
func run(name string, body func(ctx context.Context)) {
	ended := make(chan bool)
	go func() {
		defer close(ended)
		ctx, _ := trace.Start(context.Background(), name)
		body(ctx)
	}()
	<-ended
}

func main() {
	slog.SetDefault(slog.New(slog.NewJSONHandler(os.Stdout, &slog.HandlerOptions{
		ReplaceAttr: func(groups []string, a slog.Attr) slog.Attr {
			if a.Key == slog.TimeKey {
				return slog.Attr{}
			}
			return a
		},
	})))
	run("first", func(ctx context.Context) { SafeExit(ctx, "cleanup") })
	run("second", func(ctx context.Context) { SafeExit(ctx, "timeout") })
	run("third", func(ctx context.Context) {
		defer SafeExit(ctx, "cleanup")
		fmt.Println("the third leaves by a deferred call")
	})
	run("fourth", func(ctx context.Context) { runtime.Goexit() })
	metrics.WriteText(os.Stdout)
}
