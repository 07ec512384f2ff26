// The manner of all tables and lists: thin lines between rows, a pale selection, no focus box, text in the theme's colours.
#pragma once

#include "widgets/common/palette.h"

#include <QStyledItemDelegate>

class QTableView;
class QAbstractItemView;

namespace unwind::widgets {

/// True for cells that hold a place (file:line).
inline constexpr int kPlaceRole = Qt::UserRole + 100;

class RowDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    static void paintRow(QPainter* painter, const QStyleOptionViewItem& option, const Palette& colours);
    /// Which end of a long text is left out.
    virtual Qt::TextElideMode elideMode(const QModelIndex& index) const;
    virtual QColor textColour(const QModelIndex& index, const Palette& colours) const;
};

void styleTable(QTableView* view);
void styleItems(QAbstractItemView* view);

} // namespace unwind::widgets
