// The walk through a format string. Whatever has no methods is written here; an argument whose methods matter ends the walk,
// fmt/print.go calls them, and the walk goes on where it stood. Counterpart: fmt/print.go's doPrintf.
#include "std/natives.h"
#include "std/printer.h"
#include "std/typefacts.h"
#include "std/utf8.h"

#include <algorithm>
#include <utility>

namespace unwind::stdlib {
namespace {

using vm::GoIface;
using vm::NativeCall;

constexpr int64_t kMostDigits = 1'000'000; ///< widths beyond are no widths

void append(NativeCall& call, vm::GoSlice& buf, std::string_view text) {
    const int64_t length = buf.length + static_cast<int64_t>(text.size());
    if (length > buf.capacity) {
        const int64_t capacity = std::max<int64_t>(64, std::max(2 * buf.capacity, length));
        char* data = call.newBytes(static_cast<size_t>(capacity));
        if (buf.length > 0) std::memcpy(data, buf.data, static_cast<size_t>(buf.length));
        buf.data = data;
        buf.capacity = capacity;
    }
    if (!text.empty()) std::memcpy(static_cast<char*>(buf.data) + buf.length, text.data(), text.size());
    buf.length = length;
}

ValueWriter::Ref refOf(const NativeCall& call, const GoIface& v) {
    return v.isNil() ? ValueWriter::Ref{} : ValueWriter::Ref{v.typeIndex(), call.valueOf(v)};
}

/// Whether printing v needs no method call: then everything can be written here.
bool needsNoMethods(const NativeCall& call, const GoPrinter& p, const GoIface& v, int32_t verb) {
    if (verb == 'w') return false;
    return v.isNil() || verb == 'T' || verb == 'p' || p.erroring || isPlain(call, v.typeIndex());
}

class Walk {
public:
    Walk(NativeCall& call, GoPrinter& p, std::string_view format, vm::GoSlice args)
        : m_call(call), p(p), m_format(format), m_args(static_cast<const GoIface*>(args.data)), m_count(args.length) {}

    /// 0 at the end, else the verb for p.arg.
    int32_t byFormat();
    int32_t inOrder(bool lines);
    ~Walk() { append(m_call, p.buf, m_out); }

private:
    bool literal();
    int32_t directive();
    void flags();
    void index();
    bool star(int64_t& number);
    bool number(int64_t& out);
    int32_t argument(int32_t verb);
    int32_t extra();
    bool at(char c) const { return p.pos < end() && m_format[static_cast<size_t>(p.pos)] == c; }
    int64_t end() const { return static_cast<int64_t>(m_format.size()); }
    void complain(int32_t verb, std::string_view what);

    NativeCall& m_call;
    GoPrinter& p;
    std::string_view m_format;
    const GoIface* m_args;
    int64_t m_count;
    std::string m_out;
    bool m_afterIndex = false, m_goodIndex = true;
};

/// Writes text up to the next %; false at the end of the format.
bool Walk::literal() {
    const size_t from = static_cast<size_t>(p.pos);
    const size_t percent = std::min(m_format.find('%', from), m_format.size());
    m_out.append(m_format, from, percent - from);
    p.pos = static_cast<int64_t>(percent) + 1;
    return percent < m_format.size();
}

void Walk::flags() {
    for (; p.pos < end(); ++p.pos) {
        switch (m_format[static_cast<size_t>(p.pos)]) {
        case '#': p.d.sharp = true; break;
        case '0': p.d.zero = true; break;
        case '+': p.d.plus = true; break;
        case '-': p.d.minus = true; break;
        case ' ': p.d.space = true; break;
        default: return;
        }
    }
}

bool Walk::number(int64_t& out) {
    const int64_t from = p.pos;
    int64_t value = 0;
    for (; p.pos < end(); ++p.pos) {
        const char c = m_format[static_cast<size_t>(p.pos)];
        if (c < '0' || c > '9') break;
        value = value * 10 + (c - '0');
        if (value > kMostDigits + 9) return false;
    }
    out = p.pos > from ? value : 0;
    return p.pos > from;
}

/// An argument index such as [3].
void Walk::index() {
    m_afterIndex = false;
    if (!at('[')) return;
    p.reordered = true;
    const size_t from = static_cast<size_t>(p.pos);
    const size_t close = m_format.find(']', from);
    if (close == std::string_view::npos) {
        m_goodIndex = false;
        ++p.pos;
        return;
    }
    ++p.pos;
    int64_t value = 0;
    const bool fine = number(value) && p.pos == static_cast<int64_t>(close);
    p.pos = static_cast<int64_t>(close) + 1;
    m_afterIndex = fine;
    if (fine && value >= 1 && value <= m_count) p.next = value - 1;
    else m_goodIndex = false;
}

/// A width or precision that is an argument; false if it is no number or too large.
bool Walk::star(int64_t& number) {
    number = 0;
    m_afterIndex = false;
    if (p.next >= m_count) return false;
    const GoIface v = m_args[p.next++];
    if (v.isNil()) return false;
    const bytecode::Type& t = m_call.type(v.typeIndex());
    if (!isSignedKind(t.kind) && !isUnsignedKind(t.kind)) return false;
    number = static_cast<int64_t>(readBits(t, m_call.valueOf(v)));
    if (number > kMostDigits || number < -kMostDigits) {
        number = 0;
        return false;
    }
    return true;
}

void Walk::complain(int32_t verb, std::string_view what) {
    m_out += "%!";
    appendRune(m_out, verb);
    m_out += what;
}

int32_t Walk::directive() {
    p.d = Directive{};
    m_goodIndex = true;
    flags();
    index();
    if (at('*')) {
        ++p.pos;
        p.d.hasWidth = star(p.d.width);
        if (!p.d.hasWidth) m_out += "%!(BADWIDTH)";
        if (p.d.width < 0) {
            p.d.width = -p.d.width;
            p.d.minus = true;
            p.d.zero = false;
        }
    } else {
        p.d.hasWidth = number(p.d.width);
        if (m_afterIndex && p.d.hasWidth) m_goodIndex = false;
    }
    if (p.pos + 1 < end() && at('.')) {
        ++p.pos;
        if (m_afterIndex) m_goodIndex = false;
        index();
        if (at('*')) {
            ++p.pos;
            p.d.hasPrecision = star(p.d.precision);
            if (p.d.precision < 0) {
                p.d.precision = 0;
                p.d.hasPrecision = false;
            }
            if (!p.d.hasPrecision) m_out += "%!(BADPREC)";
        } else {
            number(p.d.precision);
            p.d.hasPrecision = true;
        }
    }
    if (!m_afterIndex) index();
    if (p.pos >= end()) {
        m_out += "%!(NOVERB)";
        return 0;
    }
    const Rune verb = decodeRune(m_format.substr(static_cast<size_t>(p.pos)));
    p.pos += verb.size;
    if (verb.value == '%') {
        m_out += '%';
    } else if (!m_goodIndex) {
        complain(verb.value, "(BADINDEX)");
    } else if (p.next >= m_count) {
        complain(verb.value, "(MISSING)");
    } else {
        if (verb.value == 'v' || verb.value == 'w') {
            p.d.sharpV = std::exchange(p.d.sharp, false);
            p.d.plusV = std::exchange(p.d.plus, false);
        }
        return argument(verb.value);
    }
    return 0;
}

/// Writes the next argument; if it needs methods, returns the verb instead.
int32_t Walk::argument(int32_t verb) {
    p.arg = m_args[p.next++];
    if (!needsNoMethods(m_call, p, p.arg, verb)) return verb;
    ValueWriter w(m_call, p.d, {});
    w.argument(refOf(m_call, p.arg), verb);
    m_out += w.out;
    return 0;
}

int32_t Walk::byFormat() {
    while (p.stage == 0 && literal())
        if (const int32_t verb = directive()) return verb;
    if (p.reordered) return 0;
    return extra();
}

/// Arguments that no directive asked for.
int32_t Walk::extra() {
    while (p.next < m_count) {
        m_out += p.stage == 0 ? "%!(EXTRA " : ", ";
        p.stage = 1;
        p.d = Directive{};
        const GoIface& v = m_args[p.next];
        if (v.isNil()) {
            m_out += "<nil>";
            ++p.next;
            continue;
        }
        m_out += m_call.type(v.typeIndex()).name + '=';
        if (const int32_t verb = argument('v')) return verb;
    }
    if (p.stage == 1) m_out += ')';
    p.stage = 2;
    return 0;
}

/// Print and Println; Print puts spaces between arguments if neither is a string.
int32_t Walk::inOrder(bool lines) {
    const auto isString = [this](const GoIface& v) {
        return !v.isNil() && m_call.type(v.typeIndex()).kind == TypeKind::String;
    };
    while (p.next < m_count) {
        if (p.next > 0 && (lines || (!isString(m_args[p.next]) && !isString(m_args[p.next - 1])))) m_out += ' ';
        if (const int32_t verb = argument('v')) return verb;
    }
    if (lines) m_out += '\n';
    return 0;
}

GoPrinter& printerAt(NativeCall& call, int slot) { return *static_cast<GoPrinter*>(call.pointer(slot)); }

void walk(NativeCall& call) { // (p, format, args, mode) verb
    GoPrinter& p = printerAt(call, 1);
    const int64_t mode = call.integer(7);
    int32_t verb;
    {
        Walk w(call, p, call.text(2), call.slice(4));
        verb = mode == 0 ? w.byFormat() : w.inOrder(mode == 2);
    }
    call.setInteger(0, verb);
}

void plain(NativeCall& call) { // (p, x, verb) bool
    GoPrinter& p = printerAt(call, 1);
    const GoIface x = call.iface(2);
    const auto verb = static_cast<int32_t>(call.integer(4));
    const bool fits = needsNoMethods(call, p, x, verb);
    if (fits) {
        ValueWriter w(call, p.d, {});
        w.argument(refOf(call, x), verb);
        append(call, p.buf, w.out);
    }
    call.setBoolean(0, fits);
}

void leaf(NativeCall& call) { // (p, v, verb, depth); a depth of -1 asks for a bad verb
    GoPrinter& p = printerAt(call, 0);
    const auto depth = static_cast<int>(call.integer(4));
    const auto verb = static_cast<int32_t>(call.integer(3));
    const GoIface arg = p.arg;
    ValueWriter w(call, p.d, refOf(call, arg));
    const auto header = call.word(1);
    const bool hidden = (header >> 40 & 0xFF) != 0;
    if (depth < 0) w.badVerb(verb);
    else w.value({static_cast<TypeIndex>(header & 0xFFFFFFFF), call.pointer(2)}, verb, depth, hidden);
    append(call, p.buf, w.out);
}

void padded(NativeCall& call) { // (p, s, verb)
    GoPrinter& p = printerAt(call, 0);
    const GoIface arg = p.arg;
    ValueWriter w(call, p.d, refOf(call, arg));
    w.text(call.text(1), static_cast<int32_t>(call.integer(3)));
    append(call, p.buf, w.out);
}

} // namespace

void registerFmt(vm::NativeRegistry& natives) {
    natives.add("fmt.walk", walk);
    natives.add("fmt.plain", plain);
    natives.add("fmt.leaf", leaf);
    natives.add("fmt.padded", padded);
}

} // namespace unwind::stdlib
