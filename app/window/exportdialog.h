// What to export: view, format, theme. The file is asked for afterwards.
#pragma once

#include "app/window/exporter.h"

#include <QDialog>

class QComboBox;

namespace unwind::app {

class ExportDialog : public QDialog {
    Q_OBJECT

public:
    /// proposed: the view chosen at first; Compare can be chosen only where it is proposed.
    ExportDialog(bool dark, ExportView proposed, QWidget* parent = nullptr);
    /// All but the path.
    ExportOptions options() const;

private:
    QComboBox* m_view;
    QComboBox* m_format;
    QComboBox* m_theme;
};

} // namespace unwind::app
