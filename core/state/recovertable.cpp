#include "state/recovertable.h"

#include <array>
#include <fmt/format.h>

namespace unwind::state {
namespace {

constexpr std::array<RecoverAxis, 10> kPlaces{{
    {"direct", "in the deferred function"},
    {"method", "in a deferred method, through an interface"},
    {"helper", "in a function that the deferred function calls"},
    {"nested", "in a deferred function of the deferred function"},
    {"nested-builtin", "defer recover() in the deferred function"},
    {"goroutine", "in a goroutine that the deferred function starts"},
    {"builtin", "defer recover()"},
    {"argument", "as an argument of the deferred call"},
    {"body", "in the function's own body"},
    {"called", "in a function that the body calls"},
}};
constexpr std::array<RecoverAxis, 6> kProgress{{
    {"nothing", "nothing: the function returns"},
    {"panic", "a panic"},
    {"goexit", "a Goexit"},
    {"panic-in-panic", "a panic of a deferred call during a panic"},
    {"panic-in-goexit", "a panic of a deferred call during a Goexit"},
    {"goexit-in-panic", "a Goexit of a deferred call during a panic"},
}};
constexpr std::array<RecoverAxis, 3> kAlready{{
    {"no", "not recovered yet"},
    {"same", "recovered before by the same deferred call"},
    {"earlier", "recovered before by another deferred call"},
}};

constexpr size_t kCount = kPlaces.size() * kProgress.size() * kAlready.size();

constexpr std::string_view kHead = R"go(// Every place of recover, in every situation, recovered before or not: one line each.
package main

import (
	"fmt"
	"runtime"
)

type signal string

// raises is what a result says while recover is called: it stays if that does not return.
const raises = "raises an error"

// kind names what recover returned.
func kind(v any) string {
	switch v := v.(type) {
	case nil:
		return "nil"
	case signal:
		return string(v)
	case runtime.Error:
		return "a run-time error"
	}
	return fmt.Sprintf("%T", v)
}

type result struct {
	got, end string
	past     bool
}

type recoverer interface{ deferred() }

type direct struct{ r *result }

func (d direct) deferred() {
	d.r.got = raises
	d.r.got = kind(recover())
}

type again struct{ r *result }

func (a again) deferred() {
	recover()
	a.r.got = raises
	a.r.got = kind(recover())
}

func helper(r *result) {
	r.got = raises
	r.got = kind(recover())
}

func use(v any, r *result) { r.got = kind(v) }

// elsewhere calls recover in another goroutine, which catches what that may raise.
func elsewhere(r *result) {
	done := make(chan bool)
	go func() {
		defer close(done)
		defer func() { recover() }()
		r.got = raises
		r.got = kind(recover())
	}()
	<-done
}

func run(name string, f func(*result)) {
	r := result{got: "not called", end: "exits"}
	go func() {
		defer func() {
			if v := recover(); v != nil {
				r.end = "goes on: " + kind(v)
			}
		}()
		f(&r)
		r.end = "returns"
	}()
	for runtime.NumGoroutine() > 1 {
		runtime.Gosched()
	}
	fmt.Printf("%s|%s|%s|%v\n", name, r.got, r.end, r.past)
}
)go";

bool makesSense(size_t place, size_t already) {
    // Only deferred functions of the program's own can recover twice in one call.
    return kAlready[already].key != "same" || place < 6;
}

/// Every line a tab further in.
std::string indented(std::string_view lines) {
    std::string text;
    while (!lines.empty()) {
        const std::string_view line = lines.substr(0, lines.find('\n') + 1);
        text += '\t' + std::string(line);
        lines.remove_prefix(line.size());
    }
    return text;
}

/// The statements that bring recover to its place; once more: the deferred function has recovered before.
std::string placeStatements(std::string_view place, bool again) {
    const std::string call = "r.got = raises\nr.got = kind(recover())\n";
    std::string inside;
    if (place == "direct") inside = call;
    else if (place == "helper") inside = "helper(r)\n";
    else if (place == "nested") inside = "defer func() {\n" + indented(call) + "}()\n";
    else if (place == "nested-builtin") inside = "r.got = \"no result\"\ndefer recover()\n";
    else if (place == "goroutine") inside = "elsewhere(r)\n";
    if (!inside.empty()) return "defer func() {\n" + indented((again ? "recover()\n" : "") + inside) + "}()\n";
    if (place == "method") return fmt::format("var m recoverer = {}{{r}}\ndefer m.deferred()\n", again ? "again" : "direct");
    if (place == "builtin") return "r.got = \"no result\"\ndefer recover()\n";
    if (place == "argument") return "r.got = raises\ndefer use(recover(), r)\n";
    return place == "body" ? call : "helper(r)\n";
}

std::string_view progressStatements(std::string_view progress) {
    if (progress == "panic") return "panic(signal(\"the panic\"))\n";
    if (progress == "goexit") return "runtime.Goexit()\n";
    if (progress == "panic-in-panic")
        return "defer func() { panic(signal(\"the newer panic\")) }()\npanic(signal(\"the older panic\"))\n";
    if (progress == "panic-in-goexit") return "defer func() { panic(signal(\"the panic\")) }()\nruntime.Goexit()\n";
    if (progress == "goexit-in-panic") return "defer func() { runtime.Goexit() }()\npanic(signal(\"the panic\"))\n";
    return "";
}

std::string cellName(size_t place, size_t progress, size_t already) {
    return fmt::format("{}|{}|{}", kPlaces[place].key, kProgress[progress].key, kAlready[already].key);
}

void addCell(std::string& main, size_t place, size_t progress, size_t already) {
    std::string body = placeStatements(kPlaces[place].key, kAlready[already].key == "same");
    if (kAlready[already].key == "earlier") body += "defer func() { recover() }()\n";
    body += progressStatements(kProgress[progress].key);
    body += "r.past = true\n";
    main += fmt::format("\trun(\"{}\", func(r *result) {{\n{}\t}})\n", cellName(place, progress, already),
                        indented(indented(body)));
}

template <class F>
void forEachCell(F&& f) {
    for (size_t place = 0; place < kPlaces.size(); ++place)
        for (size_t progress = 0; progress < kProgress.size(); ++progress)
            for (size_t already = 0; already < kAlready.size(); ++already)
                if (makesSense(place, already)) f(place, progress, already);
}

size_t indexOf(size_t place, size_t progress, size_t already) {
    return (place * kProgress.size() + progress) * kAlready.size() + already;
}

/// Takes the line's part up to the next bar, or all of it.
std::string_view part(std::string_view& line) {
    const std::string_view found = line.substr(0, line.find('|'));
    line.remove_prefix(std::min(found.size() + 1, line.size()));
    return found;
}

std::string yesNo(bool yes) { return yes ? "yes" : "no"; }

std::string ending(const RecoverCell& cell) {
    if (cell.end == "returns") return "the function returns to its caller";
    if (cell.end == "exits") return "the goroutine exits";
    return "it goes on to the caller";
}

} // namespace

std::span<const RecoverAxis> recoverPlaces() { return kPlaces; }
std::span<const RecoverAxis> recoverProgress() { return kProgress; }
std::span<const RecoverAxis> recoverAlready() { return kAlready; }

std::string recoverTableSource() {
    std::string text = std::string(kHead) + "\nfunc main() {\n";
    forEachCell([&](size_t place, size_t progress, size_t already) { addCell(text, place, progress, already); });
    return text + "}\n";
}

Result<RecoverTable> RecoverTable::parse(std::string_view output) {
    RecoverTable table;
    table.m_cells.resize(kCount);
    size_t wanted = 0;
    std::string fault;
    forEachCell([&](size_t place, size_t progress, size_t already) {
        ++wanted;
        std::string_view line = output.substr(0, output.find('\n'));
        output.remove_prefix(std::min(line.size() + 1, output.size()));
        const std::string name = cellName(place, progress, already) + "|";
        if (!line.starts_with(name)) {
            if (fault.empty()) fault = fmt::format("The table of recover breaks off before {}; run it again.", name);
            return;
        }
        line.remove_prefix(name.size());
        RecoverCell& cell = table.m_cells[indexOf(place, progress, already)];
        cell.got = part(line);
        cell.end = part(line);
        cell.past = part(line) == "true";
    });
    if (!fault.empty()) return Error{fault};
    return table;
}

const RecoverCell* RecoverTable::cell(size_t place, size_t progress, size_t already) const {
    const RecoverCell& found = m_cells[indexOf(place, progress, already)];
    return found.got.empty() ? nullptr : &found;
}

std::vector<BoundaryRow> boundaryMatrix(const RecoverTable& table) {
    const RecoverCell& panic = *table.cell(0, 1, 0);
    const RecoverCell& goexit = *table.cell(0, 2, 0);
    return {
        {"The deferred calls run", yesNo(panic.got != "not called"), yesNo(goexit.got != "not called"), "yes", "yes"},
        {"recover() returns", panic.got, goexit.got, "not nil: the panic's value", "nil"},
        {"The function is interrupted", yesNo(!panic.past), yesNo(!goexit.past), "yes", "yes, without unwinding"},
        {"After recover()", ending(panic), ending(goexit), "", ""},
    };
}

std::string recoverTableText(const RecoverTable& table) {
    std::string text;
    for (size_t already = 0; already < kAlready.size(); ++already) {
        text += fmt::format("{}{}\n", already ? "\n" : "", kAlready[already].label);
        for (size_t progress = 0; progress < kProgress.size(); ++progress) {
            text += fmt::format("  in progress: {}\n", kProgress[progress].label);
            for (size_t place = 0; place < kPlaces.size(); ++place)
                if (const RecoverCell* cell = table.cell(place, progress, already))
                    text += fmt::format("    {:<48} {:<26} {}\n", kPlaces[place].label, cell->got, cell->end);
        }
    }
    return text;
}

} // namespace unwind::state
