// The card of the newest recover() at the cursor, in the person's language, and how it is painted: the same in the dock and
// in exports. Plain painter calls, lines broken by arithmetic, because SVG text does not wrap.
#pragma once

#include "state/verdict.h"
#include "widgets/common/cursor.h"
#include "widgets/common/palette.h"

#include <QCoreApplication>
#include <QList>
#include <QRectF>

class QPainter;

namespace unwind::widgets {

class VerdictPicture {
    Q_DECLARE_TR_FUNCTIONS(VerdictPicture)

public:
    /// Of the last recover() before the cursor; empty when there was none.
    static VerdictPicture of(const Cursor& cursor);

    bool isEmpty() const { return m_rows.isEmpty(); }
    Seq seq() const { return m_seq; }
    GoId goroutine() const { return m_go; }
    /// A line "label: answer" for each row, for screen readers and tests.
    QString text() const;
    /// Paints into a column, or only measures when the painter is null; returns the height.
    int paint(QPainter* painter, const QRectF& column, const Palette& palette) const;

private:
    struct Row {
        QString label, answer;
    };
    Seq m_seq = kNoSeq;
    GoId m_go;
    QString m_chip, m_place;
    Token m_token = Token::Waiting;
    QList<Row> m_rows;
};

} // namespace unwind::widgets
