// Package slog writes log lines as a message with attributes. Each line is also an event of the recording, which the
// Observability view and "unwind export --view observability" show.
package slog

import (
	"context"
	"fmt"
	"io"
	"log"
	"strconv"
	"strings"
	"sync"
	"time"

	"unwind/internal/record"
)

// A Level tells how much a line matters.
type Level int

const (
	LevelDebug Level = -4
	LevelInfo  Level = 0
	LevelWarn  Level = 4
	LevelError Level = 8
)

func (l Level) String() string {
	name := func(base string, rest Level) string {
		if rest == 0 {
			return base
		}
		return fmt.Sprintf("%s%+d", base, int(rest))
	}
	switch {
	case l < LevelInfo:
		return name("DEBUG", l-LevelDebug)
	case l < LevelWarn:
		return name("INFO", l-LevelInfo)
	case l < LevelError:
		return name("WARN", l-LevelWarn)
	}
	return name("ERROR", l-LevelError)
}

func (l Level) Level() Level { return l }

// A Leveler has a level, perhaps a changing one.
type Leveler interface {
	Level() Level
}

// A LevelVar is a level that can be changed.
type LevelVar struct {
	mu    sync.Mutex
	level Level
}

func (v *LevelVar) Level() Level {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.level
}

func (v *LevelVar) Set(l Level) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.level = l
}

// Names of what every line has.
const (
	TimeKey    = "time"
	LevelKey   = "level"
	MessageKey = "msg"
	SourceKey  = "source"
)

// An Attr is a name and a value.
type Attr struct {
	Key   string
	Value Value
}

// A Value is anything, or a group of attributes.
type Value struct {
	any   any
	group []Attr
}

func AnyValue(v any) Value       { return Value{any: v} }
func StringValue(v string) Value { return Value{any: v} }
func IntValue(v int) Value       { return Value{any: int64(v)} }
func (v Value) Any() any         { return v.any }
func (v Value) Group() []Attr    { return v.group }
func (v Value) String() string   { return text(v.any) }

func String(key, value string) Attr                 { return Attr{key, Value{any: value}} }
func Int(key string, value int) Attr                { return Attr{key, Value{any: int64(value)}} }
func Int64(key string, value int64) Attr            { return Attr{key, Value{any: value}} }
func Bool(key string, value bool) Attr              { return Attr{key, Value{any: value}} }
func Float64(key string, value float64) Attr        { return Attr{key, Value{any: value}} }
func Duration(key string, value time.Duration) Attr { return Attr{key, Value{any: value}} }
func Time(key string, value time.Time) Attr         { return Attr{key, Value{any: value}} }
func Any(key string, value any) Attr                { return Attr{key, Value{any: value}} }

// Group makes attributes one, as an object in JSON.
func Group(key string, args ...any) Attr { return Attr{key, Value{group: attrsOf(args)}} }

func (a Attr) Equal(b Attr) bool {
	return a.Key == b.Key && a.Value.any == b.Value.any && len(a.Value.group)+len(b.Value.group) == 0
}
func (a Attr) String() string { return a.Key + "=" + a.Value.String() }

// text is a value as TextHandler writes it, without quotes.
func text(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case time.Time:
		return v.Format("2006-01-02T15:04:05.000Z07:00")
	case error:
		return v.Error()
	case fmt.Stringer:
		return v.String()
	}
	return fmt.Sprintf("%+v", v)
}

// json is a value as JSONHandler writes it.
func json(v Value) string {
	if v.group != nil {
		return record.Object(recorded(v.group))
	}
	switch v := v.any.(type) {
	case nil:
		return "null"
	case bool, int, int64, int32, uint, uint64, uint32:
		return fmt.Sprint(v)
	case float64:
		return strconv.FormatFloat(v, 'g', -1, 64)
	case time.Duration:
		return strconv.FormatInt(int64(v), 10)
	case time.Time:
		return record.Quote(v.Format(time.RFC3339Nano))
	}
	return record.Quote(text(v.any))
}

func recorded(attrs []Attr) []record.Attribute {
	list := make([]record.Attribute, len(attrs))
	for i, a := range attrs {
		list[i] = record.Attribute{Key: a.Key, JSON: json(a.Value)}
	}
	return list
}

const badKey = "!BADKEY"

// attrsOf reads names and values in turn, or attributes.
func attrsOf(args []any) []Attr {
	attrs := []Attr{}
	for len(args) > 0 {
		switch key := args[0].(type) {
		case Attr:
			attrs, args = append(attrs, key), args[1:]
		case string:
			if len(args) == 1 {
				return append(attrs, String(badKey, key))
			}
			attrs, args = append(attrs, anyAttr(key, args[1])), args[2:]
		default:
			attrs, args = append(attrs, Any(badKey, key)), args[1:]
		}
	}
	return attrs
}

func anyAttr(key string, v any) Attr {
	if value, ok := v.(Value); ok {
		return Attr{key, value}
	}
	return Any(key, v)
}

// A Record is one line.
type Record struct {
	Time    time.Time
	Message string
	Level   Level
	attrs   []Attr
}

func NewRecord(t time.Time, level Level, msg string, pc uintptr) Record {
	return Record{Time: t, Message: msg, Level: level}
}

func (r *Record) AddAttrs(attrs ...Attr) { r.attrs = append(r.attrs, attrs...) }
func (r *Record) Add(args ...any)        { r.attrs = append(r.attrs, attrsOf(args)...) }
func (r Record) NumAttrs() int           { return len(r.attrs) }

func (r Record) Attrs(f func(Attr) bool) {
	for _, a := range r.attrs {
		if !f(a) {
			return
		}
	}
}

// A Handler writes lines.
type Handler interface {
	Enabled(context.Context, Level) bool
	Handle(context.Context, Record) error
	WithAttrs(attrs []Attr) Handler
	WithGroup(name string) Handler
}

// A Logger makes lines for its handler.
type Logger struct {
	handler Handler
	attrs   []Attr // for the recording; the handler has them too
}

func New(h Handler) *Logger {
	if h == nil {
		panic("nil Handler")
	}
	return &Logger{handler: h}
}

func (l *Logger) Handler() Handler { return l.handler }

func (l *Logger) With(args ...any) *Logger {
	attrs := attrsOf(args)
	if len(attrs) == 0 {
		return l
	}
	return &Logger{l.handler.WithAttrs(attrs), append(l.attrs[:len(l.attrs):len(l.attrs)], attrs...)}
}

func (l *Logger) WithGroup(name string) *Logger {
	if name == "" {
		return l
	}
	return &Logger{l.handler.WithGroup(name), l.attrs}
}

func (l *Logger) Enabled(ctx context.Context, level Level) bool { return l.handler.Enabled(ctx, level) }

func (l *Logger) LogAttrs(ctx context.Context, level Level, msg string, attrs ...Attr) {
	if !l.handler.Enabled(ctx, level) {
		return
	}
	r := Record{Time: time.Now(), Message: msg, Level: level, attrs: attrs}
	all := append([]Attr{String(LevelKey, level.String())}, l.attrs...)
	record.Put(record.Log, msg, recorded(append(all, attrs...)), int(level))
	l.handler.Handle(ctx, r)
}

func (l *Logger) Log(ctx context.Context, level Level, msg string, args ...any) {
	if l.handler.Enabled(ctx, level) {
		l.LogAttrs(ctx, level, msg, attrsOf(args)...)
	}
}

func (l *Logger) Debug(msg string, args ...any) {
	l.Log(context.Background(), LevelDebug, msg, args...)
}
func (l *Logger) Info(msg string, args ...any) { l.Log(context.Background(), LevelInfo, msg, args...) }
func (l *Logger) Warn(msg string, args ...any) { l.Log(context.Background(), LevelWarn, msg, args...) }
func (l *Logger) Error(msg string, args ...any) {
	l.Log(context.Background(), LevelError, msg, args...)
}

func (l *Logger) DebugContext(ctx context.Context, msg string, args ...any) {
	l.Log(ctx, LevelDebug, msg, args...)
}

func (l *Logger) InfoContext(ctx context.Context, msg string, args ...any) {
	l.Log(ctx, LevelInfo, msg, args...)
}

func (l *Logger) WarnContext(ctx context.Context, msg string, args ...any) {
	l.Log(ctx, LevelWarn, msg, args...)
}

func (l *Logger) ErrorContext(ctx context.Context, msg string, args ...any) {
	l.Log(ctx, LevelError, msg, args...)
}

var standard = New(&lineHandler{toLog: true})

func Default() *Logger     { return standard }
func SetDefault(l *Logger) { standard = l }

func With(args ...any) *Logger      { return standard.With(args...) }
func Debug(msg string, args ...any) { standard.Debug(msg, args...) }
func Info(msg string, args ...any)  { standard.Info(msg, args...) }
func Warn(msg string, args ...any)  { standard.Warn(msg, args...) }
func Error(msg string, args ...any) { standard.Error(msg, args...) }

func DebugContext(ctx context.Context, msg string, args ...any) {
	standard.DebugContext(ctx, msg, args...)
}
func InfoContext(ctx context.Context, msg string, args ...any) {
	standard.InfoContext(ctx, msg, args...)
}
func WarnContext(ctx context.Context, msg string, args ...any) {
	standard.WarnContext(ctx, msg, args...)
}
func ErrorContext(ctx context.Context, msg string, args ...any) {
	standard.ErrorContext(ctx, msg, args...)
}

func Log(ctx context.Context, level Level, msg string, args ...any) {
	standard.Log(ctx, level, msg, args...)
}

func LogAttrs(ctx context.Context, level Level, msg string, attrs ...Attr) {
	standard.LogAttrs(ctx, level, msg, attrs...)
}

// HandlerOptions choose what is written.
type HandlerOptions struct {
	AddSource   bool
	Level       Leveler
	ReplaceAttr func(groups []string, a Attr) Attr
}

// A lineHandler writes text, JSON, or lines of package log.
type lineHandler struct {
	mu     *sync.Mutex
	w      io.Writer
	isJSON bool
	toLog  bool
	opts   HandlerOptions
	attrs  []Attr   // nested in the groups that were open when they came
	groups []string // open ones
}

// A TextHandler writes name=value, a JSONHandler objects.
type (
	TextHandler struct{ lineHandler }
	JSONHandler struct{ lineHandler }
)

func NewTextHandler(w io.Writer, opts *HandlerOptions) *TextHandler {
	return &TextHandler{newLineHandler(w, opts, false)}
}

func NewJSONHandler(w io.Writer, opts *HandlerOptions) *JSONHandler {
	return &JSONHandler{newLineHandler(w, opts, true)}
}

func newLineHandler(w io.Writer, opts *HandlerOptions, isJSON bool) lineHandler {
	if opts == nil {
		opts = &HandlerOptions{}
	}
	return lineHandler{mu: new(sync.Mutex), w: w, isJSON: isJSON, opts: *opts}
}

func (h *lineHandler) Enabled(_ context.Context, level Level) bool {
	least := LevelInfo
	if h.opts.Level != nil {
		least = h.opts.Level.Level()
	}
	return level >= least
}

func (h *lineHandler) WithAttrs(attrs []Attr) Handler {
	with := *h
	with.attrs = nest(h.attrs, h.groups, attrs)
	return &with
}

func (h *lineHandler) WithGroup(name string) Handler {
	with := *h
	with.groups = append(h.groups[:len(h.groups):len(h.groups)], name)
	return &with
}

// nest adds attributes inside groups.
func nest(all []Attr, groups []string, attrs []Attr) []Attr {
	all = all[:len(all):len(all)]
	if len(groups) == 0 {
		return append(all, attrs...)
	}
	if len(attrs) == 0 {
		return all
	}
	if n := len(all) - 1; n >= 0 && all[n].Key == groups[0] && all[n].Value.group != nil {
		inside := nest(all[n].Value.group, groups[1:], attrs)
		return append(append([]Attr(nil), all[:n]...), Attr{groups[0], Value{group: inside}})
	}
	return append(all, Attr{groups[0], Value{group: nest(nil, groups[1:], attrs)}})
}

func (h *lineHandler) Handle(_ context.Context, r Record) error {
	attrs := nest(h.attrs, h.groups, r.attrs)
	if h.toLog {
		line := r.Level.String() + " " + r.Message
		if rest := h.textLine(attrs, ""); rest != "" {
			line += " " + rest
		}
		return log.Output(4, line)
	}
	var head []Attr
	if !r.Time.IsZero() {
		head = append(head, Time(TimeKey, r.Time))
	}
	head = append(head, Any(LevelKey, r.Level), String(MessageKey, r.Message))
	attrs = h.replace(append(head, attrs...), nil)
	line := ""
	if h.isJSON {
		line = record.Object(recorded(attrs))
	} else {
		line = h.textLine(attrs, "")
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	_, err := io.WriteString(h.w, line+"\n")
	return err
}

// replace asks ReplaceAttr about each attribute; those without a name are left out.
func (h *lineHandler) replace(attrs []Attr, groups []string) []Attr {
	kept := attrs[:0:0]
	for _, a := range attrs {
		if a.Value.group != nil {
			a.Value.group = h.replace(a.Value.group, append(groups[:len(groups):len(groups)], a.Key))
		} else if h.opts.ReplaceAttr != nil {
			a = h.opts.ReplaceAttr(groups, a)
		}
		if a.Key != "" || a.Value.any != nil || len(a.Value.group) > 0 {
			kept = append(kept, a)
		}
	}
	return kept
}

func (h *lineHandler) textLine(attrs []Attr, prefix string) string {
	var words []string
	for _, a := range attrs {
		if a.Value.group != nil {
			if inside := h.textLine(a.Value.group, prefix+a.Key+"."); inside != "" {
				words = append(words, inside)
			}
			continue
		}
		words = append(words, quoted(prefix+a.Key)+"="+quoted(text(a.Value.any)))
	}
	return strings.Join(words, " ")
}

// quoted puts quotes round what has spaces, quotes, equal signs or nothing in it.
func quoted(s string) string {
	if s == "" || strings.ContainsAny(s, " \"=\n\t\r") {
		return strconv.Quote(s)
	}
	return s
}
