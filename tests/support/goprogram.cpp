#include "support/goprogram.h"

#include <fmt/format.h>

#include <iterator>
#include <random>
#include <string_view>

namespace unwind::test {
namespace {

/// What every program has: tasks with their own lines and fuel, types whose methods recover, values to panic with.
constexpr std::string_view kPrelude = R"go(package main

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"strconv"
	"sync"
)

type task struct {
	name  string
	fuel  int
	lines []string
}

func (t *task) say(words ...any) {
	line := t.name
	for _, w := range words {
		line += " " + text(w)
	}
	t.lines = append(t.lines, line)
}

func (t *task) spent() bool {
	t.fuel--
	return t.fuel < 0
}

func (t *task) child(name string) *task {
	c := &task{name: t.name + "." + name, fuel: t.fuel / 2}
	t.fuel -= c.fuel
	return c
}

func (t *task) take(children ...*task) {
	for _, c := range children {
		t.lines = append(t.lines, c.lines...)
	}
}

var printing sync.Mutex

func (t *task) flush() {
	printing.Lock()
	defer printing.Unlock()
	for _, line := range t.lines {
		os.Stdout.WriteString(line + "\n")
	}
	t.lines = nil
}

type fault struct{ code int }

func (f *fault) Error() string { return "fault " + strconv.Itoa(f.code) }

type code int
type label string
type shade struct{ depth int }

func (s shade) String() string { return "shade " + strconv.Itoa(s.depth) }

var errPlain = errors.New("plain error")

func text(value any) string {
	switch v := value.(type) {
	case nil:
		return "nil"
	case string:
		return v
	case int:
		return strconv.Itoa(v)
	case runtime.Error:
		return "<" + v.Error() + ">"
	case error:
		return "(" + v.Error() + ")"
	}
	return fmt.Sprint(value)
}

type ender interface{ end(n int) }
type byValue struct{ t *task }
type byPointer struct {
	t     *task
	count int
}
type embedded struct {
	byValue
	extra int
}

func (v byValue) end(n int)    { v.t.say("by value", n, recover()) }
func (p *byPointer) end(n int) { p.count += n; p.t.say("by pointer", p.count, recover()) }

func catch(t *task, n int)        { t.say("catch", n, recover()) }
func lookIn(t *task, n int)       { t.say("look in", n, inner()) }
func inner() any                  { return recover() }
func twice(t *task)               { t.say("twice", recover(), recover()) }
func mark(t *task, n int, s string) { t.say("mark", n, s) }
func again(t *task) {
	if r := recover(); r != nil {
		t.say("again", r)
		panic(r)
	}
}
func wrap(t *task, n int) {
	if r := recover(); r != nil {
		panic(fmt.Errorf("wrapped %d: %v", n, r))
	}
}

// attempt runs body so that a panic ends here.
func attempt(t *task, name string, body func()) {
	defer func() {
		if r := recover(); r != nil {
			t.say(name, "panicked:", r)
		}
	}()
	body()
	t.say(name, "returned")
}
)go";

class Generator {
public:
    Generator(uint64_t seed, unsigned scale) : m_random(seed * 2654435761u + 17), m_scale(scale) {}
    std::string program();

private:
    unsigned pick(unsigned n) { return unsigned(m_random() % n); }
    template <size_t N>
    std::string_view oneOf(const std::string_view (&list)[N]) {
        return list[pick(N)];
    }
    template <class... Args>
    void line(fmt::format_string<Args...> format, Args&&... args) {
        m_text.append(m_indent, '\t');
        fmt::format_to(std::back_inserter(m_text), format, std::forward<Args>(args)...);
        m_text += '\n';
    }
    void open(std::string_view text) { line("{}", text), ++m_indent; }
    void close(std::string_view text = "}") { --m_indent, line("{}", text); }
    int mark() { return ++m_mark; }

    std::string value();
    std::string call();
    void function();
    void body(unsigned most);
    void statement();
    void nested();
    void fail();
    void deferred();
    void deferredClosure();
    void deferredBuiltin();
    void meeting();
    void worker(std::string_view task);
    void join();
    void counter();
    void pipeline();
    void choice();
    void pool();
    void ending();

    std::mt19937_64 m_random;
    unsigned m_scale;
    std::string m_text;
    size_t m_indent = 0;
    int m_mark = 0;
    unsigned m_function = 0, m_functions = 0; ///< the one being written, how many there are
    int m_depth = 0;                          ///< of blocks
};

std::string Generator::value() {
    switch (pick(10)) {
    case 0: return fmt::format("errors.New(\"error {}\")", mark());
    case 1: return fmt::format("&fault{{{}}}", mark());
    case 2: return fmt::format("code({})", mark());
    case 3: return fmt::format("label(\"label {}\")", mark());
    case 4: return fmt::format("shade{{{}}}", mark());
    case 5: return fmt::format("{}", mark());
    case 6: return "errPlain";
    case 7: return fmt::format("fmt.Errorf(\"outer {}: %w\", errPlain)", mark());
    default: return fmt::format("\"panic {}\"", mark());
    }
}

/// A call of a function with a larger number, or of something harmless in the last one.
std::string Generator::call() {
    if (m_function + 1 >= m_functions) return "len(t.lines)*0";
    return fmt::format("f{}(t, n+{})", m_function + 1 + pick(m_functions - m_function - 1), pick(3));
}

/// One of many ways to panic. Operands are variables, so that the compiler can not tell.
void Generator::fail() {
    static constexpr std::string_view kFaults[] = {
        "var m map[string]int; m[\"key\"] = n",
        "list := []int{1, 2}; t.say(list[n+2])",
        "list := []int{1, 2}; t.say(len(list[n+3:]))",
        "list := []int{1, 2}; t.say([4]int(list)[n%4])",
        "var p *fault; t.say(p.code)",
        "var e ender; e.end(n)",
        "var f func(int); f(n)",
        "zero := n - n; t.say(n / zero)",
        "var x any = \"text\"; t.say(x.(int))",
        "var x any; t.say(x.(error))",
        "var x any = n; t.say(x.(ender))",
        "c := make(chan int); close(c); close(c)",
        "c := make(chan int, 1); close(c); c <- n",
        "var c chan int; close(c)",
        "size := -1 - n; t.say(len(make([]int, size)))",
        "m := map[any]int{}; m[[]int{n}] = 1",
        "var a, b any = []int{n}, []int{n}; t.say(a == b)",
        "shift := -1 - n; t.say(1 << shift)",
        "var wg sync.WaitGroup; wg.Done()",
        "panic(nil)",
        "panic(fmt.Sprintf(\"lines %d\\nof text\", n))",
    };
    if (pick(3) == 0) {
        open("if n >= 0 {");
        line("{}", oneOf(kFaults));
        close();
    } else if (pick(3) == 0) {
        line("if n%{} == {} {{", 2 + pick(2), pick(2));
        line("\tpanic({})", value());
        line("}}");
    } else {
        line("panic({})", value());
    }
}

void Generator::deferredBuiltin() {
    switch (pick(6)) {
    case 0: return line("defer recover()");
    case 1: return line("defer panic({})", value());
    case 2:
        line("c{} := make(chan int)", mark());
        return line("defer close(c{})", m_mark);
    case 3:
        line("m{} := map[string]int{{\"a\": n}}", mark());
        return line("defer delete(m{}, \"a\")", m_mark);
    case 4:
        line("var nothing{} func()", mark());
        return line("defer nothing{}()", m_mark);
    default: return line("defer t.say(\"method value\", n, {})", mark());
    }
}

void Generator::deferredClosure() {
    open("defer func() {");
    switch (pick(13)) {
    case 0:
    case 1: line("t.say(\"recovers {}:\", recover())", mark()); break;
    case 2: line("t.say(\"helper {}:\", inner())", mark()); break;
    case 3: line("defer recover()"); break;
    case 4:
        open("defer func() {");
        line("t.say(\"nested {}:\", recover())", mark());
        close("}()");
        break;
    case 5: line("func() {{ t.say(\"called {}:\", recover()) }}()", mark()); break;
    case 6:
        line("if r := recover(); r != nil {{ panic({}) }}", pick(2) ? "r" : value());
        break;
    case 7: line("result += {}; t.say(\"result\", result)", 1 + pick(5)); break;
    case 8: line("if recover() != nil {{ result = {} }}", mark()); break;
    default: body(3); break;
    }
    close("}()");
}

void Generator::deferred() {
    static constexpr std::string_view kNamed[] = {
        "defer catch(t, n)",  "defer lookIn(t, n)", "defer twice(t)", "defer again(t)",
        "defer wrap(t, n)",   "defer byValue{t}.end(n)", "defer (&byPointer{t, n}).end(n)",
        "defer embedded{byValue{t}, n}.end(n)", "defer (*embedded).end(&embedded{byValue{t}, n}, n)",
    };
    switch (pick(10)) {
    case 0:
    case 1:
    case 2: return deferredClosure();
    case 3:
    case 4: return line("{}", oneOf(kNamed));
    case 5: return deferredBuiltin();
    case 6:
        line("for i := range {} {{", 2 + pick(3));
        line("\tdefer mark(t, i*n, \"loop {}\")", mark());
        return line("}}");
    case 7:
        line("for i := 0; i < {}; i++ {{", 2 + pick(2));
        line("\tdefer func() {{ t.say(\"captured {}\", i, recover() != nil) }}()", mark());
        return line("}}");
    case 8:
        line("var e{} ender = {}", mark(), pick(2) ? "byValue{t}" : "&byPointer{t: t}");
        if (pick(2)) return line("defer e{}.end(n)", m_mark);
        line("end{} := e{}.end", m_mark, m_mark);
        return line("defer end{}(n)", m_mark);
    default: return line("defer f{}(t, {})", m_functions - 1, pick(4));
    }
}

/// A block with statements of its own.
void Generator::nested() {
    ++m_depth;
    switch (pick(4)) {
    case 0:
        open(fmt::format("if n%{} == {} {{", 2 + pick(2), pick(2)));
        body(2);
        if (pick(2)) {
            close("} else {"), ++m_indent;
            body(2);
        }
        close();
        break;
    case 1:
        open(fmt::format("for n := range {} {{", 1 + pick(3)));
        line("t.say(\"turn\", n)");
        body(2);
        close();
        break;
    case 2:
        open("func() {");
        body(3);
        close("}()");
        break;
    default:
        open(fmt::format("attempt(t, \"attempt {}\", func() {{", mark()));
        body(3);
        close("})");
        break;
    }
    --m_depth;
}

void Generator::statement() {
    switch (pick(m_depth < 3 ? 26 : 16)) {
    case 0:
    case 1: return line("t.say(\"at {}\", n, result)", mark());
    case 2:
    case 3:
    case 4: return line("result += {}", call());
    case 5:
    case 6:
    case 7:
    case 8: return deferred();
    case 9: return fail();
    case 10: return line("t.say(\"outside {}:\", recover())", mark());
    case 11: return pick(3) ? line("n++") : line("runtime.Goexit()");
    case 12: return line("runtime.Gosched()");
    case 13: return line("if n > {} {{ return }}", 1 + pick(4));
    case 14: return line("defer t.say(\"argument\", n, result)");
    case 15: return line("t.say({})", call());
    case 16:
    case 17: return pick(4) ? line("t.say(\"on\", n)") : meeting();
    default: return nested();
    }
}

void Generator::body(unsigned most) {
    ++m_depth;
    for (unsigned n = 1 + pick(most); n > 0; --n) statement();
    --m_depth;
}

void Generator::function() {
    m_text += '\n';
    open(fmt::format("func f{}(t *task, n int) (result int) {{", m_function));
    line("if t.spent() {{ return n }}");
    line("t.say(\"f{}\", n)", m_function);
    for (unsigned n = 1 + pick(3); n > 0; --n) deferred();
    body(5);
    if (pick(3) == 0) fail();
    line("return result + {}", 1 + pick(9));
    close();
}

/// What a goroutine does on its task, ended by whatever comes.
void Generator::worker(std::string_view task) {
    line("defer func() {{ {}.say(\"ends\", recover()) }}()", task);
    if (pick(3) == 0) line("defer mark({}, n, \"last\")", task);
    if (m_function + 1 < m_functions)
        line("{}.say(f{}({}, n))", task, m_function + 1 + pick(m_functions - m_function - 1), task);
    if (pick(3) == 0) line("runtime.Goexit()");
    line("{}.say(\"returns\")", task);
}

/// Goroutines side by side, joined by a wait group or a channel.
void Generator::join() {
    const int id = mark();
    const unsigned count = 1 + pick(3);
    const bool group = pick(2);
    if (group) line("var wg sync.WaitGroup");
    else line("done := make(chan int{})", pick(2) ? ", 1" : "");
    line("var children []*task");
    open(fmt::format("for i := range {} {{", count));
    line("c := t.child(\"c{}-\" + strconv.Itoa(i))", id);
    line("children = append(children, c)");
    if (group) line("wg.Add(1)");
    open("go func() {");
    line("{}", group ? "defer wg.Done()" : "defer func() { done <- i }()");
    worker("c");
    close("}()");
    close();
    if (group) line("wg.Wait()");
    else line("for range {} {{ <-done }}", count);
    line("t.take(children...)");
}

/// A mutex that many want; some unlock in a deferred call while they panic.
void Generator::counter() {
    const unsigned count = 2 + pick(3), rounds = 1 + pick(3);
    const std::string_view lock = pick(2) ? "sync.Mutex" : "sync.RWMutex";
    line("var mu {}", lock);
    line("var wg sync.WaitGroup");
    line("var once sync.Once");
    line("total, firsts := 0, 0");
    open(fmt::format("for i := range {} {{", count));
    line("wg.Add(1)");
    open("go func() {");
    line("defer wg.Done()");
    line("once.Do(func() {{ firsts++ }})");
    open(fmt::format("for j := range {} {{", rounds));
    open("func() {");
    line("defer func() {{ recover() }}()");
    line("mu.Lock()");
    line("defer mu.Unlock()");
    line("total += i + j");
    if (pick(2)) line("runtime.Gosched()");
    line("if j == {} {{ panic(i) }}", pick(3));
    if (pick(2)) line("if i == {} {{ runtime.Goexit() }}", pick(count));
    close("}()");
    close();
    close("}()");
    close();
    line("wg.Wait()");
    line("t.say(\"total\", total, firsts)");
}

/// A chain of goroutines over channels, closed from the front.
void Generator::pipeline() {
    const unsigned stages = 1 + pick(3), count = 2 + pick(6), buffer = pick(3);
    line("source := make(chan int)");
    open("go func() {");
    line("defer close(source)");
    line("for i := range {} {{ source <- i + n }}", count);
    if (pick(2)) line("runtime.Goexit()");
    close("}()");
    line("var last <-chan int = source");
    open(fmt::format("for stage := range {} {{", stages));
    line("in, out := last, make(chan int, {})", buffer);
    open("go func() {");
    line("defer close(out)");
    line("for v := range in {{ out <- v*2 + stage }}");
    close("}()");
    line("last = out");
    close();
    line("sum := 0");
    line("for v := range last {{ sum = sum*3 + v }}");
    line("t.say(\"pipeline\", sum)");
}

/// Selects: one ready case, none with default, several whose order does not matter, and a stop channel.
void Generator::choice() {
    line("left, right, stop := make(chan int{}), make(chan int), make(chan bool)", pick(2) ? ", 2" : "");
    line("go func() {{ for i := range {} {{ left <- i }}; stop <- true }}()", 1 + pick(4));
    line("go func() {{ defer func() {{ stop <- true }}(); for i := range {} {{ right <- i * 10 }} }}()", 1 + pick(4));
    line("sum := 0");
    open("for stopped := 0; stopped < 2; {");
    open("select {");
    line("case v := <-left:\n\t\tsum += v");
    line("case v := <-right:\n\t\tsum += v");
    line("case <-stop:\n\t\tstopped++");
    close();
    close();
    line("for len(left) > 0 {{ sum += <-left }}");
    open("select {");
    line("case v, ok := <-left:\n\t\tt.say(\"unexpected\", v, ok)");
    line("default:\n\t\tt.say(\"sum\", sum)");
    close();
    if (pick(2)) {
        line("close(right)");
        open("select {");
        line("case v, ok := <-right:\n\t\tt.say(\"closed\", v, ok)");
        line("case {} <- 1:\n\t\tt.say(\"sent on nil\")", "(chan int)(nil)");
        close();
    }
}

/// Workers that panic on some jobs and go on with the next.
void Generator::pool() {
    const unsigned workers = 2 + pick(2), jobs = 3 + pick(6), bad = 2 + pick(2);
    line("jobs, results := make(chan int), make(chan int, {})", pick(4));
    line("var wg sync.WaitGroup");
    open(fmt::format("for range {} {{", workers));
    line("wg.Add(1)");
    open("go func() {");
    line("defer wg.Done()");
    open("for job := range jobs {");
    open("results <- func() (r int) {");
    line("defer func() {{ if recover() != nil {{ r = -job }} }}()");
    line("if job%{} == 0 {{ panic(job) }}", bad);
    line("return job * job");
    close("}()");
    close();
    close("}()");
    close();
    line("go func() {{ defer close(jobs); for i := range {} {{ jobs <- i }} }}()", jobs);
    line("go func() {{ wg.Wait(); close(results) }}()");
    line("sum := 0");
    line("for r := range results {{ sum += r }}");
    line("t.say(\"pool\", sum)");
}

void Generator::meeting() {
    open("{");
    switch (pick(6)) {
    case 0: counter(); break;
    case 1: pipeline(); break;
    case 2: choice(); break;
    case 3: pool(); break;
    default: join(); break;
    }
    close();
}

/// The end of main. Lines are printed before whatever ends the program.
void Generator::ending() {
    const std::string last = fmt::format("f{}(t, n)", pick(m_functions));
    switch (pick(12)) {
    case 0:
    case 1: return line("t.say({})", last);
    case 2:
    case 3:
        line("defer func() {{ {} }}()", last);
        return line("panic({})", value());
    case 4:
        line("defer t.say(\"never\")");
        line("t.flush()");
        return line("os.Exit({})", pick(5));
    case 5: return line("runtime.Goexit()");
    case 6:
        line("t.flush()");
        return line("<-make(chan int)");
    case 7:
        line("var mu sync.Mutex");
        line("t.flush()");
        return line("mu.Unlock()");
    case 8:
        line("t.flush()");
        open("go func() {");
        line("defer t.flush()");
        line("{}", last);
        line("panic({})", value());
        close("}()");
        return line("select {{}}");
    case 9:
        open("for range 3 {");
        line("go func() {{ defer t.say(\"never\"); select {{}} }}()");
        close();
        return line("runtime.Gosched()");
    default: return;
    }
}

std::string Generator::program() {
    m_text = kPrelude;
    m_functions = 3 + pick(5);
    for (m_function = 0; m_function < m_functions; ++m_function) function();
    m_function = ~0u; // so that call() in main would start at f0
    m_text += '\n';
    open("func main() {");
    line("t := &task{{name: \"main\", fuel: {}}}", (20 + pick(60)) * m_scale);
    line("n, result := {}, 0", pick(4));
    line("defer t.flush()");
    for (unsigned n = (1 + pick(3)) * m_scale; n > 0; --n) {
        open("{");
        line("c := t.child(\"a{}\")", mark());
        line("done := make(chan bool)");
        open("go func() {");
        line("defer close(done)");
        line("attempt(c, \"run\", func() {{ result += f0(c, n+{}) }})", pick(3));
        close("}()");
        line("<-done");
        line("t.take(c)");
        close();
        if (pick(2)) meeting();
    }
    line("t.say(\"result\", result)");
    ending();
    close();
    return m_text;
}

} // namespace

std::string goProgram(uint64_t seed, unsigned scale) { return Generator(seed, scale).program(); }

} // namespace unwind::test
