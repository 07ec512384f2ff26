#include "widgets/common/names.h"

#include "trace/printer.h"
#include "widgets/common/text.h"

#include <QFileInfo>
#include <algorithm>

namespace unwind::widgets {

QString functionName(const trace::LogReader& log, FuncId function) {
    const trace::FunctionInfo* info = log.function(function);
    return info ? QString::fromStdString(info->name) : QString();
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
        const QString value = QString::fromStdString(trace::argumentText(log, event, index));
        words << fromUtf8(table.substr(begin + 2, end - begin - 2)) + QLatin1Char('=') + value;
        begin = end + 1;
    }
    return words.join(QStringLiteral("  "));
}

} // namespace unwind::widgets
