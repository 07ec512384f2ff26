#include "widgets/profile/rulecard.h"

#include "widgets/common/paint.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QWheelEvent>

namespace unwind::widgets {

namespace {

/// Scrolling the list must not change a rule.
class RuleBox : public QComboBox {
public:
    using QComboBox::QComboBox;

protected:
    void wheelEvent(QWheelEvent* event) override { event->ignore(); }
};

QLabel* words(QWidget* parent, int pixelSize) {
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setFont(uiFont(pixelSize));
    return label;
}

} // namespace

RuleCard::RuleCard(const QString& rule, QWidget* parent)
    : QFrame(parent), m_name(new QLabel(rule, this)), m_changed(new QLabel(this)), m_sentence(words(this, 12)),
      m_meaning(words(this, 12)), m_box(new RuleBox(this)) {
    setObjectName(QStringLiteral("rule:") + rule);
    m_name->setFont(codeFont(12));
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_changed->setFont(uiFont(11, QFont::DemiBold));
    m_box->setObjectName(QStringLiteral("ruleBox:") + rule);
    m_box->setFont(codeFont(11));
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_box->setMinimumWidth(120);
    m_box->setAccessibleName(rule);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(10, 9, 10, 10);
    grid->setVerticalSpacing(4);
    grid->addWidget(m_name, 0, 0);
    grid->addWidget(m_box, 0, 1, Qt::AlignRight);
    grid->addWidget(m_sentence, 1, 0, 1, 2);
    grid->addWidget(m_meaning, 2, 0, 1, 2);
    grid->addWidget(m_changed, 3, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    connect(m_box, &QComboBox::activated, this, [this](int index) { Q_EMIT valueChosen(m_item.name, m_item.values[index].name); });
}

void RuleCard::setItem(const RuleItem& item) {
    m_item = item;
    const QSignalBlocker block(m_box);
    m_box->clear();
    for (const RuleChoice& choice : item.values) {
        m_box->addItem(choice.name);
        m_box->setItemData(m_box->count() - 1, choice.sentence, Qt::ToolTipRole);
    }
    m_box->setCurrentIndex(item.value);
    m_sentence->setText(item.sentence);
    m_changed->setVisible(item.value != item.base);
    m_changed->setText(tr("changed; the profile says %1").arg(item.values[item.base].name));
    restyle();
}

void RuleCard::restyle() {
    const Palette& colours = Palette::current();
    QPalette secondary = palette();
    secondary.setColor(QPalette::WindowText, colours.secondary);
    m_sentence->setPalette(secondary);
    QPalette marked = palette();
    marked.setColor(QPalette::WindowText, colours.accent);
    m_changed->setPalette(marked);
    if (m_item.values.isEmpty()) return;
    const RuleChoice& now = m_item.values[m_item.value];
    m_meaning->setText(QStringLiteral("%1 <span style=\"color:%2\">%3</span>")
                           .arg(now.sentence.toHtmlEscaped(), colours.secondary.name(), now.source.toHtmlEscaped()));
    update();
}

void RuleCard::paintEvent(QPaintEvent*) {
    const Palette& colours = Palette::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool changed = m_item.value != m_item.base;
    paintCard(painter, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), colours.card, changed ? colours.accent : colours.line);
}

void RuleCard::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) restyle();
}

} // namespace unwind::widgets
