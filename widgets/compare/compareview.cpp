#include "widgets/compare/compareview.h"

#include "widgets/common/dock.h"
#include "widgets/common/names.h"
#include "widgets/common/paint.h"
#include "widgets/common/tables.h"
#include "widgets/common/text.h"
#include "widgets/compare/comparetimelines.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTableWidget>
#include <QTextBlock>
#include <QVBoxLayout>

namespace unwind::widgets {

namespace {

constexpr Side kSides[] = {Side::A, Side::B};

QTextEdit::ExtraSelection lineMark(QPlainTextEdit* edit, int line, const QColor& colour) {
    QTextEdit::ExtraSelection mark;
    mark.cursor = QTextCursor(edit->document()->findBlockByNumber(line));
    mark.format.setBackground(colour);
    mark.format.setProperty(QTextFormat::FullWidthSelection, true);
    return mark;
}

} // namespace

CompareView::CompareView(Say say, QWidget* parent)
    : QWidget(parent), m_say(std::move(say)), m_title(new QLabel(this)), m_divergence(new QPushButton(this)),
      m_close(new QPushButton(this)), m_headline(new QLabel(this)), m_sentences(new QLabel(this)),
      m_timelines(new CompareTimelines(this)), m_scroll(new QScrollArea(this)), m_here{new QLabel(this), new QLabel(this)},
      m_factsTitle(new PanelTitle(this)), m_outputTitles{new PanelTitle(this), new PanelTitle(this)}, m_facts(new QTableWidget(this)),
      m_outputs{new QPlainTextEdit(this), new QPlainTextEdit(this)} {
    setObjectName(QStringLiteral("compareView"));
    setupView();
    connect(m_close, &QPushButton::clicked, this, &CompareView::closeRequested);
    connect(m_divergence, &QPushButton::clicked, this, [this] { m_runs->goToDivergence(); });
    retranslate();
}

CompareView::~CompareView() { m_timelines->setRuns(nullptr); }

void CompareView::setupView() {
    m_title->setObjectName(QStringLiteral("compareTitle"));
    m_title->setFont(uiFont(17, QFont::DemiBold));
    m_headline->setObjectName(QStringLiteral("compareHeadline"));
    m_headline->setFont(uiFont(14, QFont::DemiBold));
    m_sentences->setObjectName(QStringLiteral("compareSentences"));
    for (QLabel* label : {m_headline, m_sentences}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_close->setObjectName(QStringLiteral("compareClose"));
    m_divergence->setObjectName(QStringLiteral("compareDivergence"));
    m_facts->setObjectName(QStringLiteral("compareFacts"));
    m_facts->setColumnCount(3);
    m_facts->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_facts->setSelectionMode(QAbstractItemView::NoSelection);
    styleTable(m_facts);
    m_facts->horizontalHeader()->setVisible(true);
    m_facts->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_facts->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_facts->verticalHeader()->setDefaultSectionSize(21);
    m_facts->setFrameShape(QFrame::NoFrame);
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(16, 10, 16, 12);
    page->setSpacing(8);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_divergence);
    head->addWidget(m_close);
    page->addLayout(head);
    page->addWidget(m_headline);
    page->addWidget(m_sentences);
    m_scroll->setWidget(m_timelines);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    page->addWidget(m_scroll, 1);
    auto* here = new QHBoxLayout;
    auto* below = new QHBoxLayout;
    below->setSpacing(12);
    auto addPanel = [this, below](PanelTitle* title, QWidget* content, int stretch) {
        auto* body = new PanelBody(this);
        body->setView(content);
        body->setEmpty(false);
        auto* column = new QVBoxLayout;
        column->setSpacing(0);
        column->addWidget(title);
        column->addWidget(body, 1);
        below->addLayout(column, stretch);
    };
    addPanel(m_factsTitle, m_facts, 4);
    for (Side side : kSides) {
        const QString letter(side == Side::A ? QLatin1Char('A') : QLatin1Char('B'));
        QLabel* label = m_here[size_t(side)];
        label->setObjectName(QStringLiteral("compareHere") + letter);
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        here->addWidget(label, 1);
        QPlainTextEdit* output = m_outputs[size_t(side)];
        output->setObjectName(QStringLiteral("compareOutput") + letter);
        output->setReadOnly(true);
        output->setFont(codeFont(12));
        output->setLineWrapMode(QPlainTextEdit::NoWrap);
        output->setFrameShape(QFrame::NoFrame);
        addPanel(m_outputTitles[size_t(side)], output, 3);
    }
    page->addLayout(here);
    page->addLayout(below, 1);
}

void CompareView::setRuns(std::unique_ptr<ComparedRuns> runs) {
    m_timelines->setRuns(nullptr);
    m_runs = std::move(runs);
    if (!m_runs) return;
    for (Side side : kSides) connect(m_runs->cursor(side), &Cursor::cursorChanged, m_runs.get(), [this] { refreshCursors(); });
    m_timelines->setRuns(m_runs.get());
    refresh();
}

void CompareView::refresh() {
    if (!m_runs) return;
    m_title->setText(CompareText::title(*m_runs));
    QStringList sentences = CompareText::sentences(*m_runs, m_say);
    m_headline->setText(sentences.takeFirst());
    m_sentences->setText(sentences.join(QLatin1Char('\n')));
    m_sentences->setVisible(!sentences.isEmpty());
    m_scroll->setMaximumHeight(m_timelines->sizeHint().height());
    m_divergence->setVisible(m_runs->divergence().difference != compare::Difference::None);
    fillFacts();
    fillOutputs();
    refreshCursors();
}

void CompareView::refreshCursors() {
    for (Side side : kSides) {
        const Cursor& cursor = *m_runs->cursor(side);
        if (!cursor.recording()) return; // the window is putting another run in its place
        QString words = tr("The program has not begun.");
        if (cursor.event()) {
            words = m_say(*cursor.log(), cursor.explanation());
            const state::Goroutine* goroutine = cursor.selected();
            const QString place = goroutine ? placeName(*cursor.log(), goroutine->at) : QString();
            if (!place.isEmpty()) words = tr("%1: %2").arg(place, words);
        }
        m_here[size_t(side)]->setText(m_runs->label(side) + QStringLiteral(" · ") + words);
    }
}

void CompareView::fillFacts() {
    const QList<CompareText::Fact> facts = CompareText::facts(*m_runs);
    m_facts->setRowCount(int(facts.size()));
    m_facts->setHorizontalHeaderLabels({QString(), m_runs->label(Side::A), m_runs->label(Side::B)});
    for (int row = 0; row < facts.size(); ++row) {
        const CompareText::Fact& fact = facts[row];
        const QString mark = fact.differs() ? QStringLiteral("≠ ") : QString();
        int column = 0;
        for (const QString& text : {mark + fact.name, fact.a, fact.b}) {
            auto* item = new QTableWidgetItem(text);
            QFont font = m_facts->font();
            font.setBold(fact.differs());
            item->setFont(font);
            item->setToolTip(text);
            m_facts->setItem(row, column++, item);
        }
    }
}

// Lines that the other side does not have are marked, by a sign beside the colour.
void CompareView::fillOutputs() {
    for (Side side : kSides) {
        QPlainTextEdit* edit = m_outputs[size_t(side)];
        const QList<CompareText::Line> lines = CompareText::output(*m_runs, side);
        QStringList shown;
        for (const CompareText::Line& line : lines) shown << (line.own ? QStringLiteral("≠ ") : QStringLiteral("  ")) + line.text;
        m_outputTitles[size_t(side)]->setTitle(tr("Output in %1").arg(m_runs->label(side)));
        edit->setPlainText(shown.join(QLatin1Char('\n')));
        QList<QTextEdit::ExtraSelection> marks;
        for (int i = 0; i < lines.size(); ++i)
            if (lines[i].own) marks << lineMark(edit, i, Palette::current().selection);
        edit->setExtraSelections(marks);
    }
}

void CompareView::retranslate() {
    m_close->setText(tr("Back to the program"));
    m_divergence->setText(tr("To where they part"));
    m_factsTitle->setTitle(tr("Side by side"));
    m_outputs[0]->setPlaceholderText(tr("No output"));
    m_outputs[1]->setPlaceholderText(tr("No output"));
    refresh();
}

void CompareView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
    if (event->type() == QEvent::PaletteChange) refresh();
}

} // namespace unwind::widgets
