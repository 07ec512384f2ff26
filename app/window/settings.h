// What the window remembers between starts.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QSettings>
#include <QStringList>

namespace unwind::app {

enum class ThemeChoice : uint8_t { System, Light, Dark };

class Settings {
public:
    Settings();
    ThemeChoice theme() const;
    void setTheme(ThemeChoice theme);
    /// "en", "zh_CN", or empty for the system's language.
    QString language() const;
    void setLanguage(const QString& language);
    QStringList recentFiles() const;
    void addRecentFile(const QString& path);
    void clearRecentFiles();
    QByteArray geometry() const { return m_settings.value(QStringLiteral("window/geometry")).toByteArray(); }
    void setGeometry(const QByteArray& geometry) { m_settings.setValue(QStringLiteral("window/geometry"), geometry); }
    QByteArray layout() const { return m_settings.value(QStringLiteral("window/layout")).toByteArray(); }
    void setLayout(const QByteArray& layout) { m_settings.setValue(QStringLiteral("window/layout"), layout); }
    int procs() const { return m_settings.value(QStringLiteral("run/procs"), 4).toInt(); }
    void setProcs(int procs) { m_settings.setValue(QStringLiteral("run/procs"), procs); }
    /// How far the person got with each lesson, by the lesson's id.
    QHash<QString, QString> lessonProgress() const;
    void setLessonProgress(const QString& id, const QString& progress);

private:
    QSettings m_settings;
};

} // namespace unwind::app
