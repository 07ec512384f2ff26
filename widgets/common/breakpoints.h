// The lines the person has marked to stop at, by file name; shared by Source, the steps on the recording and the engine.
#pragma once

#include <QMap>
#include <QObject>
#include <QSet>

namespace unwind::widgets {

class Breakpoints : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    /// Lines count from 1.
    QSet<int> lines(const QString& file) const { return m_lines.value(file); }
    bool contains(const QString& file, int line) const { return m_lines.value(file).contains(line); }
    const QMap<QString, QSet<int>>& all() const { return m_lines; }
    bool isEmpty() const;

public Q_SLOTS:
    void toggle(const QString& file, int line);
    void setLines(const QString& file, const QSet<int>& lines);
    void clear();

Q_SIGNALS:
    void changed();

private:
    QMap<QString, QSet<int>> m_lines;
};

} // namespace unwind::widgets
