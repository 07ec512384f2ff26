#include "widgets/events/eventsdock.h"

#include "widgets/common/tables.h"
#include "widgets/common/text.h"

#include <QElapsedTimer>
#include <QHeaderView>
#include <QLineEdit>
#include <QTableView>

namespace unwind::widgets {

EventsDock::EventsDock(Cursor* cursor, QWidget* parent)
    : Dock(QStringLiteral("eventsDock"), parent), m_cursor(cursor), m_model(new EventsModel(cursor, this)),
      m_view(new QTableView(this)), m_search(new QLineEdit(this)) {
    setupView();
    connect(&m_searchTimer, &QTimer::timeout, this, &EventsDock::searchSlice);
    connect(cursor, &Cursor::recordingChanged, this, [this] {
        m_searchTimer.stop();
        m_model->reset();
        changed();
    });
    connect(cursor, &Cursor::recordingGrew, this, [this] {
        m_model->extend();
        changed();
    });
    connect(cursor, &Cursor::cursorChanged, this, &EventsDock::changed);
    retranslate();
    changed();
}

void EventsDock::setupView() {
    m_search->setObjectName(QStringLiteral("eventsSearch"));
    m_search->setFixedSize(200, 24);
    m_search->setClearButtonEnabled(true);
    titleRow()->addTool(m_search);
    connect(m_search, &QLineEdit::returnPressed, this, &EventsDock::searchNext);
    m_view->setObjectName(QStringLiteral("eventsView"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new RowDelegate(m_view));
    styleTable(m_view);
    m_view->verticalHeader()->setDefaultSectionSize(22);
    m_view->setColumnWidth(EventsModel::NumberColumn, 84);
    m_view->setColumnWidth(EventsModel::TimeColumn, 84);
    m_view->setColumnWidth(EventsModel::GoColumn, 48);
    m_view->setColumnWidth(EventsModel::ProcColumn, 40);
    m_view->setColumnWidth(EventsModel::KindColumn, 130);
    m_view->horizontalHeader()->setStretchLastSection(true);
    setView(m_view);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& current) {
        if (current.isValid()) m_cursor->moveTo(Seq(current.row()) + 1);
    });
}

void EventsDock::refresh() {
    const int rows = m_model->rowCount();
    setEmpty(rows == 0);
    setCount(rows ? grouped(uint64_t(rows)) : QString());
    const QSignalBlocker block(m_view->selectionModel());
    if (m_cursor->count() == 0 || m_cursor->count() > Seq(rows)) {
        m_view->clearSelection();
        return;
    }
    const QModelIndex index = m_model->index(int(m_cursor->count() - 1), EventsModel::KindColumn);
    m_view->setCurrentIndex(index);
    m_view->selectRow(index.row());
    m_view->scrollTo(index);
    // Once more when a view that was just shown knows its height.
    QTimer::singleShot(0, m_view, [this] { m_view->scrollTo(m_view->currentIndex()); });
    m_view->viewport()->update();
}

void EventsDock::startSearch() {
    show();
    raise();
    m_search->setFocus();
    m_search->selectAll();
}

void EventsDock::searchNext() {
    if (!m_cursor->recording() || m_search->text().isEmpty()) return;
    m_searchAt = m_cursor->count();
    m_searchLeft = m_cursor->recording()->size();
    m_searchTimer.start(0);
}

void EventsDock::searchSlice() {
    QElapsedTimer clock;
    clock.start();
    const QString wanted = m_search->text();
    const Seq size = m_cursor->recording()->size();
    while (m_searchLeft > 0 && clock.elapsed() < 8) {
        if (m_searchAt >= size) m_searchAt = 0;
        const Seq to = std::min({m_searchAt + 512, size, m_searchAt + m_searchLeft});
        std::optional<Seq> found;
        m_cursor->log()->forEach(m_searchAt, to, [&](const trace::Event& event) {
            if (m_model->line(event).contains(wanted, Qt::CaseInsensitive)) found = event.seq;
            return !found;
        });
        if (found) {
            m_searchTimer.stop();
            m_cursor->moveTo(*found + 1);
            return;
        }
        m_searchLeft -= to - m_searchAt;
        m_searchAt = to;
    }
    if (m_searchLeft > 0) return;
    m_searchTimer.stop();
    setCount(tr("no event contains “%1”").arg(wanted));
}

void EventsDock::retranslate() {
    setTitle(tr("Events"));
    setEmptySentence(tr("Every micro-step of the run appears here as one row."));
    m_search->setPlaceholderText(tr("Search events (/)"));
}

} // namespace unwind::widgets
