#include "widgets/goroutines/goroutinesdock.h"

#include "widgets/common/paint.h"
#include "widgets/common/tables.h"

#include <QHeaderView>
#include <QItemSelectionModel>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTableView>

namespace unwind::widgets {

namespace {

// Paints the state as a chip; everything else as text in the theme's colours.
class GoroutineDelegate : public RowDelegate {
public:
    using RowDelegate::RowDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        if (index.column() != GoroutinesModel::StateColumn) return RowDelegate::paint(painter, option, index);
        const Palette& colours = Palette::current();
        paintRow(painter, option, colours);
        QRectF chip(0, 0, 18, kChipHeight);
        chip.moveCenter(QRectF(option.rect).center());
        paintChip(*painter, chip, index.data().toString(), Token(index.data(GoroutinesModel::TokenRole).toInt()), colours);
    }

protected:
    QColor textColour(const QModelIndex& index, const Palette& colours) const override {
        const int column = index.column();
        const bool dead = Token(index.data(GoroutinesModel::TokenRole).toInt()) == Token::Dead;
        return dead || column >= GoroutinesModel::PlaceColumn ? colours.secondary : colours.text;
    }
};

} // namespace

GoroutinesDock::GoroutinesDock(Cursor* cursor, QWidget* parent)
    : Dock(QStringLiteral("goroutinesDock"), parent), m_cursor(cursor), m_model(new GoroutinesModel(cursor, this)),
      m_view(new QTableView(this)) {
    setupView();
    connect(cursor, &Cursor::cursorChanged, this, &GoroutinesDock::changed);
    connect(cursor, &Cursor::goroutineChanged, this, &GoroutinesDock::changed);
    retranslate();
    changed();
}

void GoroutinesDock::setupView() {
    m_view->setObjectName(QStringLiteral("goroutinesView"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new GoroutineDelegate(m_view));
    styleTable(m_view);
    m_view->setColumnWidth(GoroutinesModel::StateColumn, 34);
    m_view->setColumnWidth(GoroutinesModel::NameColumn, 40);
    m_view->setColumnWidth(GoroutinesModel::FunctionColumn, 90);
    m_view->setColumnWidth(GoroutinesModel::PlaceColumn, 42);
    m_view->setColumnWidth(GoroutinesModel::DefersColumn, 48);
    m_view->setColumnWidth(GoroutinesModel::ParentColumn, 54);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->horizontalHeader()->setSectionResizeMode(GoroutinesModel::DoesColumn, QHeaderView::Stretch);
    setView(m_view);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& current) {
        if (current.isValid()) m_cursor->select(m_model->goAt(current.row()));
    });
}

void GoroutinesDock::refresh() {
    m_model->refresh();
    const bool empty = m_model->rowCount() == 0;
    setEmpty(empty);
    QString count = tr("%n live", nullptr, m_model->live());
    if (m_model->unwinding() > 0) count += tr(" · %n unwinding", nullptr, m_model->unwinding());
    setCount(empty ? QString() : count);
    showSelection();
}

void GoroutinesDock::showSelection() {
    const int row = m_model->rowOf(m_cursor->goroutine());
    const QSignalBlocker block(m_view->selectionModel());
    if (row < 0) m_view->clearSelection();
    else if (m_view->currentIndex().row() != row || !m_view->selectionModel()->isRowSelected(row)) {
        m_view->setCurrentIndex(m_model->index(row, 1));
        m_view->selectRow(row);
    }
    m_view->viewport()->update();
}

// Where it is narrow, who made a goroutine gives way to what it does.
void GoroutinesDock::resizeEvent(QResizeEvent* event) {
    Dock::resizeEvent(event);
    m_view->setColumnHidden(GoroutinesModel::ParentColumn, width() < 480);
}

void GoroutinesDock::retranslate() {
    setTitle(tr("Goroutines"));
    setEmptySentence(tr("Every goroutine appears here with its state and place once a program runs."));
}

} // namespace unwind::widgets
