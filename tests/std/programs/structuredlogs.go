// log/slog: text and JSON lines, levels, groups.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"log/slog"
	"os"
	"time"
)

func withoutTime(groups []string, a slog.Attr) slog.Attr {
	if a.Key == slog.TimeKey && len(groups) == 0 {
		return slog.Attr{}
	}
	return a
}

func use(l *slog.Logger) {
	l.Info("plain")
	l.Info("with values", "n", 7, "s", "two words", "b", true, "d", 1500*time.Millisecond, "f", 2.5, "e", errors.New("broke"), "nil", nil)
	l.Debug("hidden")
	l.Warn("quotes", "q", `say "hi"`, "empty", "", "eq", "a=b")
	l.Error("attrs", slog.String("k", "v"), slog.Int("n", -1), slog.Group("g", "x", 1, "y", "z"))
	l.Info("odd", "key")
	l.Info("bad", 1, "k", "v")
	w := l.With("app", "demo")
	w.Info("with")
	g := w.WithGroup("req")
	g.Info("grouped", "id", 9)
	g.With("user", "u1").Info("deeper", "id", 10)
	l.Log(context.Background(), slog.LevelInfo+2, "between")
	l.LogAttrs(context.Background(), slog.LevelError, "plain attrs", slog.Any("list", []int{1, 2}))
}

func main() {
	opts := &slog.HandlerOptions{ReplaceAttr: withoutTime}
	use(slog.New(slog.NewTextHandler(os.Stdout, opts)))
	opts.Level = slog.LevelWarn
	text := slog.New(slog.NewTextHandler(os.Stdout, opts))
	text.Info("hidden")
	text.Warn("shown")
	fmt.Println(text.Enabled(context.Background(), slog.LevelInfo))
	json := slog.New(slog.NewJSONHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: withoutTime}))
	json.Info("plain")
	json.Info("values", "n", 7, "s", "a \"b\"\n", "b", true, "d", time.Second, "f", 2.5, "e", errors.New("broke"), "nil", nil)
	json.With("app", "demo").WithGroup("req").Error("grouped", "id", 9, slog.Group("g", "x", 1))
	log.SetFlags(0)
	log.SetOutput(os.Stdout)
	slog.Info("by package log", "n", 1)
	slog.Warn("warned", slog.Group("g", "x", 1))
	slog.SetDefault(json)
	slog.Info("default is JSON now")
}
