#include "widgets/states/statesdock.h"

#include "widgets/common/text.h"
#include "widgets/states/statesview.h"

#include <QComboBox>
#include <QScrollArea>
#include <QScrollBar>

namespace unwind::widgets {

namespace {
constexpr size_t kRows = 200; ///< of the list; an arrow leads to what is older
}

StatesDock::StatesDock(Cursor* cursor, QWidget* parent)
    : Dock(QStringLiteral("statesDock"), parent), m_cursor(cursor), m_choice(new QComboBox(this)), m_area(new QScrollArea(this)),
      m_view(new StatesView(cursor)) {
    m_choice->setObjectName(QStringLiteral("statesChoice"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_choice->addItem(QString());
    titleRow()->addTool(m_choice);
    m_area->setWidget(m_view);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->viewport()->setAutoFillBackground(false);
    m_view->setAutoFillBackground(false);
    setView(m_area);
    const auto see = [this](const QRect& r) { m_area->ensureVisible(r.center().x(), r.center().y(), 0, r.height() + 8); };
    connect(m_view, &StatesView::sightRequested, this, see, Qt::QueuedConnection); // when the view has its new height
    connect(m_area->verticalScrollBar(), &QScrollBar::valueChanged, m_view, qOverload<>(&QWidget::update));
    connect(m_choice, &QComboBox::currentIndexChanged, this, &StatesDock::choose);
    connect(cursor, &Cursor::cursorChanged, this, &StatesDock::changed);
    connect(cursor, &Cursor::goroutineChanged, this, &StatesDock::changed);
    connect(cursor, &Cursor::recordingChanged, this, &StatesDock::changed);
    connect(cursor, &Cursor::recordingGrew, this, &StatesDock::changed);
    retranslate();
    changed();
}

QString StatesDock::machine() const { return m_choice->currentIndex() > 0 ? m_choice->currentText() : QString(); }

void StatesDock::choose() {
    m_chosen = machine();
    changed();
}

void StatesDock::listMachines() {
    QStringList names = StatesFacts::machines(*m_cursor), listed;
    for (int i = 1; i < m_choice->count(); ++i) listed << m_choice->itemText(i);
    if (names == listed) return;
    const QSignalBlocker block(m_choice);
    while (m_choice->count() > 1) m_choice->removeItem(1);
    m_choice->addItems(names);
    m_choice->setCurrentIndex(int(names.indexOf(m_chosen)) + 1);
}

void StatesDock::refresh() {
    listMachines();
    const bool none = !m_cursor->recording();
    setEmpty(none);
    m_choice->setVisible(!none);
    const QString chosen = machine();
    m_view->show(chosen.isEmpty() ? StatesFacts::ofGoroutine(*m_cursor, m_cursor->goroutine(), kRows)
                                  : StatesFacts::ofMachine(*m_cursor, chosen, kRows));
    const StatesFacts& facts = m_view->facts();
    const QString whose = chosen.isEmpty() ? goName(m_cursor->goroutine()) : chosen;
    setCount(none ? QString() : facts.current < 0 ? whose : QStringLiteral("%1 · %2").arg(whose, facts.states[facts.current].name));
}

void StatesDock::retranslate() {
    setTitle(tr("States"));
    setEmptySentence(tr("The statuses of a goroutine appear here once a program runs, and the states that the program reports."));
    m_choice->setItemText(0, tr("G status"));
    m_choice->setToolTip(tr("The runtime's statuses of the selected goroutine, or the states of a part of the program"));
}

} // namespace unwind::widgets
