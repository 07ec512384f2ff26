#include "widgets/lessons/articlebox.h"

#include "widgets/common/paint.h"
#include "widgets/lessons/lessontext.h"

#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

namespace unwind::widgets {

namespace {

QString articleHead(const std::string& section, const QString& plain, const QString& withSection) {
    if (section.empty()) return plain;
    QString words = QString::fromStdString(section);
    if (words.front().isDigit()) words.prepend(QStringLiteral("§"));
    return withSection.arg(words);
}

} // namespace

ArticleBox::ArticleBox(const lesson::ArticleBox& box, QWidget* parent) : QFrame(parent), m_layout(new QVBoxLayout(this)) {
    setObjectName(QStringLiteral("articleBox"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    addPart(articleHead(box.section, tr("What the article says"), tr("What the article says (%1)")), box.article);
    m_go = addPart(tr("What Go does"), box.go);
}

QWidget* ArticleBox::addPart(const QString& head, const std::string& words) {
    auto* part = new QWidget(this);
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(18, 9, 14, 11);
    column->setSpacing(4);
    auto* title = new QLabel(head, part);
    title->setObjectName(QStringLiteral("lessonBoxHead"));
    column->addWidget(title);
    auto* text = new LessonText(13, part);
    text->setMarkdownText(QString::fromStdString(words));
    connect(text, &LessonText::linkActivated, this, &ArticleBox::linkActivated);
    column->addWidget(text);
    m_layout->addWidget(part);
    return part;
}

// Above on the card's ground with an empty bar, below on the panel's with a full one.
void ArticleBox::paintEvent(QPaintEvent*) {
    const Palette& colours = Palette::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF all = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath outline;
    outline.addRoundedRect(all, 8, 8);
    const int middle = m_go->y();
    painter.setClipPath(outline);
    painter.fillRect(QRectF(0, 0, width(), middle), colours.card);
    painter.fillRect(QRectF(0, middle, width(), height() - middle), colours.panel);
    painter.fillRect(QRectF(0, middle, 5, height() - middle), colours.fill(Token::Recovered));
    painter.fillRect(QRectF(0, 0, 5, middle), colours.line);
    painter.setPen(colours.line);
    painter.drawLine(0, middle, width(), middle);
    painter.setClipping(false);
    painter.drawPath(outline);
}

} // namespace unwind::widgets
