#include "widgets/panicchain/panicchaindock.h"

#include "widgets/common/text.h"
#include "widgets/panicchain/paniccards.h"

namespace unwind::widgets {

PanicChainDock::PanicChainDock(Cursor* cursor, QWidget* parent)
    : Dock(QStringLiteral("panicChainDock"), parent), m_cursor(cursor), m_model(new CardModel(this)),
      m_view(new CardView(this)) {
    m_view->setObjectName(QStringLiteral("panicChainView"));
    m_view->setModel(m_model);
    setView(m_view);
    connect(m_view, &QListView::activated, this, [this](const QModelIndex& index) {
        if (const auto event = index.data(CardModel::EventRole).toULongLong()) m_cursor->moveTo(event);
    });
    connect(cursor, &Cursor::cursorChanged, this, &PanicChainDock::changed);
    connect(cursor, &Cursor::goroutineChanged, this, &PanicChainDock::changed);
    retranslate();
    changed();
}

void PanicChainDock::refresh() {
    m_model->setCards(m_cursor->log() ? PanicCards::of(*m_cursor->log(), m_cursor->snapshot(), m_cursor->goroutine())
                                      : QList<Card>());
    setEmpty(m_model->cards().isEmpty());
    setCount(m_cursor->selected() ? goName(m_cursor->goroutine()) : QString());
}

void PanicChainDock::retranslate() {
    setTitle(tr("Panic chain"));
    setEmptySentence(tr("A panic or runtime.Goexit of the selected goroutine appears here, linked to the one it interrupts."));
}

} // namespace unwind::widgets
