#include "widgets/common/names.h"

#include "widgets/common/text.h"

#include <QFileInfo>
#include <algorithm>

namespace unwind::widgets {

namespace {

// Codes print as the words of their enum; which enum a code argument means follows from the event's kind.
QString codeName(trace::Kind kind, std::string_view name, uint64_t value) {
    using trace::Kind;
    if (kind == Kind::GoStatus && value <= uint64_t(trace::GStatus::Gdead))
        return fromUtf8(trace::statusText(trace::GStatus(value)));
    if (kind == Kind::GoBlock) return fromUtf8(trace::waitReasonText(trace::WaitReason(value)));
    if ((kind == Kind::RunqPut || kind == Kind::RunqGet) && value <= uint64_t(trace::QueuePlace::GlobalHead))
        return Text::queuePlace(trace::QueuePlace(value));
    if (kind == Kind::DeferBegin) {
        static const char* const whys[] = {"return", "panic", "Goexit"};
        if (value < std::size(whys)) return QLatin1String(whys[value]);
    }
    if (kind == Kind::DeferEnd && name == "how" && value <= uint64_t(trace::DeferEndHow::RecoveredAway))
        return Text::deferEnd(trace::DeferEndHow(value));
    if (kind == Kind::DeferSkip && value <= uint64_t(trace::SkipCause::GoexitRule))
        return Text::skipCause(trace::SkipCause(value));
    return QString::number(value);
}

QString argument(const trace::LogReader& log, const trace::Event& event, char tag, std::string_view name, uint64_t value) {
    switch (tag) {
    case 'g': return goName(GoId{value});
    case 'p': return procName(ProcId{int32_t(value)});
    case 'm': return int32_t(value) < 0 ? QStringLiteral("–") : QStringLiteral("M%1").arg(int32_t(value));
    case 'f': return functionName(log, FuncId{uint32_t(value)});
    case 's': return QLatin1Char('"') + logString(log, value).replace(QLatin1Char('\n'), QStringLiteral("\\n")) + QLatin1Char('"');
    case 'l': return placeName(log, trace::unpackPos(value));
    case 'c': return codeName(event.kind, name, value);
    case 'i': return QString::number(int64_t(value));
    default: return value ? QString::number(value) : QStringLiteral("–");
    }
}

} // namespace

QString functionName(const trace::LogReader& log, FuncId function) {
    const auto& functions = log.header().functions;
    if (!function || function.value > functions.size()) return {};
    return QString::fromStdString(functions[function.value - 1].name);
}

QString shortFunctionName(const trace::LogReader& log, FuncId function) {
    QString name = functionName(log, function);
    if (name.startsWith(QLatin1String("main."))) name.remove(0, 5);
    return name;
}

QString fileBaseName(const trace::LogReader& log, FileId file) {
    const auto& files = log.header().files;
    if (!file || file.value > files.size()) return {};
    return QFileInfo(QString::fromStdString(files[file.value - 1].path)).fileName();
}

QString placeName(const trace::LogReader& log, SourcePos pos) {
    if (!pos.isValid()) return {};
    return fileBaseName(log, pos.file) + QLatin1Char(':') + QString::number(pos.line);
}

QString shortPlaceName(const trace::LogReader& log, SourcePos pos) {
    const auto& files = log.header().files;
    const auto own = std::count_if(files.begin(), files.end(), [](const SourceFile& file) { return !file.isStd; });
    const bool here = pos.isValid() && pos.file && pos.file.value <= files.size() && !files[pos.file.value - 1].isStd;
    return own == 1 && here ? QStringLiteral(":%1").arg(pos.line) : placeName(log, pos);
}

QString logString(const trace::LogReader& log, uint64_t id) { return id ? fromUtf8(log.string(id)) : QString(); }

QString eventArguments(const trace::LogReader& log, const trace::Event& event) {
    QStringList words;
    const std::string_view table = trace::kindArgs(event.kind);
    size_t begin = 0;
    for (size_t index = 0; begin < table.size() && index < trace::kMaxArgs; ++index) {
        const size_t end = std::min(table.find(' ', begin), table.size());
        const std::string_view name = table.substr(begin + 2, end - begin - 2);
        words << fromUtf8(name) + QLatin1Char('=') + argument(log, event, table[begin], name, event.args[index]);
        begin = end + 1;
    }
    return words.join(QStringLiteral("  "));
}

} // namespace unwind::widgets
