// The panels of the window: a title with a count beside it, a thin round frame, and a grey sentence while there is nothing
// to show. PanelFrame is the chrome, Dock the same as a QDockWidget; a hidden dock does not refresh.
#pragma once

#include <QDockWidget>
#include <QFrame>

class QLabel;
class QStackedWidget;
class QHBoxLayout;

namespace unwind::widgets {

/// Title row of a panel.
class PanelTitle : public QWidget {
    Q_OBJECT

public:
    explicit PanelTitle(QWidget* parent = nullptr);
    void setTitle(const QString& title);
    void setCount(const QString& count);
    QString count() const;
    /// Adds a widget at the right end.
    void addTool(QWidget* tool);
    /// The word itself is left out where a tab says it already.
    void setTitleShown(bool shown);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void restyle();
    QLabel* m_title;
    QLabel* m_count;
    QHBoxLayout* m_row;
};

/// Body of a panel: the view, or a sentence when it is empty.
class PanelBody : public QFrame {
    Q_OBJECT

public:
    explicit PanelBody(QWidget* parent = nullptr);
    void setView(QWidget* view);
    void setEmptySentence(const QString& sentence);
    void setEmpty(bool empty);
    bool isEmpty() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QStackedWidget* m_stack;
    QLabel* m_sentence;
};

class Dock : public QDockWidget {
    Q_OBJECT

public:
    explicit Dock(const QString& objectName, QWidget* parent = nullptr);
    void setTitle(const QString& title);
    void setCount(const QString& count) { m_title->setCount(count); }
    QString count() const { return m_title->count(); }
    void setView(QWidget* view) { m_body->setView(view); }
    void setEmpty(bool empty) { m_body->setEmpty(empty); }
    void setEmptySentence(const QString& sentence) { m_body->setEmptySentence(sentence); }
    bool isEmpty() const { return m_body->isEmpty(); }
    PanelTitle* titleRow() const { return m_title; }

protected:
    /// Reads the cursor again; called when something changed and the dock can be seen.
    virtual void refresh() {}
    /// Sets title and sentences again after the language changed.
    virtual void retranslate() {}
    /// To be connected to what the view follows: refreshes now, or when it is shown.
    void changed();
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void showTitleWhereNeeded();
    PanelTitle* m_title;
    PanelBody* m_body;
    bool m_stale = true;
};

} // namespace unwind::widgets
