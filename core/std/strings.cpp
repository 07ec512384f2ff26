#include "std/natives.h"
#include "std/unicode.h"
#include "std/utf8.h"

#include "vm/types.h"


namespace unwind::stdlib {
namespace {

using vm::GoString;
using vm::NativeCall;

/// A part of the string in a slot, sharing its bytes.
void setPart(NativeCall& call, int to, std::string_view part) {
    call.setString(to, {part.data(), static_cast<int64_t>(part.size())});
}

int64_t place(size_t at) { return at == std::string_view::npos ? -1 : static_cast<int64_t>(at); }

int64_t countOf(std::string_view s, std::string_view part) {
    if (part.empty()) return static_cast<int64_t>(runeCount(s)) + 1;
    int64_t n = 0;
    for (size_t at = s.find(part); at != std::string_view::npos; at = s.find(part, at + part.size())) ++n;
    return n;
}

bool foldsTo(std::string_view s, std::string_view t) {
    while (!s.empty() && !t.empty()) {
        const Rune a = decodeRune(s), b = decodeRune(t);
        s.remove_prefix(static_cast<size_t>(a.size));
        t.remove_prefix(static_cast<size_t>(b.size));
        if (a.value == b.value) continue;
        int32_t r = simpleFold(a.value);
        while (r != a.value && r != b.value) r = simpleFold(r);
        if (r != b.value) return false;
    }
    return s.empty() && t.empty();
}

bool hasRune(std::string_view set, int32_t rune) {
    while (!set.empty()) {
        const Rune r = decodeRune(set);
        if (r.value == rune) return true;
        set.remove_prefix(static_cast<size_t>(r.size));
    }
    return false;
}

int64_t indexAny(std::string_view s, std::string_view chars) {
    for (size_t i = 0; i < s.size();) {
        const Rune r = decodeRune(s.substr(i));
        if (hasRune(chars, r.value)) return static_cast<int64_t>(i);
        i += static_cast<size_t>(r.size);
    }
    return -1;
}

int64_t lastIndexAny(std::string_view s, std::string_view chars) {
    while (!s.empty()) {
        const Rune r = decodeLastRune(s);
        s.remove_suffix(static_cast<size_t>(r.size));
        if (hasRune(chars, r.value)) return static_cast<int64_t>(s.size());
    }
    return -1;
}

int64_t indexRune(std::string_view s, int64_t rune) {
    if (!validRune(rune)) return -1;
    if (rune == kRuneError) {
        for (size_t i = 0; i < s.size();) {
            const Rune r = decodeRune(s.substr(i));
            if (r.value == kRuneError) return static_cast<int64_t>(i);
            i += static_cast<size_t>(r.size);
        }
        return -1;
    }
    std::string bytes;
    appendRune(bytes, rune);
    return place(s.find(bytes));
}

/// The runes of s one by one through change; s itself if nothing changes.
template <class Change>
void mapRunes(NativeCall& call, Change change) {
    const std::string_view s = call.text(2);
    std::string out;
    out.reserve(s.size());
    for (size_t i = 0; i < s.size();) {
        const Rune r = decodeRune(s.substr(i));
        appendRune(out, change(r.value));
        i += static_cast<size_t>(r.size);
    }
    if (out == s) setPart(call, 0, s);
    else call.setText(0, out);
}

template <LetterCase which>
void changeCase(NativeCall& call) {
    mapRunes(call, [](int32_t r) { return toCase(which, r); });
}

bool separates(int32_t r) {
    if (r < 0x80) return !(r == '_' || (r >= '0' && r <= '9') || ((r | 0x20) >= 'a' && (r | 0x20) <= 'z'));
    return !isLetter(r) && !isDigit(r) && isSpace(r);
}

void title(NativeCall& call) {
    int32_t before = ' ';
    mapRunes(call, [&before](int32_t r) {
        const bool starts = separates(before);
        before = r;
        return starts ? toCase(LetterCase::Title, r) : r;
    });
}

void toValidUtf8(NativeCall& call) { // (s, replacement)
    const std::string_view s = call.text(2), replacement = call.text(4);
    std::string out;
    bool wasBad = false;
    for (size_t i = 0; i < s.size();) {
        const Rune r = decodeRune(s.substr(i));
        const bool bad = r.value == kRuneError && r.size == 1;
        if (!bad) out.append(s, i, static_cast<size_t>(r.size));
        else if (!wasBad) out += replacement;
        wasBad = bad;
        i += static_cast<size_t>(r.size);
    }
    call.setText(0, out);
}

void repeat(NativeCall& call) { // (s, count)
    const std::string_view s = call.text(2);
    const int64_t count = call.integer(4);
    if (count < 0) return call.panicString("strings: negative Repeat count");
    if (!s.empty() && count > (int64_t{1} << 40) / static_cast<int64_t>(s.size()))
        return call.panicString("strings: Repeat output length overflow");
    std::string out;
    out.reserve(s.size() * static_cast<size_t>(count));
    for (int64_t i = 0; i < count && !s.empty(); ++i) out += s;
    call.setText(0, out);
}

void replace(NativeCall& call) { // (s, old, new, n)
    const std::string_view s = call.text(2), old = call.text(4), with = call.text(6);
    int64_t left = call.integer(8);
    if (old == with || left == 0) return setPart(call, 0, s);
    const int64_t found = countOf(s, old);
    if (found == 0) return setPart(call, 0, s);
    if (left < 0 || left > found) left = found;
    std::string out;
    size_t from = 0;
    for (int64_t i = 0; i < left; ++i) {
        size_t at = from;
        if (!old.empty()) at = s.find(old, from);
        else if (i > 0) at = from + static_cast<size_t>(decodeRune(s.substr(from)).size);
        out.append(s, from, at - from);
        out += with;
        from = at + old.size();
    }
    out.append(s, from);
    call.setText(0, out);
}

void replacePairs(NativeCall& call) { // (s, pairs)
    const std::string_view s = call.text(2);
    const vm::GoSlice pairs = call.slice(4);
    const auto* p = static_cast<const GoString*>(pairs.data);
    std::string out;
    bool wasEmpty = false; // an empty match is not found twice at one place
    for (size_t i = 0; i <= s.size();) {
        int64_t hit = -1;
        for (int64_t k = 0; k < pairs.length && hit < 0; k += 2)
            if (s.substr(i).starts_with(p[k].view()) && !(p[k].length == 0 && wasEmpty)) hit = k;
        wasEmpty = hit >= 0 && p[hit].length == 0;
        if (hit >= 0) {
            out += p[hit + 1].view();
            i += static_cast<size_t>(p[hit].length);
            continue;
        }
        if (i < s.size()) out += s[i];
        ++i;
    }
    call.setText(0, out);
}

void join(NativeCall& call) { // (elems, sep)
    const vm::GoSlice elems = call.slice(2);
    const auto* e = static_cast<const GoString*>(elems.data);
    const std::string_view separator = call.text(5);
    if (elems.length == 1) return call.setString(0, e[0]);
    std::string out;
    for (int64_t i = 0; i < elems.length; ++i) {
        if (i > 0) out += separator;
        out += e[i].view();
    }
    call.setText(0, out);
}

/// A []string whose elements share the bytes they were cut from.
void setParts(NativeCall& call, const std::vector<std::string_view>& parts) {
    const auto n = static_cast<int64_t>(parts.size());
    const vm::GoSlice out = call.newSlice(call.types.find("string"), n, n);
    auto* at = static_cast<GoString*>(out.data);
    for (std::string_view part : parts) *at++ = {part.data(), static_cast<int64_t>(part.size())};
    call.setSlice(0, out);
}

void fields(NativeCall& call) {
    const std::string_view s = call.text(3);
    std::vector<std::string_view> parts;
    size_t start = std::string_view::npos;
    for (size_t i = 0; i < s.size();) {
        const Rune r = decodeRune(s.substr(i));
        const bool space = isSpace(r.value);
        if (space && start != std::string_view::npos) {
            parts.push_back(s.substr(start, i - start));
            start = std::string_view::npos;
        } else if (!space && start == std::string_view::npos) {
            start = i;
        }
        i += static_cast<size_t>(r.size);
    }
    if (start != std::string_view::npos) parts.push_back(s.substr(start));
    setParts(call, parts);
}

void split(NativeCall& call) { // (s, sep, keep, n)
    std::string_view s = call.text(3);
    const std::string_view separator = call.text(5);
    const auto keep = static_cast<size_t>(call.integer(7));
    const int64_t n = call.integer(8);
    if (n == 0) return call.setSlice(0, {});
    std::vector<std::string_view> parts;
    const auto more = [&] { return n < 0 || static_cast<int64_t>(parts.size()) < n - 1; };
    if (separator.empty()) {
        while (!s.empty()) {
            const size_t size = more() ? static_cast<size_t>(decodeRune(s).size) : s.size();
            parts.push_back(s.substr(0, size));
            s.remove_prefix(size);
        }
        return setParts(call, parts);
    }
    for (size_t at; more() && (at = s.find(separator)) != std::string_view::npos; s.remove_prefix(at + separator.size()))
        parts.push_back(s.substr(0, at + keep));
    parts.push_back(s);
    setParts(call, parts);
}

template <class Drop>
void trim(NativeCall& call, bool left, bool right, Drop drop) {
    std::string_view s = call.text(2);
    while (left && !s.empty()) {
        const Rune r = decodeRune(s);
        if (!drop(r.value)) break;
        s.remove_prefix(static_cast<size_t>(r.size));
    }
    while (right && !s.empty()) {
        const Rune r = decodeLastRune(s);
        if (!drop(r.value)) break;
        s.remove_suffix(static_cast<size_t>(r.size));
    }
    setPart(call, 0, s);
}

template <bool left>
void trimSet(NativeCall& call) {
    const std::string_view set = call.text(4);
    trim(call, left, !left, [set](int32_t r) { return hasRune(set, r); });
}

template <int64_t (*find)(std::string_view, std::string_view)>
void findCall(NativeCall& call) {
    call.setInteger(0, find(call.text(1), call.text(3)));
}

int64_t index(std::string_view s, std::string_view part) { return place(s.find(part)); }
int64_t lastIndex(std::string_view s, std::string_view part) { return place(s.rfind(part)); }

} // namespace

void registerStrings(vm::NativeRegistry& natives) {
    natives.add("strings.Compare", [](NativeCall& call) {
        const int c = call.text(1).compare(call.text(3));
        call.setInteger(0, c < 0 ? -1 : c > 0 ? 1 : 0);
    });
    natives.add("strings.Contains", [](NativeCall& call) {
        call.setBoolean(0, call.text(1).find(call.text(3)) != std::string_view::npos);
    });
    natives.add("strings.Count", findCall<countOf>);
    natives.add("strings.EqualFold", [](NativeCall& call) { call.setBoolean(0, foldsTo(call.text(1), call.text(3))); });
    natives.add("strings.HasPrefix", [](NativeCall& call) { call.setBoolean(0, call.text(1).starts_with(call.text(3))); });
    natives.add("strings.HasSuffix", [](NativeCall& call) { call.setBoolean(0, call.text(1).ends_with(call.text(3))); });
    natives.add("strings.Index", findCall<index>);
    natives.add("strings.IndexAny", findCall<indexAny>);
    natives.add("strings.IndexByte", [](NativeCall& call) {
        call.setInteger(0, place(call.text(1).find(static_cast<char>(call.integer(3)))));
    });
    natives.add("strings.IndexRune", [](NativeCall& call) { call.setInteger(0, indexRune(call.text(1), call.integer(3))); });
    natives.add("strings.LastIndex", findCall<lastIndex>);
    natives.add("strings.LastIndexAny", findCall<lastIndexAny>);
    natives.add("strings.LastIndexByte", [](NativeCall& call) {
        call.setInteger(0, place(call.text(1).rfind(static_cast<char>(call.integer(3)))));
    });
    natives.add("strings.Repeat", repeat);
    natives.add("strings.Replace", replace);
    natives.add("strings.replacePairs", replacePairs);
    natives.add("strings.ToLower", changeCase<LetterCase::Lower>);
    natives.add("strings.ToUpper", changeCase<LetterCase::Upper>);
    natives.add("strings.ToTitle", changeCase<LetterCase::Title>);
    natives.add("strings.Title", title);
    natives.add("strings.ToValidUTF8", toValidUtf8);
    natives.add("strings.Join", join);
    natives.add("strings.Fields", fields);
    natives.add("strings.split", split);
    natives.add("strings.TrimSpace", [](NativeCall& call) { trim(call, true, true, [](int32_t r) { return isSpace(r); }); });
    natives.add("strings.TrimLeft", trimSet<true>);
    natives.add("strings.TrimRight", trimSet<false>);
}

} // namespace unwind::stdlib
