#include "widgets/lessons/lessontext.h"

#include "widgets/common/paint.h"

#include <QAbstractTextDocumentLayout>
#include <QMouseEvent>
#include <QTextBlock>
#include <QTextTable>
#include <cmath>

namespace unwind::widgets {

LessonText::LessonText(int pixelSize, QWidget* parent) : QTextBrowser(parent), m_pixelSize(pixelSize) {
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(0);
    connect(this, &QTextBrowser::anchorClicked, this, &LessonText::linkActivated);
}

void LessonText::setMarkdownText(const QString& markdown) {
    m_markdown = markdown;
    render();
}

void LessonText::render() {
    QPalette colours = palette();
    colours.setColor(QPalette::Base, Qt::transparent);
    colours.setColor(QPalette::Text, Palette::current().text);
    colours.setColor(QPalette::Link, Palette::current().accent);
    if (colours != palette()) setPalette(colours);
    document()->setDefaultFont(uiFont(m_pixelSize));
    setMarkdown(m_markdown);
    styleBlocks();
    styleFragments();
    styleTables();
    QTextCursor start(document());
    setTextCursor(start);
    fitHeight();
}

// Lines a little apart, paragraphs half a line; the last block ends the text without a gap.
void LessonText::styleBlocks() {
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        QTextBlockFormat format = block.blockFormat();
        const bool inList = block.textList(), isCode = format.hasProperty(QTextFormat::BlockCodeFence);
        format.setTopMargin(0);
        const double after = isCode && block.next().blockFormat().hasProperty(QTextFormat::BlockCodeFence) ? 0 : inList ? 4 : 9;
        format.setBottomMargin(block.next().isValid() ? after : 0);
        format.setLineHeight(isCode ? 120 : 128, QTextBlockFormat::ProportionalHeight);
        if (isCode) format.setBackground(Palette::current().card);
        QTextCursor(block).setBlockFormat(format);
    }
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        QTextList* list = block.textList();
        if (!list) continue;
        QTextListFormat format = list->format();
        format.setIndent(1);
        list->setFormat(format);
    }
    document()->setIndentWidth(18);
}

// Code in the code font on a pale ground; links in the accent colour. Changes are collected first: they invalidate iterators.
void LessonText::styleFragments() {
    struct Change {
        int from, to;
        QTextCharFormat format;
    };
    QList<Change> changes;
    const Palette& colours = Palette::current();
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextFragment fragment = it.fragment();
            QTextCharFormat format;
            if (fragment.charFormat().fontFixedPitch()) {
                const QFont font = codeFont(m_pixelSize - 1);
                format.setFontFamilies(font.families().isEmpty() ? QStringList{font.family()} : font.families());
                format.setProperty(QTextFormat::FontPixelSize, m_pixelSize - 1);
                if (!block.blockFormat().hasProperty(QTextFormat::BlockCodeFence)) format.setBackground(colours.card);
            }
            if (fragment.charFormat().isAnchor()) {
                format.setForeground(colours.accent);
                format.setFontUnderline(true);
            }
            if (!format.isEmpty()) changes.append({fragment.position(), fragment.position() + fragment.length(), format});
        }
    }
    for (const Change& change : changes) {
        QTextCursor cursor(document());
        cursor.setPosition(change.from);
        cursor.setPosition(change.to, QTextCursor::KeepAnchor);
        cursor.mergeCharFormat(change.format);
    }
}

void LessonText::styleTables() {
    for (QTextFrame* frame : document()->rootFrame()->childFrames()) {
        auto* table = qobject_cast<QTextTable*>(frame);
        if (!table) continue;
        QTextTableFormat format = table->format();
        format.setCellPadding(4);
        format.setCellSpacing(0);
        format.setBorder(1);
        format.setBorderCollapse(true);
        format.setBorderBrush(Palette::current().line);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBottomMargin(9);
        table->setFormat(format);
        for (int row = 0; row < table->rows(); ++row)
            for (int column = 0; column < table->columns(); ++column) {
                QTextCursor cursor = table->cellAt(row, column).firstCursorPosition();
                QTextBlockFormat block = cursor.blockFormat();
                block.setBottomMargin(0);
                cursor.setBlockFormat(block);
            }
    }
}

void LessonText::fitHeight() {
    document()->setTextWidth(viewport()->width());
    setFixedHeight(int(std::ceil(document()->size().height())));
}

QSize LessonText::sizeHint() const { return {300, height()}; }

void LessonText::resizeEvent(QResizeEvent* event) {
    QTextBrowser::resizeEvent(event);
    if (event->size().width() != event->oldSize().width()) fitHeight();
}

void LessonText::changeEvent(QEvent* event) {
    QTextBrowser::changeEvent(event);
    // Setting its own palette ends in one more such event, with nothing left to change.
    const bool coloured = event->type() == QEvent::PaletteChange && palette().color(QPalette::Text) != Palette::current().text;
    if (!m_markdown.isEmpty() && (coloured || event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::StyleChange)) render();
}

void LessonText::mouseReleaseEvent(QMouseEvent* event) {
    const bool onLink = !anchorAt(event->pos()).isEmpty();
    QTextBrowser::mouseReleaseEvent(event);
    if (!onLink && event->button() == Qt::LeftButton && !textCursor().hasSelection()) Q_EMIT clicked();
}

void LessonText::wheelEvent(QWheelEvent* event) { event->ignore(); } // the page scrolls

} // namespace unwind::widgets
