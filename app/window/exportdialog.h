// What to export: view, format, theme. The file is asked for afterwards.
#pragma once

#include "app/window/exporter.h"
#include "app/window/reportexporter.h"

#include <QDialog>

class QComboBox;

namespace unwind::app {

class ExportDialog : public QDialog {
    Q_OBJECT

public:
    /// proposed: the view chosen at first; Compare can be chosen only where it is proposed.
    ExportDialog(bool dark, ExportView proposed, QWidget* parent = nullptr);
    /// Chooses what the program reports of itself.
    void proposeReports();
    /// All but the path; of a picture.
    ExportOptions options() const;
    /// None: a picture is wanted.
    std::optional<ReportFormat> reportFormat() const;

private:
    void viewChosen();
    QComboBox* m_view;
    QComboBox* m_format;
    QComboBox* m_theme;
};

} // namespace unwind::app
