#include "app/window/gallery.h"

#include "widgets/common/paint.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QTextLayout>
#include <QVBoxLayout>

namespace unwind::app {

using widgets::Palette;

namespace {

constexpr int kMargin = 32, kGap = 12, kCardWidth = 290, kCardHeight = 108;

// Wraps into a number of lines; the last is cut short with dots. Returns the height used.
double drawWrapped(QPainter& painter, const QRectF& rect, const QString& text, int lines) {
    const QFontMetricsF metrics(painter.font());
    QTextLayout layout(text, painter.font());
    layout.beginLayout();
    double y = rect.top();
    for (int i = 0; i < lines; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid()) break;
        line.setLineWidth(rect.width());
        QString words = text.mid(line.textStart(), line.textLength()).trimmed();
        const bool cut = i + 1 == lines && line.textStart() + line.textLength() < text.size();
        if (cut) words = metrics.elidedText(text.mid(line.textStart()), Qt::ElideRight, rect.width());
        painter.drawText(QRectF(rect.left(), y, rect.width(), metrics.height()), Qt::AlignLeft | Qt::AlignVCenter, words);
        y += metrics.height() + 1;
    }
    layout.endLayout();
    return y - rect.top();
}

} // namespace

DemoCard::DemoCard(const Demo& demo, int number, QWidget* parent) : QAbstractButton(parent), m_demo(demo), m_number(number) {
    setObjectName(QStringLiteral("demo:") + demo.fileName);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    retranslate();
}

void DemoCard::retranslate() {
    setAccessibleName(m_demo.shownTitle());
    setAccessibleDescription(m_demo.shownDescription());
    setToolTip(m_demo.shownDescription());
}

void DemoCard::changeEvent(QEvent* event) {
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void DemoCard::paintEvent(QPaintEvent*) {
    const Palette& colours = Palette::current();
    QPainter painter(this);
    const bool lit = underMouse() || hasFocus();
    widgets::paintCard(painter, rect(), isDown() ? colours.selection : colours.panel, lit ? colours.accent : colours.line, 8);
    const QRectF inner = QRectF(rect()).adjusted(14, 11, -14, -10);
    painter.setFont(widgets::uiFont(11));
    painter.setPen(colours.secondary);
    const QString corner = m_demo.profile.isEmpty() ? QString::number(m_number) : m_demo.profile;
    painter.drawText(inner, Qt::AlignRight | Qt::AlignTop, corner);
    const double cornerWidth = QFontMetricsF(painter.font()).horizontalAdvance(corner) + 10;
    painter.setFont(widgets::uiFont(13, QFont::DemiBold));
    painter.setPen(colours.text);
    const double titleHeight = drawWrapped(painter, inner.adjusted(0, 0, -cornerWidth, 0), m_demo.shownTitle(), 2);
    painter.setFont(widgets::uiFont(12));
    painter.setPen(colours.secondary);
    drawWrapped(painter, inner.adjusted(0, titleHeight + 5, 0, 0), m_demo.shownDescription(), 3);
}

Gallery::Gallery(QWidget* parent)
    : QWidget(parent), m_demos(demos()), m_scroll(new QScrollArea(this)), m_page(new QWidget), m_heading(new QLabel(m_page)),
      m_lead(new QLabel(m_page)), m_articleHeading(new QLabel(m_page)), m_articleLead(new QLabel(m_page)), m_open(new QPushButton(m_page)),
      m_lessons(new QPushButton(m_page)) {
    setObjectName(QStringLiteral("gallery"));
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->addWidget(m_scroll);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setWidget(m_page);
    m_heading->setObjectName(QStringLiteral("galleryHeading")); // the style sheet gives both their fonts
    m_lead->setObjectName(QStringLiteral("galleryLead"));
    m_articleHeading->setObjectName(QStringLiteral("galleryArticleHeading"));
    m_articleLead->setObjectName(QStringLiteral("galleryLead"));
    m_open->setObjectName(QStringLiteral("galleryOpen"));
    connect(m_open, &QAbstractButton::clicked, this, &Gallery::openRequested);
    m_lessons->setObjectName(QStringLiteral("galleryLessons"));
    connect(m_lessons, &QAbstractButton::clicked, this, &Gallery::lessonsRequested);
    for (int i = 0; i < m_demos.size(); ++i) {
        auto* card = new DemoCard(m_demos[i], i + 1, m_page);
        connect(card, &QAbstractButton::clicked, this, [this, i] { Q_EMIT demoChosen(m_demos[i]); });
        m_cards.append(card);
    }
    retranslate();
    placeCards();
}

void Gallery::placeCards() {
    const int usable = std::max(kCardWidth, width() - 2 * kMargin - 12);
    const int columns = std::max(1, (usable + kGap) / (kCardWidth + kGap));
    const int card = (usable - (columns - 1) * kGap) / columns;
    m_heading->setGeometry(kMargin, 24, usable - 310, 32);
    m_lead->setGeometry(kMargin, 58, usable - 310, 22);
    m_open->setGeometry(kMargin + usable - 140, 36, 140, 32);
    m_lessons->setGeometry(kMargin + usable - 290, 36, 140, 32);
    int y = 100, column = 0;
    auto nextRow = [&] {
        column = 0;
        y += kCardHeight + kGap;
    };
    for (int i = 0; i < m_cards.size(); ++i) {
        if (i > 0 && m_demos[i].group != m_demos[i - 1].group) {
            if (column > 0) nextRow();
            m_articleHeading->setGeometry(kMargin, y + 14, usable, 28);
            m_articleLead->setGeometry(kMargin, y + 44, usable, 22);
            y += 80;
        }
        m_cards[i]->setGeometry(kMargin + column * (card + kGap), y, card, kCardHeight);
        if (++column == columns) nextRow();
    }
    if (column > 0) nextRow();
    m_page->setMinimumHeight(y + 16);
}

void Gallery::resizeEvent(QResizeEvent*) { placeCards(); }

void Gallery::retranslate() {
    m_heading->setText(tr("What happens when Go panics?"));
    m_lead->setText(tr("Pick a program and step through it, forwards and backwards."));
    m_articleHeading->setText(tr("The article"));
    m_articleLead->setText(tr("What an article says about Go 1.25, claim by claim. Choose Go 1.25 in the profile box to see what released Go does."));
    m_open->setText(tr("Open a file…"));
    m_lessons->setText(tr("Lessons"));
}

void Gallery::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

} // namespace unwind::app
