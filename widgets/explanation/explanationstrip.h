// The sentence: what just happened and why, with the rule behind it at the right end. A dock without a title, as wide as the
// window. Someone who reads nothing else still learns.
#pragma once

#include "widgets/common/cursor.h"

#include <QDockWidget>

class QLabel;

namespace unwind::widgets {

class ExplanationStrip : public QDockWidget {
    Q_OBJECT

public:
    explicit ExplanationStrip(Cursor* cursor, QWidget* parent = nullptr);
    /// The sentence as plain text.
    QString sentence() const { return m_plain; }

protected:
    void changeEvent(QEvent* event) override;

private:
    class Frame;
    void refresh();
    void restyle();

    Cursor* m_cursor;
    Frame* m_frame;
    QLabel* m_sentence;
    QLabel* m_rule;
    QString m_plain;
};

} // namespace unwind::widgets
