#include "app/window/playbackbar.h"

#include "app/window/profiles.h"
#include "widgets/common/paint.h"
#include "widgets/common/text.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QSlider>
#include <QToolButton>
#include <climits>

namespace unwind::app {

using widgets::Palette;

namespace {

struct Button {
    const char* action; ///< empty: a space
    bool words = false;
    bool primary = false;
};
constexpr Button kButtons[] = {
    {"actionGallery", true}, {""},
    {"actionFirst"}, {"actionRunBack"}, {"actionLineBack", true}, {"actionEventBack", true}, {""},
    {"actionEvent", true}, {"actionLine", true}, {"actionRun", true, true}, {"actionLast"}, {"actionSignal"}, {""}, {"actionPlay"},
};

QToolButton* makeButton(QAction* action, const Button& how, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setObjectName(QLatin1String(how.action) + QStringLiteral("Button"));
    button->setToolButtonStyle(how.words ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    button->setProperty("primary", how.primary);
    button->setFocusPolicy(Qt::TabFocus);
    button->setIconSize({16, 16});
    button->setFixedHeight(30);
    if (how.primary) button->setMinimumWidth(84); // its words change
    return button;
}

} // namespace

PlaybackBar::PlaybackBar(widgets::Cursor* cursor, const QHash<QString, QAction*>& actions, QWidget* parent)
    : QWidget(parent), m_cursor(cursor), m_slider(new QSlider(Qt::Horizontal, this)), m_position(new QLabel(this)),
      m_run(actions.value(QStringLiteral("actionRun"))), m_pause(actions.value(QStringLiteral("actionPause"))),
      m_speed(new QComboBox(this)), m_profile(new QComboBox(this)), m_procs(new QComboBox(this)) {
    setObjectName(QStringLiteral("playbackBar"));
    setFixedHeight(46);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(10, 0, 10, 0);
    row->setSpacing(4);
    for (const Button& button : kButtons) {
        if (!*button.action) row->addSpacing(6);
        else row->addWidget(makeButton(actions.value(QLatin1String(button.action)), button, this));
    }
    row->addWidget(m_speed);
    row->addSpacing(10);
    row->addWidget(m_slider, 1);
    row->addSpacing(6);
    row->addWidget(m_position);
    row->addSpacing(10);
    row->addWidget(m_profile);
    row->addWidget(m_procs);
    row->addWidget(makeButton(actions.value(QStringLiteral("actionExport")), {"actionExport", true, false}, this));
    setupBoxes();
    connect(&m_playTimer, &QTimer::timeout, this, &PlaybackBar::playStep);
    connect(cursor, &widgets::Cursor::cursorChanged, this, &PlaybackBar::refresh);
    connect(cursor, &widgets::Cursor::recordingChanged, this, &PlaybackBar::refresh);
    connect(cursor, &widgets::Cursor::recordingGrew, this, &PlaybackBar::refresh);
    retranslate();
    refresh();
}

// Beside a number of nine digits there is no room for another; the slider shows the share.
QString PlaybackBar::positionText(Seq at, Seq size) const {
    const QString time = widgets::formatTime(m_cursor->snapshot().time);
    if (size >= 10'000'000) return tr("#%1 · %2").arg(widgets::grouped(at), time);
    return tr("#%1 of %2 · %3").arg(widgets::grouped(at), widgets::grouped(size), time);
}

void PlaybackBar::setupBoxes() {
    m_slider->setObjectName(QStringLiteral("positionSlider"));
    m_slider->setMinimumWidth(48);
    connect(m_slider, &QSlider::valueChanged, this, [this](int value) { m_cursor->moveTo(Seq(value)); });
    m_position->setObjectName(QStringLiteral("positionLabel"));
    m_position->setForegroundRole(QPalette::PlaceholderText);
    m_position->setFont(widgets::uiFont(12));
    m_position->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    m_speed->setObjectName(QStringLiteral("speedBox"));
    for (double speed : {0.5, 1.0, 2.0, 5.0, 20.0}) m_speed->addItem(QStringLiteral("%1×").arg(speed), speed);
    m_speed->setCurrentIndex(1);
    connect(m_speed, &QComboBox::currentIndexChanged, this, [this] {
        if (isPlaying()) setPlaying(true);
    });
    m_profile->setObjectName(QStringLiteral("profileBox"));
    setProfile({}, {});
    connect(m_profile, &QComboBox::activated, this, [this] {
        if (m_profile->currentData().isValid()) Q_EMIT profileChosen(m_profile->currentData().toString());
    });
    m_procs->setObjectName(QStringLiteral("procsBox"));
    for (int procs : {1, 2, 4, 8, 16}) m_procs->addItem(tr("%1 P").arg(procs), procs);
    connect(m_procs, &QComboBox::activated, this, [this] { Q_EMIT procsChosen(m_procs->currentData().toInt()); });
    for (QComboBox* box : {m_speed, m_profile, m_procs}) {
        box->setFixedHeight(30);
        box->setFocusPolicy(Qt::TabFocus);
    }
}

void PlaybackBar::setPlaying(bool playing) {
    const bool before = isPlaying();
    if (playing) m_playTimer.start(int(250 / m_speed->currentData().toDouble()));
    else m_playTimer.stop();
    if (before != playing) Q_EMIT playingChanged(playing);
}

// The primary button is what a person most likely wants next.
void PlaybackBar::setRunning(bool running) {
    auto* button = findChild<QToolButton*>(QStringLiteral("actionRunButton"));
    QAction* wanted = running ? m_pause : m_run;
    if (button->defaultAction() == wanted) return;
    button->removeAction(button->defaultAction());
    button->setDefaultAction(wanted);
}

void PlaybackBar::setSignalMenu(QMenu* menu) {
    auto* button = findChild<QToolButton*>(QStringLiteral("actionSignalButton"));
    button->setMenu(menu);
    button->setPopupMode(QToolButton::MenuButtonPopup);
}

void PlaybackBar::setProfile(const QString& name, const QStringList& rules) {
    const QSignalBlocker block(m_profile);
    m_profile->clear();
    for (const ProfileChoice& choice : profileChoices()) {
        m_profile->addItem(choice.label, choice.name);
        m_profile->setItemData(m_profile->count() - 1, choice.description, Qt::ToolTipRole);
    }
    if (!name.isEmpty() && m_profile->findData(name) < 0) m_profile->addItem(profileLabel(name), name);
    int index = std::max(0, m_profile->findData(name));
    if (!rules.isEmpty()) { // the profile itself stays beside it, to go back to
        const QString label = QStringLiteral("%1 + %2").arg(m_profile->itemText(index)).arg(rules.size());
        m_profile->insertItem(++index, label);
        m_profile->setItemData(index, rules.join(QLatin1Char('\n')), Qt::ToolTipRole);
    }
    m_profile->setCurrentIndex(index);
    m_profile->setToolTip(m_profile->currentData(Qt::ToolTipRole).toString());
}

void PlaybackBar::setProcs(int procs) {
    if (m_procs->findData(procs) < 0) m_procs->addItem(tr("%1 P").arg(procs), procs);
    m_procs->setCurrentIndex(m_procs->findData(procs));
}

void PlaybackBar::refresh() {
    const widgets::Recording* recording = m_cursor->recording();
    const Seq size = recording ? recording->size() : 0;
    const QSignalBlocker block(m_slider);
    m_slider->setEnabled(size > 0);
    m_slider->setRange(0, int(std::min<Seq>(size, INT_MAX)));
    m_slider->setValue(int(std::min<Seq>(m_cursor->count(), INT_MAX)));
    m_position->setText(recording ? positionText(m_cursor->count(), size) : QString());
    if (recording && isPlaying() && m_cursor->count() >= size && recording->finished()) setPlaying(false);
}

void PlaybackBar::retranslate() {
    m_slider->setAccessibleName(tr("Position in the recording"));
    m_speed->setToolTip(tr("Speed of playing"));
    m_profile->setToolTip(tr("Rules the program runs under; a change runs it again"));
    m_procs->setToolTip(tr("Number of processors (P) of the next run; a change runs it again"));
    refresh();
}

void PlaybackBar::paintEvent(QPaintEvent*) {
    const Palette& colours = Palette::current();
    QPainter painter(this);
    painter.fillRect(rect(), colours.panel);
    painter.setPen(colours.line);
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

void PlaybackBar::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

} // namespace unwind::app
