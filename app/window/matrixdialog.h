// The truth table of recover under the rules in force: runs the table's program on an engine of its own, shows the picture, and
// exports it with the code that the command line uses.
#pragma once

#include "app/window/session.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QPushButton;
class QScrollArea;

namespace unwind::widgets {
class MatrixView;
}

namespace unwind::app {

struct ExportOptions;

class MatrixDialog : public QDialog {
    Q_OBJECT

public:
    explicit MatrixDialog(QWidget* parent = nullptr);
    /// Runs the table under these rules and shows it.
    void run(const QString& profile, const QStringList& rules, int procs);
    Status exportTo(const ExportOptions& options);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showTable();
    void exportPressed();
    Session m_session;
    QLabel* m_words;
    widgets::MatrixView* m_view;
    QScrollArea* m_scroll;
    QDialogButtonBox* m_buttons;
    QPushButton* m_export;
};

} // namespace unwind::app
