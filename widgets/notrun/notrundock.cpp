#include "widgets/notrun/notrundock.h"

#include "widgets/notrun/notruncards.h"

namespace unwind::widgets {

NotRunDock::NotRunDock(Cursor* cursor, QWidget* parent)
    : Dock(QStringLiteral("notRunDock"), parent), m_cursor(cursor), m_model(new CardModel(this)), m_view(new CardView(this)) {
    m_view->setObjectName(QStringLiteral("notRunView"));
    m_view->setModel(m_model);
    setView(m_view);
    connect(m_view, &QListView::clicked, this, [this](const QModelIndex& index) {
        m_cursor->moveTo(index.data(CardModel::EventRole).toULongLong());
    });
    connect(cursor, &Cursor::recordingChanged, this, &NotRunDock::changed);
    connect(cursor, &Cursor::recordingGrew, this, &NotRunDock::changed);
    retranslate();
    changed();
}

void NotRunDock::refresh() {
    const Recording* recording = m_cursor->recording();
    const bool complete = recording && recording->finished();
    m_model->setCards(complete ? NotRunCards::of(recording->log(), recording->at(recording->size())) : QList<Card>());
    setEmpty(m_model->cards().isEmpty());
    setCount(m_model->cards().isEmpty() ? QString() : QString::number(m_model->cards().size()));
}

void NotRunDock::retranslate() {
    setTitle(tr("Not run"));
    setEmptySentence(tr("When the program has ended, deferred calls that were never made and goroutines that had not ended "
                        "stand here, with the cause."));
}

} // namespace unwind::widgets
