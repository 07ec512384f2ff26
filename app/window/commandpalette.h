// Ctrl+Shift+P: every action of the window by name, with its key; typing narrows the list, Enter does it.
#pragma once

#include <QDialog>

class QAction;
class QLineEdit;
class QListWidget;

namespace unwind::app {

class CommandPalette : public QDialog {
    Q_OBJECT

public:
    CommandPalette(const QList<QAction*>& actions, QWidget* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill(const QString& words);
    void trigger();

    QList<QAction*> m_actions;
    QLineEdit* m_edit;
    QListWidget* m_list;
};

} // namespace unwind::app
