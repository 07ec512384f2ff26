#include "widgets/source/sourcepanel.h"

#include "widgets/common/dock.h"
#include "widgets/common/names.h"
#include "widgets/common/text.h"

#include <QEvent>
#include <QToolButton>
#include <QVBoxLayout>

namespace unwind::widgets {

SourcePanel::SourcePanel(Cursor* cursor, Breakpoints* breakpoints, QWidget* parent)
    : QWidget(parent), m_cursor(cursor), m_breakpoints(breakpoints), m_title(new PanelTitle(this)),
      m_editButton(new QToolButton(this)), m_editor(new SourceEditor(this)) {
    setObjectName(QStringLiteral("sourcePanel"));
    setupView();
    connectCursor();
    retranslate();
}

void SourcePanel::setupView() {
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    auto* body = new PanelBody(this);
    body->setView(m_editor);
    body->setEmpty(false);
    box->addWidget(m_title);
    box->addWidget(body, 1);
    m_editButton->setObjectName(QStringLiteral("editButton"));
    m_editButton->setCheckable(true);
    m_editButton->setAutoRaise(true);
    m_title->addTool(m_editButton);
    m_editor->setReadOnly(true);
    setMinimumSize(240, 160);
}

void SourcePanel::connectCursor() {
    connect(m_editButton, &QToolButton::toggled, this, &SourcePanel::setEditing);
    connect(m_editor, &SourceEditor::breakpointToggleRequested, this, [this](int line) {
        if (!m_shown) m_breakpoints->toggle(m_fileName, line);
    });
    connect(m_editor, &SourceEditor::chipClicked, this, [this](int line) {
        m_cursor->select(GoId{m_editor->chips().value(line).name.mid(1).toULongLong()});
    });
    connect(m_editor, &QsciScintilla::textChanged, this, [this] {
        if (m_loading || m_shown) return;
        m_breakpoints->setLines(m_fileName, m_editor->breakpoints());
        setMessages({});
        Q_EMIT editedChanged(isEdited());
        refresh();
    });
    connect(m_breakpoints, &Breakpoints::changed, this, &SourcePanel::showBreakpoints);
    connect(m_cursor, &Cursor::cursorChanged, this, &SourcePanel::refresh);
    connect(m_cursor, &Cursor::goroutineChanged, this, &SourcePanel::refresh);
}

void SourcePanel::setProgram(const QString& fileName, const QString& text) {
    m_fileName = fileName;
    m_program = m_ranText = text;
    m_shown = {};
    m_loading = true;
    m_editor->setText(text);
    m_editor->setModified(false);
    m_loading = false;
    setMessages({});
    m_editor->setCurrentLine(0, Token::Running);
    m_editor->setChips({});
    m_editor->setFirstVisibleLine(0);
    setEditing(false);
    showBreakpoints();
    updateTitle();
}

QString SourcePanel::programText() const { return m_shown ? m_program : m_editor->text(); }

bool SourcePanel::isEdited() const { return programText() != m_ranText; }

void SourcePanel::setRan() {
    m_ranText = programText();
    Q_EMIT editedChanged(false);
    refresh();
}

void SourcePanel::setMessages(const QList<SourceMessage>& messages) {
    m_messages = messages;
    const auto error = std::find_if(messages.begin(), messages.end(), [](const SourceMessage& m) { return m.error; });
    if (error != messages.end()) showFile({});
    if (!m_shown) m_editor->setMessages(messages);
    if (error != messages.end()) m_editor->reveal(error->line);
    updateTitle();
}

void SourcePanel::setEditing(bool editing) {
    if (editing && m_shown) showFile({});
    m_editing = editing;
    m_editor->setReadOnly(!editing || bool(m_shown));
    const QSignalBlocker block(m_editButton);
    m_editButton->setChecked(editing);
    if (editing) m_editor->setFocus();
    updateTitle();
    Q_EMIT editingChanged(editing);
}

void SourcePanel::showFile(FileId file) {
    if (file == m_shown) return;
    if (!m_shown) m_program = m_editor->text();
    m_shown = file;
    m_loading = true;
    m_editor->setReadOnly(false);
    m_editor->setText(file ? fromUtf8(m_cursor->log()->header().files[file.value - 1].text) : m_program);
    m_editor->setReadOnly(bool(file) || !m_editing);
    m_loading = false;
    m_editor->setMessages(file ? QList<SourceMessage>() : m_messages);
    showBreakpoints();
    updateTitle();
}

void SourcePanel::show(SourcePos pos) {
    const trace::LogReader* log = m_cursor->log();
    if (!log || !pos.file || pos.file.value > log->header().files.size()) return;
    showFile(log->header().files[pos.file.value - 1].isStd ? pos.file : FileId{});
    m_editor->reveal(int(pos.line));
}

void SourcePanel::refresh() {
    const trace::LogReader* log = m_cursor->log();
    if (!log || isEdited() || m_editing) {
        m_editor->setCurrentLine(0, Token::Running);
        m_editor->setChips({});
        return updateTitle();
    }
    const state::Goroutine* selected = m_cursor->selected();
    if (selected && selected->at.isValid() && selected->at.file.value <= log->header().files.size())
        showFile(log->header().files[selected->at.file.value - 1].isStd ? selected->at.file : FileId{});
    auto isShown = [&](SourcePos at) {
        if (!at.isValid() || at.file.value > log->header().files.size()) return false;
        return m_shown ? at.file == m_shown : !log->header().files[at.file.value - 1].isStd;
    };
    QMap<int, LineChip> chips;
    for (const auto& [id, goroutine] : m_cursor->snapshot().goroutines) {
        if (goroutine.status == state::GStatus::Gdead || !isShown(goroutine.at)) continue;
        const bool isSelected = id == m_cursor->goroutine();
        auto chip = chips.find(int(goroutine.at.line));
        if (chip == chips.end()) chips.insert(int(goroutine.at.line), {goName(id), tokenOf(goroutine), isSelected, 0});
        else if (isSelected) *chip = {goName(id), tokenOf(goroutine), true, chip->others + 1};
        else ++chip->others;
    }
    m_editor->setChips(chips);
    const bool here = selected && isShown(selected->at) && selected->status != state::GStatus::Gdead;
    m_editor->setCurrentLine(here ? int(selected->at.line) : 0, here ? tokenOf(*selected) : Token::Running);
    if (here) m_editor->reveal(int(selected->at.line));
    updateTitle();
}

void SourcePanel::showBreakpoints() {
    m_editor->setBreakpoints(m_shown ? QSet<int>() : m_breakpoints->lines(m_fileName));
}

void SourcePanel::toggleBreakpoint() {
    if (m_shown) return;
    int line = 0, index = 0;
    m_editor->getCursorPosition(&line, &index);
    m_breakpoints->toggle(m_fileName, line + 1);
}

void SourcePanel::nextMessage() {
    if (m_shown && !m_messages.isEmpty()) showFile({});
    m_editor->nextMessage();
}

void SourcePanel::updateTitle() {
    const auto errors = std::count_if(m_messages.begin(), m_messages.end(), [](const SourceMessage& m) { return m.error; });
    QString words = m_shown && m_cursor->log() ? fromUtf8(m_cursor->log()->header().files[m_shown.value - 1].path) : m_fileName;
    if (m_shown) words += tr(" · standard library");
    else if (errors > 0) words += QStringLiteral(" · ") + tr("%n problem(s)", nullptr, int(errors));
    else if (isEdited()) words += tr(" · edited: run it again to see where it goes");
    else if (!m_messages.isEmpty()) words += QStringLiteral(" · ") + tr("%n warning(s) (F8)", nullptr, int(m_messages.size()));
    m_title->setCount(words);
    m_editButton->setVisible(!m_fileName.isEmpty() && !m_shown);
}

void SourcePanel::retranslate() {
    m_title->setTitle(tr("Source"));
    m_editButton->setText(tr("Edit"));
    m_editButton->setToolTip(tr("Edit the program (Ctrl+E)"));
    updateTitle();
}

void SourcePanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

} // namespace unwind::widgets
