#include "app/window/banner.h"

#include "widgets/common/paint.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace unwind::app {

Banner::Banner(QWidget* parent) : QWidget(parent), m_sentence(new QLabel(this)), m_button(new QPushButton(this)) {
    setObjectName(QStringLiteral("banner"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(20, 6, 12, 6);
    m_sentence->setObjectName(QStringLiteral("bannerSentence"));
    m_sentence->setWordWrap(true);
    row->addWidget(m_sentence, 1);
    m_button->setObjectName(QStringLiteral("bannerButton"));
    row->addWidget(m_button);
    auto* close = new QToolButton(this);
    close->setText(QStringLiteral("×"));
    close->setToolTip(tr("Close"));
    row->addWidget(close);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_button, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT buttonClicked();
    });
    hide();
}

void Banner::show(const QString& sentence, const QString& button) {
    m_sentence->setText(sentence);
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
    QWidget::show();
}

QString Banner::sentence() const { return m_sentence->text(); }

void Banner::paintEvent(QPaintEvent*) {
    const widgets::Palette& colours = widgets::Palette::current();
    QPainter painter(this);
    painter.fillRect(rect(), colours.panel);
    painter.fillRect(0, 0, 5, height(), colours.fill(widgets::Token::Panicking));
    painter.setPen(colours.line);
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

} // namespace unwind::app
