#include "app/window/settings.h"

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
    const QVariantMap map = m_settings.value(QStringLiteral("lessons/progress")).toMap();
    for (auto it = map.begin(); it != map.end(); ++it) all.insert(it.key(), it.value().toString());
    return all;
}

void Settings::setLessonProgress(const QString& id, const QString& progress) {
    QVariantMap map = m_settings.value(QStringLiteral("lessons/progress")).toMap();
    map.insert(id, progress);
    m_settings.setValue(QStringLiteral("lessons/progress"), map);
}

void Settings::clearRecentFiles() { m_settings.remove(QStringLiteral("files/recent")); }

} // namespace unwind::app
