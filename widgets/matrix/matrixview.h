// The truth table of recover in the window: the picture of the exports, in the colours of the theme.
#pragma once

#include "state/recovertable.h"

#include <QWidget>
#include <optional>

namespace unwind::widgets {

class MatrixView : public QWidget {
    Q_OBJECT

public:
    explicit MatrixView(QWidget* parent = nullptr);
    void setTable(std::optional<state::RecoverTable> table);
    bool hasTable() const { return m_table.has_value(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::optional<state::RecoverTable> m_table;
};

} // namespace unwind::widgets
