#include "widgets/matrix/matrixview.h"

#include "widgets/matrix/matrixpicture.h"

#include <QPainter>

namespace unwind::widgets {

namespace {
constexpr int kMargin = 10;
}

MatrixView::MatrixView(QWidget* parent) : QWidget(parent) { setObjectName(QStringLiteral("matrixView")); }

void MatrixView::setTable(std::optional<state::RecoverTable> table) {
    m_table = std::move(table);
    const int height = m_table ? paintMatrix(nullptr, *m_table, Palette::current()) : 0;
    setFixedSize(kMatrixWidth + 2 * kMargin, height + 2 * kMargin);
    update();
}

void MatrixView::paintEvent(QPaintEvent*) {
    if (!m_table) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(kMargin, kMargin);
    paintMatrix(&painter, *m_table, Palette::current());
}

} // namespace unwind::widgets
