#include "app/window/settings.h"

#include <QUrl>

namespace unwind::app {

namespace {
constexpr int kRecentFiles = 10;
}

Settings::Settings() : m_settings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("unwind"), QStringLiteral("unwind")) {}

ThemeChoice Settings::theme() const {
    const QString name = m_settings.value(QStringLiteral("window/theme")).toString();
    return name == QLatin1String("light") ? ThemeChoice::Light : name == QLatin1String("dark") ? ThemeChoice::Dark : ThemeChoice::System;
}

void Settings::setTheme(ThemeChoice theme) {
    static const char* const names[] = {"system", "light", "dark"};
    m_settings.setValue(QStringLiteral("window/theme"), QLatin1String(names[size_t(theme)]));
}

QString Settings::language() const { return m_settings.value(QStringLiteral("window/language")).toString(); }

void Settings::setLanguage(const QString& language) { m_settings.setValue(QStringLiteral("window/language"), language); }

QStringList Settings::recentFiles() const { return m_settings.value(QStringLiteral("files/recent")).toStringList(); }

void Settings::addRecentFile(const QString& path) {
    QStringList files = recentFiles();
    files.removeAll(path);
    files.prepend(path);
    m_settings.setValue(QStringLiteral("files/recent"), files.mid(0, kRecentFiles));
}

QHash<QString, QString> Settings::lessonProgress() const {
    QHash<QString, QString> all;
    const QString group = QStringLiteral("lessons/");
    for (const QString& key : m_settings.allKeys())
        if (key.startsWith(group)) all.insert(QUrl::fromPercentEncoding(key.mid(group.size()).toLatin1()), m_settings.value(key).toString());
    return all;
}

void Settings::setLessonProgress(const QString& id, const QString& progress) {
    // Encoded: the id of a teacher's lesson is a path, and a slash would make a group.
    m_settings.setValue(QStringLiteral("lessons/") + QString::fromLatin1(QUrl::toPercentEncoding(id)), progress);
}

void Settings::clearRecentFiles() { m_settings.remove(QStringLiteral("files/recent")); }

} // namespace unwind::app
