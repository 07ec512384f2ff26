#include "widgets/variables/variablesdock.h"

#include "widgets/common/paint.h"
#include "widgets/common/tables.h"
#include "widgets/common/text.h"

#include <QHeaderView>
#include <QLabel>
#include <QTreeView>
#include <QVBoxLayout>

namespace unwind::widgets {

VariablesDock::VariablesDock(Cursor* cursor, QWidget* parent)
    : Dock(QStringLiteral("variablesDock"), parent), m_cursor(cursor), m_model(new VariablesModel(this)),
      m_view(new QTreeView(this)), m_note(new QLabel(this)) {
    m_view->setObjectName(QStringLiteral("variablesView"));
    m_view->setModel(m_model);
    styleItems(m_view);
    m_view->setColumnWidth(VariablesModel::NameColumn, 140);
    m_view->setColumnWidth(VariablesModel::ValueColumn, 180);
    m_view->header()->setFont(uiFont(11));
    auto* page = new QWidget(this);
    auto* box = new QVBoxLayout(page);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    m_note->setObjectName(QStringLiteral("variablesNote"));
    m_note->setWordWrap(true);
    m_note->setContentsMargins(11, 6, 11, 6);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    box->addWidget(m_note);
    box->addWidget(m_view, 1);
    setView(page);
    connect(cursor, &Cursor::cursorChanged, this, &VariablesDock::changed);
    connect(m_model, &QAbstractItemModel::modelReset, this, &VariablesDock::changed);
    retranslate();
    changed();
}

void VariablesDock::setEngineAt(std::optional<Seq> at, const QString& place) {
    m_engineAt = at;
    m_place = place;
    if (!at) m_model->clear();
    changed();
}

void VariablesDock::expandScopes() {
    const QModelIndex first = m_model->index(0, 0);
    if (first.isValid()) m_view->expand(first);
}

void VariablesDock::refresh() {
    setEmpty(!m_engineAt || m_model->rowCount() == 0);
    setCount(m_engineAt ? tr("engine at #%1").arg(grouped(*m_engineAt)) : QString());
    if (!m_engineAt) return;
    const bool here = *m_engineAt == m_cursor->count();
    m_note->setVisible(!here);
    m_note->setText(tr("These values are where the engine stands: %1, event #%2. The cursor is at #%3.")
                        .arg(m_place, grouped(*m_engineAt), grouped(m_cursor->count())));
}

void VariablesDock::retranslate() {
    setTitle(tr("Variables"));
    setEmptySentence(tr("Values appear here while the engine is paused at a breakpoint. The recording itself holds no values."));
}

} // namespace unwind::widgets
