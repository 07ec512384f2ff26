#include "app/window/commandpalette.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace unwind::app {

namespace {

QString nameOf(const QAction* action) {
    QString name = action->text();
    name.remove(QLatin1Char('&'));
    const QString path = action->property("menuPath").toString();
    return path.isEmpty() ? name : path + QStringLiteral(": ") + name;
}

} // namespace

CommandPalette::CommandPalette(const QList<QAction*>& actions, QWidget* parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint), m_actions(actions), m_edit(new QLineEdit(this)),
      m_list(new QListWidget(this)) {
    setObjectName(QStringLiteral("commandPalette"));
    setWindowTitle(tr("Commands"));
    resize(520, 360);
    auto* box = new QVBoxLayout(this);
    box->addWidget(m_edit);
    box->addWidget(m_list);
    m_edit->setPlaceholderText(tr("Type a command"));
    m_edit->setFixedHeight(32);
    m_edit->installEventFilter(this);
    connect(m_edit, &QLineEdit::textChanged, this, &CommandPalette::fill);
    connect(m_edit, &QLineEdit::returnPressed, this, &CommandPalette::trigger);
    connect(m_list, &QListWidget::itemActivated, this, &CommandPalette::trigger);
    fill({});
}

void CommandPalette::fill(const QString& words) {
    m_list->clear();
    const QStringList wanted = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (QAction* action : m_actions) {
        const QString name = nameOf(action);
        const bool fits = std::all_of(wanted.begin(), wanted.end(), [&](const QString& w) { return name.contains(w, Qt::CaseInsensitive); });
        if (!fits || !action->isEnabled() || name.isEmpty()) continue;
        const QString key = action->shortcut().toString(QKeySequence::NativeText);
        auto* item = new QListWidgetItem(key.isEmpty() ? name : name + QStringLiteral("    ") + key, m_list);
        item->setData(Qt::UserRole, QVariant::fromValue(static_cast<QObject*>(action)));
    }
    m_list->setCurrentRow(0);
}

void CommandPalette::trigger() {
    const QListWidgetItem* item = m_list->currentItem();
    auto* action = item ? qobject_cast<QAction*>(item->data(Qt::UserRole).value<QObject*>()) : nullptr;
    accept();
    if (action) QTimer::singleShot(0, action, &QAction::trigger); // after this dialog is gone
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        if (step) {
            m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, m_list->count() - 1));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace unwind::app
