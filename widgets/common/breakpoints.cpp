#include "widgets/common/breakpoints.h"

#include <algorithm>

namespace unwind::widgets {

bool Breakpoints::isEmpty() const {
    return std::all_of(m_lines.begin(), m_lines.end(), [](const QSet<int>& lines) { return lines.isEmpty(); });
}

void Breakpoints::toggle(const QString& file, int line) {
    QSet<int>& lines = m_lines[file];
    if (!lines.remove(line)) lines.insert(line);
    Q_EMIT changed();
}

void Breakpoints::setLines(const QString& file, const QSet<int>& lines) {
    if (m_lines.value(file) == lines) return;
    m_lines[file] = lines;
    Q_EMIT changed();
}

void Breakpoints::clear() {
    if (isEmpty()) return;
    m_lines.clear();
    Q_EMIT changed();
}

} // namespace unwind::widgets
