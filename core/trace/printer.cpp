#include "trace/printer.h"

#include <fmt/format.h>

namespace unwind::trace {
namespace {

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (char c : text) {
        switch (c) {
        case '\n': out += "\\n"; break;
        case '\t': out += "\\t"; break;
        case '\r': out += "\\r"; break;
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        default:
            if (uint8_t(c) < 0x20) {
                out += fmt::format("\\x{:02x}", uint8_t(c));
            } else {
                out += c;
            }
        }
    }
    return out + '"';
}

std::string numbered(std::string_view prefix, uint64_t value) {
    return value ? fmt::format("{}{}", prefix, value) : "-";
}

} // namespace

std::string positionText(const LogReader& log, SourcePos pos) {
    if (!pos.isValid())
        return "-";
    std::string_view path = log.filePath(pos.file);
    path.remove_prefix(path.rfind('/') + 1); // npos + 1 is 0
    return fmt::format("{}:{}:{}", path, pos.line, pos.column);
}

std::string argumentText(const LogReader& log, const Event& event, size_t index) {
    const uint64_t value = event.args[index];
    switch (kindArgTag(event.kind, index)) {
    case 'g': return numbered("G", value);
    case 'p': return unpackProc(value) == kNoProc ? "-" : fmt::format("P{}", unpackProc(value).value);
    case 'm': return fmt::format("M{}", int64_t(value));
    case 'd': return numbered("d", value);
    case 'n': return numbered("p", value);
    case 'f': return value ? std::string(log.functionName(FuncId{uint32_t(value)})) : "-";
    case 's': return quoted(log.string(value));
    case 'l': return positionText(log, unpackPos(value));
    case 'c': {
        const std::string_view text = codeText(event.kind, index, value);
        return text.empty() ? fmt::format("{}", value) : std::string(text);
    }
    default: return fmt::format("{}", int64_t(value));
    }
}

std::string eventLine(const LogReader& log, const Event& event) {
    std::string line = fmt::format("{:>7} {:>12.3f}us {:>3} {:<4} {:<17}", event.seq, double(event.time) / 1000,
                                   event.proc == kNoProc ? "-" : fmt::format("P{}", event.proc.value),
                                   numbered("G", event.go.value), kindName(event.kind));
    for (size_t i = 0; i < kindArgCount(event.kind); ++i) {
        line += fmt::format(" {}={}", kindArgName(event.kind, i), argumentText(log, event, i));
    }
    while (line.back() == ' ')
        line.pop_back();
    return line;
}

} // namespace unwind::trace
