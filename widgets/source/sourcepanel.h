// The source pane: the file where the selected goroutine stands, with every goroutine's place beside its line. The program's
// own text can be edited and run again; while it differs from what ran, no places are shown, for they would be wrong.
#pragma once

#include "widgets/common/breakpoints.h"
#include "widgets/common/cursor.h"
#include "widgets/source/sourceeditor.h"

#include <QWidget>

class QToolButton;

namespace unwind::widgets {

class PanelTitle;

class SourcePanel : public QWidget {
    Q_OBJECT

public:
    SourcePanel(Cursor* cursor, Breakpoints* breakpoints, QWidget* parent = nullptr);
    /// The program's own file: its name as the log calls it, and its text.
    void setProgram(const QString& fileName, const QString& text);
    QString programText() const;
    QString fileName() const { return m_fileName; }
    bool isEdited() const;
    /// The text that was run last is the one here: places are right again.
    void setRan();
    void setMessages(const QList<SourceMessage>& messages);
    void setEditing(bool editing);
    bool isEditing() const { return m_editing; }
    SourceEditor* editor() const { return m_editor; }
    /// Shows a place, of the program or of the standard library.
    void show(SourcePos pos);

public Q_SLOTS:
    void toggleBreakpoint();
    /// Goes to the next error or warning and shows what it says.
    void nextMessage();

Q_SIGNALS:
    void editingChanged(bool editing);
    void editedChanged(bool edited);

protected:
    void changeEvent(QEvent* event) override;

private:
    void setupView();
    void connectCursor();
    void refresh();
    void showFile(FileId file);
    void showBreakpoints();
    void retranslate();
    void updateTitle();

    Cursor* m_cursor;
    Breakpoints* m_breakpoints;
    PanelTitle* m_title;
    QToolButton* m_editButton;
    SourceEditor* m_editor;
    QString m_fileName;   ///< of the program
    QString m_program;    ///< its text while another file is shown
    QString m_ranText;
    QList<SourceMessage> m_messages; ///< about the program
    FileId m_shown;       ///< the standard library's file that is shown; none while it is the program
    bool m_editing = false;
    bool m_loading = false;
};

} // namespace unwind::widgets
