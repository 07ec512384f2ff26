#include "widgets/common/tables.h"

#include "widgets/common/paint.h"

#include <QFontMetrics>
#include <QHeaderView>
#include <QPainter>
#include <QTableView>

namespace unwind::widgets {

void RowDelegate::paintRow(QPainter* painter, const QStyleOptionViewItem& option, const Palette& colours) {
    if (option.state & QStyle::State_Selected) painter->fillRect(option.rect, colours.selection);
    painter->setPen(colours.line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
}

void RowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Palette& colours = Palette::current();
    paintRow(painter, option, colours);
    const QVariant font = index.data(Qt::FontRole);
    const QFont textFont = font.isValid() ? font.value<QFont>() : uiFont(13);
    painter->setFont(textFont);
    painter->setPen(textColour(index, colours));
    const QRect rect = option.rect.adjusted(6, 0, -6, 0);
    const QVariant alignment = index.data(Qt::TextAlignmentRole);
    const int flags = alignment.isValid() ? alignment.toInt() : int(Qt::AlignLeft | Qt::AlignVCenter);
    const QString text = QFontMetrics(textFont).elidedText(index.data().toString(), elideMode(index), rect.width());
    painter->drawText(rect, flags | Qt::TextSingleLine, text);
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    return {QStyledItemDelegate::sizeHint(option, index).width() + 8, 26};
}

// Of a place, its line matters most.
Qt::TextElideMode RowDelegate::elideMode(const QModelIndex& index) const {
    return index.data(kPlaceRole).toBool() ? Qt::ElideLeft : Qt::ElideRight;
}

QColor RowDelegate::textColour(const QModelIndex& index, const Palette& colours) const {
    return index.column() == 0 ? colours.text : colours.secondary;
}

void styleItems(QAbstractItemView* view) {
    view->setFrameShape(QFrame::NoFrame);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setFont(uiFont(13));
}

void styleTable(QTableView* view) {
    styleItems(view);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->setShowGrid(false);
    view->setWordWrap(false);
    view->setTabKeyNavigation(false);
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(27);
    view->verticalHeader()->setMinimumSectionSize(20);
    QHeaderView* header = view->horizontalHeader();
    header->setHighlightSections(false);
    header->setMinimumSectionSize(30);
    header->setFont(uiFont(11));
    header->setFixedHeight(24);
}

} // namespace unwind::widgets
