#include "widgets/common/dock.h"

#include "widgets/common/paint.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMainWindow>
#include <QPainter>
#include <QPainterPath>
#include <QStackedWidget>

namespace unwind::widgets {

namespace {

constexpr int kRadius = 8;
constexpr int kTitleHeight = 32;

// One panel is painted by two widgets, the title row and the body below it; each draws its half of the frame.
void paintHalf(QWidget* widget, bool top) {
    const Palette& colours = Palette::current();
    QPainter painter(widget);
    painter.setRenderHint(QPainter::Antialiasing);
    QRectF rect = QRectF(widget->rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    if (top) rect.setBottom(rect.bottom() + 2 * kRadius);
    else rect.setTop(rect.top() - 2 * kRadius);
    painter.setPen(colours.line);
    painter.setBrush(colours.panel);
    painter.drawRoundedRect(rect, kRadius, kRadius);
    if (top) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.drawLine(1, widget->height() - 1, widget->width() - 2, widget->height() - 1);
    }
}

} // namespace

PanelTitle::PanelTitle(QWidget* parent)
    : QWidget(parent), m_title(new QLabel(this)), m_count(new QLabel(this)), m_row(new QHBoxLayout(this)) {
    m_title->setObjectName(QStringLiteral("panelTitle")); // the style sheet gives both their fonts
    m_count->setObjectName(QStringLiteral("panelCount"));
    setFixedHeight(kTitleHeight);
    m_row->setContentsMargins(12, 0, 8, 0);
    m_row->setSpacing(10);
    m_row->addWidget(m_title);
    m_row->addWidget(m_count, 1);
    m_count->setMinimumWidth(0);
    m_count->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    restyle();
}

void PanelTitle::restyle() {
    QPalette secondary = palette();
    secondary.setColor(QPalette::WindowText, Palette::current().secondary);
    m_count->setPalette(secondary);
}

void PanelTitle::setTitle(const QString& title) { m_title->setText(title); }

void PanelTitle::setCount(const QString& count) {
    m_count->setText(count);
    m_count->setToolTip(count);
}

QString PanelTitle::count() const { return m_count->text(); }

void PanelTitle::setTitleShown(bool shown) { m_title->setVisible(shown); }

// A dock asks its title for hints, not for a fixed height.
QSize PanelTitle::sizeHint() const { return {QWidget::sizeHint().width(), kTitleHeight}; }

QSize PanelTitle::minimumSizeHint() const { return {60, kTitleHeight}; }

void PanelTitle::addTool(QWidget* tool) { m_row->addWidget(tool); }

void PanelTitle::paintEvent(QPaintEvent*) { paintHalf(this, true); }

void PanelTitle::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) restyle();
    QWidget::changeEvent(event);
}

PanelBody::PanelBody(QWidget* parent) : QFrame(parent), m_stack(new QStackedWidget(this)), m_sentence(new QLabel(this)) {
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(1, 0, 1, 4);
    box->addWidget(m_stack);
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_sentence->setContentsMargins(11, 10, 11, 8);
    m_sentence->setForegroundRole(QPalette::PlaceholderText);
    m_stack->addWidget(m_sentence);
}

void PanelBody::setView(QWidget* view) { m_stack->addWidget(view); }

void PanelBody::setEmptySentence(const QString& sentence) { m_sentence->setText(sentence); }

void PanelBody::setEmpty(bool empty) { m_stack->setCurrentIndex(empty || m_stack->count() < 2 ? 0 : 1); }

bool PanelBody::isEmpty() const { return m_stack->currentIndex() == 0; }

void PanelBody::paintEvent(QPaintEvent*) { paintHalf(this, false); }

Dock::Dock(const QString& objectName, QWidget* parent)
    : QDockWidget(parent), m_title(new PanelTitle(this)), m_body(new PanelBody(this)) {
    setObjectName(objectName);
    setTitleBarWidget(m_title);
    setWidget(m_body);
    connect(this, &QDockWidget::visibilityChanged, this, &Dock::showTitleWhereNeeded);
    connect(this, &QDockWidget::dockLocationChanged, this, &Dock::showTitleWhereNeeded);
}

void Dock::showTitleWhereNeeded() {
    auto* window = qobject_cast<QMainWindow*>(parentWidget());
    const QList<QDockWidget*> tabs = window && !isFloating() ? window->tabifiedDockWidgets(this) : QList<QDockWidget*>();
    m_title->setTitleShown(tabs.isEmpty());
    for (QDockWidget* other : tabs) // they are not told when another one joins them
        if (auto* dock = qobject_cast<Dock*>(other)) dock->m_title->setTitleShown(false);
}

void Dock::setTitle(const QString& title) {
    setWindowTitle(title);
    m_title->setTitle(title);
    m_body->setAccessibleName(title);
}

void Dock::changed() {
    m_stale = !isVisible();
    if (!m_stale) refresh();
}

void Dock::showEvent(QShowEvent* event) {
    QDockWidget::showEvent(event);
    if (m_stale) {
        m_stale = false;
        refresh();
    }
}

// Tabs that come or go take room from the dock or give it back, and tell it nothing else.
void Dock::resizeEvent(QResizeEvent* event) {
    QDockWidget::resizeEvent(event);
    showTitleWhereNeeded();
}

void Dock::changeEvent(QEvent* event) {
    QDockWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        changed();
    }
}

} // namespace unwind::widgets
