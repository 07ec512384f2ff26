#include "widgets/common/cards.h"

#include "widgets/common/paint.h"
#include "widgets/common/tables.h"

#include <QFontMetricsF>
#include <QPainter>

namespace unwind::widgets {

namespace {

constexpr int kMargin = 10, kGap = 8, kPadding = 8, kTitleLine = 20, kSeparator = 26;

// Breaks a detail into at most two lines; arithmetic, because SVG text does not wrap.
QStringList detailLines(const QString& detail, const QFont& font, double width) {
    const QFontMetricsF metrics(font);
    if (detail.isEmpty()) return {};
    if (metrics.horizontalAdvance(detail) <= width) return {detail};
    QString first;
    qsizetype cut = 0;
    for (qsizetype i = 1; i < detail.size(); ++i) {
        const bool breaks = detail[i] == QLatin1Char(' ') || detail[i].script() == QChar::Script_Han;
        if (!breaks) continue;
        if (metrics.horizontalAdvance(detail.left(i)) > width) break;
        cut = i;
    }
    if (cut == 0) return {metrics.elidedText(detail, Qt::ElideRight, width)};
    return {detail.left(cut), metrics.elidedText(detail.mid(cut).trimmed(), Qt::ElideRight, width)};
}

double textWidth(double columnWidth) { return columnWidth - 2 * kMargin - 2 * kPadding - 6; }

double cardHeight(const Card& card, double columnWidth) {
    if (card.shape == Card::Shape::Separator) return kSeparator;
    const auto lines = detailLines(card.detail, uiFont(12), textWidth(columnWidth)).size();
    return 2 * kPadding + kTitleLine + double(lines) * 16;
}

void paintSeparator(QPainter& painter, const Card& card, const QRectF& rect, const Palette& palette) {
    painter.setPen(QPen(palette.line, 1, Qt::DashLine));
    painter.drawLine(QPointF(rect.left(), rect.top() + 1), QPointF(rect.right(), rect.top() + 1));
    painter.setPen(palette.secondary);
    painter.setFont(uiFont(11));
    painter.drawText(rect.adjusted(2, 4, -2, 0), Qt::AlignLeft | Qt::AlignTop, card.title);
}

void paintTitle(QPainter& painter, const Card& card, QRectF line, const Palette& palette) {
    if (!card.chip.isEmpty()) {
        const double width = chipWidth(card.chip);
        paintChip(painter, QRectF(line.left(), line.top() + 2, width, kChipHeight), card.chip, card.token, palette);
        line.setLeft(line.left() + width + 8);
    }
    painter.setFont(codeFont(12));
    painter.setPen(palette.secondary);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, card.place);
    line.setRight(line.right() - QFontMetricsF(painter.font()).horizontalAdvance(card.place) - 10);

    QFont title = codeFont(13);
    title.setWeight(QFont::DemiBold);
    painter.setFont(title);
    painter.setPen(card.outlined ? palette.ink(card.token) : palette.text);
    const QFontMetricsF metrics(title);
    const QString shown = metrics.elidedText(card.title, Qt::ElideRight, line.width());
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, shown);
    line.setLeft(line.left() + metrics.horizontalAdvance(shown) + 8);
    if (line.width() < 24) return;
    painter.setFont(codeFont(12));
    painter.setPen(palette.secondary);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(painter.font()).elidedText(card.arguments, Qt::ElideRight, line.width()));
}

void paintRecord(QPainter& painter, const Card& card, const QRectF& rect, const Palette& palette) {
    paintCard(painter, rect, palette.card, card.outlined ? palette.fill(card.token) : palette.line);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette.fill(card.token));
    painter.drawRoundedRect(QRectF(rect.left(), rect.top(), 4, rect.height()), 2, 2);
    painter.restore();
    const QRectF inner = rect.adjusted(kPadding + 6, kPadding, -kPadding, -kPadding);
    paintTitle(painter, card, QRectF(inner.left(), inner.top(), inner.width(), kTitleLine), palette);
    painter.setFont(uiFont(12));
    painter.setPen(palette.secondary);
    double y = inner.top() + kTitleLine;
    for (const QString& text : detailLines(card.detail, uiFont(12), inner.width())) {
        painter.drawText(QRectF(inner.left(), y, inner.width(), 16), Qt::AlignLeft | Qt::AlignVCenter, text);
        y += 16;
    }
}

void paintLink(QPainter& painter, const QRectF& above, const Palette& palette) {
    painter.setPen(QPen(palette.secondary, 1.5));
    const double x = above.left() + 22, y = above.bottom();
    painter.drawLine(QPointF(x, y), QPointF(x, y + kGap));
    painter.drawLine(QPointF(x - 3, y + kGap - 4), QPointF(x, y + kGap));
    painter.drawLine(QPointF(x + 3, y + kGap - 4), QPointF(x, y + kGap));
}

// A row of the list is the card and the gap below it.
void paintRow(QPainter& painter, const Card& card, const QRectF& row, const Palette& palette) {
    const QRectF rect = row.adjusted(kMargin, 0, -kMargin, -kGap);
    if (card.shape == Card::Shape::Separator) paintSeparator(painter, card, row.adjusted(kMargin, 0, -kMargin, 0), palette);
    else paintRecord(painter, card, rect, palette);
    if (card.linked) paintLink(painter, rect, palette);
}

double rowHeight(const Card& card, double width) {
    return cardHeight(card, width) + (card.shape == Card::Shape::Separator ? 0 : kGap);
}

} // namespace

QString cardText(const Card& card) {
    QStringList words;
    for (const QString& word : {card.chip, card.title, card.arguments, card.place, card.detail})
        if (!word.isEmpty()) words << word;
    return words.join(QStringLiteral(" | "));
}

void CardModel::setCards(const QList<Card>& cards) {
    if (cards == m_cards) return;
    const bool same = cards.size() == m_cards.size() &&
                      std::equal(cards.begin(), cards.end(), m_cards.begin(), [](const Card& a, const Card& b) {
                          return a.id == b.id && a.shape == b.shape;
                      });
    if (same) {
        m_cards = cards;
        Q_EMIT dataChanged(index(0), index(int(m_cards.size()) - 1));
        return;
    }
    beginResetModel();
    m_cards = cards;
    endResetModel();
}

QVariant CardModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= m_cards.size()) return {};
    const Card& card = m_cards[index.row()];
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole) return cardText(card);
    if (role == Qt::ToolTipRole) return QStringList{card.title + card.arguments, card.detail}.join(QLatin1Char('\n'));
    if (role == EventRole) return card.event;
    return {};
}

void CardDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto* model = static_cast<const CardModel*>(index.model());
    painter->save();
    paintRow(*painter, model->cards()[index.row()], option.rect, Palette::current());
    painter->restore();
}

QSize CardDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto* model = static_cast<const CardModel*>(index.model());
    const auto* view = qobject_cast<const CardView*>(option.widget);
    const int width = view ? view->viewport()->width() : 320;
    return {100, int(rowHeight(model->cards()[index.row()], width))};
}

CardView::CardView(QWidget* parent) : QListView(parent) {
    styleItems(this);
    setItemDelegate(new CardDelegate(this));
    setResizeMode(QListView::Adjust);
    setSelectionMode(QAbstractItemView::NoSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setViewportMargins(0, 8, 0, 0);
}

int paintCards(QPainter* painter, const QList<Card>& cards, const QRectF& column, const Palette& palette) {
    double y = column.top();
    for (const Card& card : cards) {
        const double height = rowHeight(card, column.width());
        if (painter) paintRow(*painter, card, QRectF(column.left(), y, column.width(), height), palette);
        y += height;
    }
    return int(y - column.top());
}

} // namespace unwind::widgets
