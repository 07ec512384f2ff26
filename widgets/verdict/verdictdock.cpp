#include "widgets/verdict/verdictdock.h"

#include "widgets/common/text.h"
#include "widgets/verdict/verdictpicture.h"

#include <QMouseEvent>
#include <QPainter>
#include <QScrollArea>

namespace unwind::widgets {

class VerdictDock::Canvas : public QWidget {
public:
    explicit Canvas(Cursor* cursor) : m_cursor(cursor) { setCursor(Qt::PointingHandCursor); }
    void show(const VerdictPicture& picture) {
        m_picture = picture;
        setAccessibleName(picture.text());
        fit();
        update();
    }
    const VerdictPicture& picture() const { return m_picture; }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        m_picture.paint(&painter, QRectF(0, 8, width(), 0), Palette::current());
    }
    void resizeEvent(QResizeEvent*) override { fit(); }
    void mouseReleaseEvent(QMouseEvent* event) override {
        if (event->button() == Qt::LeftButton && !m_picture.isEmpty()) m_cursor->moveTo(m_picture.seq() + 1);
    }

private:
    void fit() { setMinimumHeight(8 + m_picture.paint(nullptr, QRectF(0, 0, width(), 0), Palette::current())); }
    Cursor* m_cursor;
    VerdictPicture m_picture;
};

VerdictDock::VerdictDock(Cursor* cursor, QWidget* parent)
    : Dock(QStringLiteral("verdictDock"), parent), m_cursor(cursor), m_canvas(new Canvas(cursor)), m_area(new QScrollArea(this)) {
    m_canvas->setObjectName(QStringLiteral("verdictCanvas"));
    m_area->setWidget(m_canvas);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setView(m_area);
    connect(cursor, &Cursor::cursorChanged, this, &VerdictDock::changed);
    retranslate();
    changed();
}

QString VerdictDock::text() const { return m_canvas->picture().text(); }

void VerdictDock::refresh() {
    m_canvas->show(VerdictPicture::of(*m_cursor));
    setEmpty(m_canvas->picture().isEmpty());
    setCount(m_canvas->picture().isEmpty() ? QString() : goName(m_canvas->picture().goroutine()));
}

void VerdictDock::retranslate() {
    setTitle(tr("Verdict"));
    setEmptySentence(tr("Each recover() gets a card here: who called it, what was in progress, what it returned, and why."));
}

} // namespace unwind::widgets
