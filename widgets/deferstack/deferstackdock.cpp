#include "widgets/deferstack/deferstackdock.h"

#include "widgets/deferstack/defercards.h"

namespace unwind::widgets {

DeferStackDock::DeferStackDock(Cursor* cursor, QWidget* parent)
    : Dock(QStringLiteral("deferStackDock"), parent), m_cursor(cursor), m_model(new CardModel(this)),
      m_view(new CardView(this)) {
    m_view->setObjectName(QStringLiteral("deferStackView"));
    m_view->setModel(m_model);
    setView(m_view);
    connect(m_view, &QListView::activated, this, [this](const QModelIndex& index) {
        if (const auto event = index.data(CardModel::EventRole).toULongLong()) m_cursor->moveTo(event);
    });
    connect(cursor, &Cursor::cursorChanged, this, &DeferStackDock::changed);
    connect(cursor, &Cursor::goroutineChanged, this, &DeferStackDock::changed);
    retranslate();
    changed();
}

void DeferStackDock::refresh() {
    const state::Goroutine* goroutine = m_cursor->selected();
    m_model->setCards(m_cursor->log() ? DeferCards::of(*m_cursor->log(), m_cursor->snapshot(), m_cursor->goroutine())
                                      : QList<Card>());
    setEmpty(m_model->cards().isEmpty());
    setCount(goroutine ? DeferCards::count(*goroutine) : QString());
}

void DeferStackDock::retranslate() {
    setTitle(tr("Defer stack"));
    setEmptySentence(tr("Each defer statement puts a card here; the newest is on top and runs first."));
}

} // namespace unwind::widgets
