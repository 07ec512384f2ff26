#include "widgets/output/outputdock.h"

#include "widgets/common/tables.h"

#include <QListView>
#include <QPainter>

namespace unwind::widgets {

namespace {

class LineDelegate : public RowDelegate {
public:
    using RowDelegate::RowDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const Palette& colours = Palette::current();
        if (option.state & QStyle::State_Selected) painter->fillRect(option.rect, colours.selection);
        const bool future = index.data(OutputModel::FutureRole).toBool();
        const bool error = index.data(OutputModel::ErrorRole).toBool();
        QColor colour = error ? colours.error : colours.text;
        if (future) colour.setAlpha(110);
        painter->setPen(colour);
        painter->setFont(index.data(Qt::FontRole).value<QFont>());
        if (error) painter->drawText(option.rect.adjusted(6, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("!"));
        painter->drawText(option.rect.adjusted(20, 0, -6, 0), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextExpandTabs,
                          index.data().toString());
    }
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        return {RowDelegate::sizeHint(option, index).width() + 26, 20};
    }
};

} // namespace

OutputDock::OutputDock(Cursor* cursor, QWidget* parent)
    : Dock(QStringLiteral("outputDock"), parent), m_cursor(cursor), m_model(new OutputModel(cursor, this)),
      m_view(new QListView(this)) {
    m_view->setObjectName(QStringLiteral("outputView"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new LineDelegate(m_view));
    m_view->setUniformItemSizes(true);
    styleItems(m_view);
    setView(m_view);
    auto go = [this](const QModelIndex& index) { m_cursor->moveTo(m_model->seqOf(index.row()) + 1); };
    connect(m_view, &QListView::clicked, this, go);
    connect(m_view, &QListView::activated, this, go);
    connect(cursor, &Cursor::recordingChanged, this, [this] {
        m_model->reset();
        changed();
    });
    connect(cursor, &Cursor::recordingGrew, this, [this] {
        m_model->extend();
        changed();
    });
    connect(cursor, &Cursor::cursorChanged, this, &OutputDock::changed);
    retranslate();
    changed();
}

void OutputDock::refresh() {
    m_model->cursorMoved();
    const int row = m_model->rowAtCursor();
    setEmpty(m_model->rowCount() == 0);
    setCount(m_model->rowCount() ? tr("%1 of %n lines", nullptr, m_model->rowCount()).arg(row + 1) : QString());
    const QModelIndex index = m_model->index(row);
    const QSignalBlocker block(m_view->selectionModel());
    if (index.isValid()) {
        m_view->setCurrentIndex(index);
        m_view->scrollTo(index);
    } else {
        m_view->clearSelection();
    }
    m_view->viewport()->update();
}

void OutputDock::retranslate() {
    setTitle(tr("Output"));
    setEmptySentence(tr("What the program prints appears here. Click a line to go to the moment it was printed."));
}

} // namespace unwind::widgets
