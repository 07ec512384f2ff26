// What the program printed, as lines; each knows the event that printed its last piece. Standard output and standard error
// keep their own unfinished lines, as a terminal shows them in the order of printing.
#pragma once

#include "widgets/common/cursor.h"

#include <QAbstractListModel>

namespace unwind::widgets {

class OutputModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { SeqRole = Qt::UserRole, ErrorRole, FutureRole };

    explicit OutputModel(const Cursor* cursor, QObject* parent = nullptr);
    void reset();
    /// Adds what was printed since the last call.
    void extend();
    /// The cursor moved: lines after it are shown pale.
    void cursorMoved();
    /// The last line printed at or before the cursor, or -1.
    int rowAtCursor() const;
    Seq seqOf(int row) const { return m_lines[row].seq; }

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_lines.size()); }
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    struct Line {
        QString text;
        Seq seq = 0;
        uint8_t fd = 1;
        bool ended = false;
    };
    const Cursor* m_cursor;
    QList<Line> m_lines;
    size_t m_spans = 0;
};

} // namespace unwind::widgets
