#include "widgets/callstack/callstackdock.h"

#include "widgets/common/tables.h"
#include "widgets/common/text.h"

#include <QHeaderView>
#include <QTableView>

namespace unwind::widgets {

CallStackDock::CallStackDock(Cursor* cursor, QWidget* parent)
    : Dock(QStringLiteral("callStackDock"), parent), m_cursor(cursor), m_model(new CallStackModel(cursor, this)),
      m_view(new QTableView(this)) {
    m_view->setObjectName(QStringLiteral("callStackView"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new RowDelegate(m_view));
    styleTable(m_view);
    m_view->setColumnWidth(CallStackModel::FunctionColumn, 160);
    m_view->setColumnWidth(CallStackModel::PlaceColumn, 116);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->horizontalHeader()->setStretchLastSection(true);
    setView(m_view);
    connect(m_view, &QTableView::activated, this,
            [this](const QModelIndex& index) { Q_EMIT placeRequested(m_model->place(index.row())); });
    connect(cursor, &Cursor::cursorChanged, this, &CallStackDock::changed);
    connect(cursor, &Cursor::goroutineChanged, this, &CallStackDock::changed);
    retranslate();
    changed();
}

void CallStackDock::refresh() {
    m_model->refresh();
    setEmpty(m_model->rowCount() == 0);
    setCount(m_model->rowCount() ? goName(m_cursor->goroutine()) : QString());
}

void CallStackDock::retranslate() {
    setTitle(tr("Call stack"));
    setEmptySentence(tr("The calls in progress of the selected goroutine appear here, the newest on top."));
}

} // namespace unwind::widgets
