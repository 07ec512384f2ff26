#include "widgets/common/sentences.h"

#include "widgets/common/names.h"
#include "widgets/common/text.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace unwind::widgets {

namespace {

constexpr qsizetype kLongest = 160; // characters of one argument; a longer one is cut

QString argument(const trace::LogReader& log, const state::ExplainArg& arg) {
    if (arg.type == state::ExplainArg::Type::Position) return placeName(log, trace::unpackPos(arg.value));
    QString text = fromUtf8(state::argumentText(log, arg)).trimmed();
    if (text.size() > kLongest) text = text.left(kLongest) + QStringLiteral("…");
    return text;
}

// Puts the arguments into their places; each piece goes through `words` or `value`.
template <class Words, class Value>
QString fill(const QString& pattern, const state::Explanation& explanation, Words words, Value value) {
    static const QRegularExpression place(QStringLiteral("\\{(\\d)\\}"));
    QString result;
    qsizetype at = 0;
    for (auto it = place.globalMatch(pattern); it.hasNext();) {
        const auto match = it.next();
        result += words(pattern.mid(at, match.capturedStart() - at));
        const size_t index = match.captured(1).toUInt();
        if (index < explanation.args.size()) result += value(explanation.args[index]);
        at = match.capturedEnd();
    }
    return result + words(pattern.mid(at));
}

} // namespace

QString Sentences::pattern(std::string_view code) {
    const std::string english(state::englishTemplate(code));
    return english.empty() ? QString() : QCoreApplication::translate("Sentences", english.c_str());
}

QString Sentences::html(const trace::LogReader& log, const state::Explanation& explanation) {
    static const QRegularExpression weighty(QStringLiteral("(recover\\(\\)|\\bnil\\b|runtime\\.Goexit)"));
    auto words = [](const QString& text) { return text.toHtmlEscaped().replace(weighty, QStringLiteral("<b>\\1</b>")); };
    auto value = [&](const state::ExplainArg& arg) {
        const QString text = argument(log, arg).toHtmlEscaped();
        if (arg.type == state::ExplainArg::Type::Code) return QStringLiteral("<code>%1</code>").arg(text);
        return arg.type == state::ExplainArg::Type::Panic ? QStringLiteral("<b>%1</b>").arg(text) : text;
    };
    return fill(pattern(explanation.code), explanation, words, value);
}

QString Sentences::plain(const trace::LogReader& log, const state::Explanation& explanation) {
    return fill(pattern(explanation.code), explanation, [](const QString& text) { return text; },
                [&](const state::ExplainArg& arg) { return argument(log, arg); });
}

} // namespace unwind::widgets
