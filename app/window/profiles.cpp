#include "app/window/profiles.h"

#include "widgets/common/text.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

namespace unwind::app {

using widgets::fromUtf8;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Profiles)
};

} // namespace

QString profileLabel(const QString& name) {
    if (name.endsWith(QLatin1String(".json"))) {
        auto read = profile::find(name.toStdString());
        return read ? fromUtf8(read->name) : name.section(QLatin1Char('/'), -1);
    }
    if (name.startsWith(QLatin1String("go"))) return QStringLiteral("Go ") + name.mid(2);
    QString label = name;
    label.replace(QLatin1Char('-'), QLatin1Char(' '));
    if (!label.isEmpty()) label[0] = label[0].toUpper();
    return label;
}

QList<ProfileChoice> profileChoices() {
    QList<ProfileChoice> choices;
    for (const profile::Profile& p : profile::profiles())
        choices.append({profileLabel(fromUtf8(p.name)), fromUtf8(p.name), ruleText(p.description)});
    const QDir own = profileFolder();
    for (const QString& file : own.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        auto read = profile::find(own.filePath(file).toStdString());
        if (read) choices.append({fromUtf8(read->name), own.filePath(file), fromUtf8(read->description)});
    }
    return choices;
}

Result<profile::Profile> profileFor(const QString& name, const QStringList& rules) {
    auto found = profile::find(name.isEmpty() ? profile::profiles().front().name : name.toStdString());
    if (!found) return found;
    for (const QString& rule : rules)
        if (Status status = profile::setRule(*found, rule.toStdString()); !status) return Error{status.error()};
    return found;
}

QString profileFolder() {
    const QString path = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/unwind/profiles");
    QDir().mkpath(path);
    return path;
}

Status saveProfile(const QString& path, const profile::Profile& profile, const profile::Profile& base) {
    const std::string json = profile::toJson(profile, base);
    if (auto valid = profile::fromJson(json, QFileInfo(path).fileName().toStdString()); !valid) return Error{valid.error()};
    QSaveFile file(path);
    const auto size = qint64(json.size());
    if (file.open(QIODevice::WriteOnly) && file.write(json.data(), size) == size && file.commit()) return ok();
    return Error{Words::tr("%1 can not be written: %2.").arg(path, file.errorString()).toStdString()};
}

RunProfile profileOf(const trace::Header& header) {
    const auto shipped = profile::find(header.profile);
    RunProfile run{shipped ? *shipped : profile::profiles().front(), {}};
    run.now = run.base;
    for (const std::string& rule : header.rules)
        if (!profile::setRule(run.now, rule)) continue; // a rule of another version
    return run;
}

QString profileText(const trace::Header& header) {
    const RunProfile run = profileOf(header);
    const QString name = fromUtf8(header.profile);
    if (run.base.name != header.profile) return name; // a person's own: its name says it all
    return (QStringList(name) + toList(profile::differences(run.now, run.base))).join(QStringLiteral(" + "));
}

QString ruleText(std::string_view english) {
    return english.empty() ? QString() : QCoreApplication::translate("Rules", std::string(english).c_str());
}

QList<widgets::RuleItem> ruleItems(const profile::Profile& now, const profile::Profile& base) {
    QList<widgets::RuleItem> items;
    for (const profile::Rule& rule : profile::rules()) {
        widgets::RuleItem item{fromUtf8(rule.name), ruleText(rule.sentence), {}, rule.get(now), rule.get(base)};
        for (const profile::RuleValue& value : rule.values)
            item.values.append({fromUtf8(value.name), ruleText(value.sentence), fromUtf8(value.source)});
        items.append(item);
    }
    return items;
}

QStringList toList(const std::vector<std::string>& texts) {
    QStringList list;
    for (const std::string& text : texts) list << QString::fromStdString(text);
    return list;
}

} // namespace unwind::app
