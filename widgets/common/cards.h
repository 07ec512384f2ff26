// Cards: the records of the defer stack and of the panic chain, as a list that is painted the same way in the window and in
// exports. A card is words and a token, made by the view's own folder from the facts at the cursor.
#pragma once

#include "widgets/common/palette.h"

#include <QAbstractListModel>
#include <QListView>
#include <QStyledItemDelegate>

namespace unwind::widgets {

struct Card {
    enum class Shape : uint8_t { Record, Separator };
    Shape shape = Shape::Record;
    Token token = Token::Waiting;
    QString chip;      ///< "RUNNING"; may be empty
    QString title;     ///< code font
    QString arguments; ///< pale, behind the title
    QString place;     ///< right end
    QString detail;    ///< second line
    bool outlined = false; ///< the frame in the token's colour
    bool linked = false;   ///< a line leads to the card below
    quint64 id = 0;
    quint64 event = 0; ///< position in the log that a click leads to; 0 is none
    bool operator==(const Card&) const = default;
};

/// One line of text for a card: what a screen reader says and tests compare.
QString cardText(const Card& card);

class CardModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { EventRole = Qt::UserRole };

    using QAbstractListModel::QAbstractListModel;
    void setCards(const QList<Card>& cards);
    const QList<Card>& cards() const { return m_cards; }
    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_cards.size()); }
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    QList<Card> m_cards;
};

class CardDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

class CardView : public QListView {
    Q_OBJECT

public:
    explicit CardView(QWidget* parent = nullptr);
};

/// Paints cards from top to bottom into a column; returns the height used. A null painter only measures.
int paintCards(QPainter* painter, const QList<Card>& cards, const QRectF& column, const Palette& palette);

} // namespace unwind::widgets
