// "?": all keys on one sheet.
#pragma once

#include <QDialog>

class QAction;

namespace unwind::app {

class ShortcutSheet : public QDialog {
    Q_OBJECT

public:
    ShortcutSheet(const QList<QAction*>& actions, QWidget* parent);
};

} // namespace unwind::app
