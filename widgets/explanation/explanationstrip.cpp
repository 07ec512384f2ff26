#include "widgets/explanation/explanationstrip.h"

#include "widgets/common/paint.h"
#include "widgets/common/text.h"
#include "widgets/common/sentences.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>

namespace unwind::widgets {

namespace {
constexpr int kRuleWidth = 360; // at most; a longer rule takes two lines
} // namespace

// The panel with the goroutine's colour along its left edge, and its chip.
class ExplanationStrip::Frame : public QWidget {
public:
    using QWidget::QWidget;
    void show(const QString& name, Token token) {
        m_name = name;
        m_token = token;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override {
        const Palette& colours = Palette::current();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF rect = QRectF(this->rect()).adjusted(0.5, 0.5, -0.5, -0.5);
        QPainterPath panel;
        panel.addRoundedRect(rect, 8, 8);
        painter.setPen(colours.line);
        painter.setBrush(colours.panel);
        painter.drawPath(panel);
        QPainterPath edge;
        edge.addRect(QRectF(0, 0, 5, height()));
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_name.isEmpty() ? colours.line : colours.fill(m_token));
        painter.drawPath(panel.intersected(edge));
        if (m_name.isEmpty()) return;
        const double width = std::max(28, chipWidth(m_name));
        paintChip(painter, QRectF(18, height() / 2.0 - 8, width, kChipHeight), m_name, m_token, colours);
    }

private:
    QString m_name;
    Token m_token = Token::Dead;
};

ExplanationStrip::ExplanationStrip(Cursor* cursor, QWidget* parent)
    : QDockWidget(parent), m_cursor(cursor), m_frame(new Frame(this)), m_sentence(new QLabel(m_frame)),
      m_rule(new QLabel(m_frame)) {
    setObjectName(QStringLiteral("explanationStrip"));
    setWindowTitle(tr("Explanation"));
    setTitleBarWidget(new QWidget(this));
    auto* row = new QHBoxLayout(m_frame);
    row->setContentsMargins(62, 8, 16, 8);
    row->setSpacing(24);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_rule, 0, Qt::AlignRight | Qt::AlignVCenter);
    m_sentence->setObjectName(QStringLiteral("explanationSentence"));
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::RichText);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_rule->setObjectName(QStringLiteral("explanationRule"));
    m_rule->setWordWrap(true);
    m_rule->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_frame->setFixedHeight(56);
    setWidget(m_frame);
    restyle();
    connect(cursor, &Cursor::cursorChanged, this, &ExplanationStrip::refresh);
    refresh();
}

void ExplanationStrip::restyle() {
    QPalette secondary = palette();
    secondary.setColor(QPalette::WindowText, Palette::current().secondary);
    m_rule->setPalette(secondary);
}

void ExplanationStrip::refresh() {
    const state::Explanation& explanation = m_cursor->explanation();
    const bool told = m_cursor->log() && m_cursor->event();
    if (told) {
        m_plain = Sentences::plain(*m_cursor->log(), explanation);
        m_sentence->setText(Sentences::html(*m_cursor->log(), explanation));
    } else {
        m_plain = m_cursor->recording() ? tr("The program has not begun. Step forward to see its first event.")
                                        : tr("Open and run a program: every step of it is explained here in one sentence.");
        m_sentence->setText(m_plain.toHtmlEscaped());
    }
    QString rule = told ? fromUtf8(explanation.rule) : QString();
    m_rule->setText(rule.isEmpty() ? QString() : tr("rule: %1").arg(rule));
    m_rule->setFixedWidth(std::min(m_rule->fontMetrics().horizontalAdvance(m_rule->text()) + 4, kRuleWidth));
    const GoId go = told ? (explanation.go ? explanation.go : m_cursor->event()->go) : GoId{};
    const state::Goroutine* goroutine = m_cursor->snapshot().find(go);
    m_frame->show(goroutine ? goName(go) : QString(), goroutine ? tokenOf(*goroutine) : Token::Dead);
    m_frame->setAccessibleName(m_plain);
}

void ExplanationStrip::changeEvent(QEvent* event) {
    QDockWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) restyle();
    if (event->type() == QEvent::LanguageChange) {
        setWindowTitle(tr("Explanation"));
        refresh();
    }
}

} // namespace unwind::widgets
