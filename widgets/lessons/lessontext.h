// A piece of a lesson's Markdown, as high as its text, in the window's fonts and colours. It has no scroll bars: the page does.
#pragma once

#include <QTextBrowser>

namespace unwind::widgets {

class LessonText : public QTextBrowser {
    Q_OBJECT

public:
    explicit LessonText(int pixelSize = 14, QWidget* parent = nullptr);
    void setMarkdownText(const QString& markdown);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {60, 20}; }

Q_SIGNALS:
    void linkActivated(const QUrl& url);
    /// A click that hits no link.
    void clicked();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void render();
    void styleBlocks();
    void styleFragments();
    void styleTables();
    void fitHeight();

    int m_pixelSize;
    QString m_markdown;
};

} // namespace unwind::widgets
