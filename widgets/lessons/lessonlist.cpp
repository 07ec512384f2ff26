#include "widgets/lessons/lessonlist.h"

#include "widgets/common/paint.h"
#include "widgets/common/tables.h"

#include <QPainter>

namespace unwind::widgets {

namespace {

enum Role { IdRole = Qt::UserRole, ProgressRole };

constexpr int kRowHeight = 38;

// A ring with the number; filled with a check mark when the lesson is done, half filled when it was begun.
void paintMark(QPainter& painter, const QRectF& ring, int number, const LessonProgress& progress, const Palette& colours) {
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor done = colours.fill(Token::Recovered);
    painter.setPen(QPen(progress.opened ? done : colours.secondary, 1.4));
    painter.setBrush(progress.isDone() ? QBrush(done) : Qt::NoBrush);
    painter.drawEllipse(ring);
    if (progress.opened && !progress.isDone()) {
        painter.setPen(QPen(done, 3));
        painter.drawArc(ring, 90 * 16, progress.run ? -270 * 16 : -90 * 16);
    }
    painter.setPen(progress.isDone() ? readableOn(done) : colours.text);
    painter.setFont(uiFont(11, QFont::DemiBold));
    painter.drawText(ring, Qt::AlignCenter, progress.isDone() ? QStringLiteral("✓") : QString::number(number));
}

class LessonRow : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {200, kRowHeight}; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const Palette& colours = Palette::current();
        painter->save();
        const bool lit = option.state & (QStyle::State_MouseOver | QStyle::State_Selected);
        if (lit) painter->fillRect(option.rect, colours.selection);
        painter->setPen(colours.line);
        painter->drawLine(option.rect.left() + 12, option.rect.bottom(), option.rect.right() - 12, option.rect.bottom());
        const auto progress = progressFromText(index.data(ProgressRole).toString());
        const QRectF ring(option.rect.left() + 14, option.rect.center().y() - 11, 24, 24);
        paintMark(*painter, ring, index.row() + 1, progress, colours);
        const QString facts = LessonList::progressText(progress);
        QRectF words = QRectF(option.rect).adjusted(52, 0, -12, 0);
        if (!facts.isEmpty()) {
            painter->setFont(uiFont(11));
            painter->setPen(colours.secondary);
            painter->drawText(words.adjusted(0, 20, 0, -3), Qt::AlignLeft | Qt::AlignVCenter, facts);
            words.adjust(0, 2, 0, -17);
        }
        painter->setFont(uiFont(13));
        painter->setPen(colours.text);
        const QString title = painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, int(words.width()));
        painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter, title);
        painter->restore();
    }
};

} // namespace

LessonList::LessonList(QWidget* parent) : QListWidget(parent) {
    setObjectName(QStringLiteral("lessonList"));
    styleItems(this);
    setItemDelegate(new LessonRow(this));
    setMouseTracking(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto choose = [this](QListWidgetItem* item) { Q_EMIT lessonChosen(item->data(IdRole).toString()); };
    connect(this, &QListWidget::itemClicked, this, choose);
    connect(this, &QListWidget::itemActivated, this, choose);
}

void LessonList::fill(const QList<CourseEntry>& entries, const QHash<QString, LessonProgress>& progress) {
    const int current = currentRow();
    clear();
    for (const CourseEntry& entry : entries) {
        auto* item = new QListWidgetItem(entry.title, this);
        const LessonProgress reached = progress.value(entry.id);
        item->setData(IdRole, entry.id);
        item->setData(ProgressRole, toText(reached));
        const QString facts = progressText(reached);
        item->setData(Qt::AccessibleTextRole, facts.isEmpty() ? entry.title : entry.title + QStringLiteral(", ") + facts);
    }
    setCurrentRow(current);
}

QString LessonList::progressText(const LessonProgress& progress) {
    if (progress.run) return tr("%1 of %2 predicted right").arg(progress.right).arg(progress.total);
    return progress.opened ? tr("begun") : QString();
}

} // namespace unwind::widgets
