#include "widgets/lessons/lessonpage.h"

#include "widgets/lessons/articlebox.h"
#include "widgets/lessons/lessontext.h"
#include "widgets/lessons/predictioncard.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace unwind::widgets {

namespace {

QToolButton* makeButton(const char* name, const QString& text, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setObjectName(QLatin1String(name));
    button->setText(text);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

LessonPage::LessonPage(LessonFile file, const PagePlace& place, QWidget* parent)
    : QWidget(parent), m_file(std::move(file)), m_scroll(new QScrollArea(this)), m_hint(new QLabel(this)) {
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    box->addWidget(makeHead(place));
    m_hint->setObjectName(QStringLiteral("lessonHint"));
    m_hint->setWordWrap(true);
    m_hint->setContentsMargins(14, 0, 14, 8);
    m_hint->hide();
    box->addWidget(m_hint);
    box->addWidget(m_scroll, 1);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(14, 4, 14, 16);
    column->setSpacing(12);
    auto* title = new QLabel(QString::fromStdString(m_file.lesson.title), content);
    title->setObjectName(QStringLiteral("lessonTitle"));
    title->setWordWrap(true);
    column->addWidget(title);
    addParts(column, content);
    column->addWidget(makeFoot(place));
    column->addStretch(1);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setObjectName(QStringLiteral("lessonScroll"));
    m_scroll->setWidget(content);
}

QWidget* LessonPage::makeHead(const PagePlace& place) {
    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(12, 9, 12, 9);
    row->setSpacing(10);
    auto* list = makeButton("lessonListButton", tr("‹ All lessons"), head);
    connect(list, &QToolButton::clicked, this, &LessonPage::listRequested);
    auto* where = new QLabel(place.text, head);
    where->setObjectName(QStringLiteral("panelCount"));
    auto* run = makeButton("lessonRunButton", tr("▶ Run the program"), head);
    run->setProperty("primary", true);
    connect(run, &QToolButton::clicked, this, &LessonPage::runRequested);
    row->addWidget(list);
    row->addWidget(where, 1);
    row->addWidget(run);
    return head;
}

QWidget* LessonPage::makeFoot(const PagePlace& place) {
    auto* foot = new QWidget(this);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 4, 0, 0);
    auto* previous = makeButton("lessonPreviousButton", tr("‹ Previous"), foot);
    auto* next = makeButton("lessonNextButton", tr("Next lesson ›"), foot);
    previous->setVisible(place.hasPrevious);
    next->setVisible(place.hasNext);
    connect(previous, &QToolButton::clicked, this, &LessonPage::previousRequested);
    connect(next, &QToolButton::clicked, this, &LessonPage::nextRequested);
    row->addWidget(previous);
    row->addStretch(1);
    row->addWidget(next);
    return foot;
}

void LessonPage::addParts(QVBoxLayout* column, QWidget* content) {
    for (const lesson::Part& part : m_file.lesson.parts) {
        if (const auto* text = std::get_if<lesson::Text>(&part)) {
            auto* view = new LessonText(14, content);
            view->setObjectName(QStringLiteral("lessonText"));
            view->setMarkdownText(QString::fromStdString(text->markdown));
            connect(view, &LessonText::linkActivated, this, &LessonPage::linkActivated);
            column->addWidget(view);
        } else if (const auto* prediction = std::get_if<lesson::Prediction>(&part)) {
            auto* card = new PredictionCard(*prediction, int(m_predictions.size()), content);
            connect(card, &PredictionCard::linkActivated, this, &LessonPage::linkActivated);
            m_predictions.append(card);
            column->addWidget(card);
        } else {
            auto* box = new ArticleBox(std::get<lesson::ArticleBox>(part), content);
            connect(box, &ArticleBox::linkActivated, this, &LessonPage::linkActivated);
            column->addWidget(box);
        }
    }
}

int LessonPage::judge(const lesson::Evidence& evidence) {
    int right = 0;
    for (PredictionCard* card : m_predictions) right += card->judge(evidence);
    return right;
}

void LessonPage::forgetJudgement() {
    for (PredictionCard* card : m_predictions) card->forget();
}

QList<int> LessonPage::choices() const {
    QList<int> list;
    for (const PredictionCard* card : m_predictions) list.append(card->choice());
    return list;
}

void LessonPage::choose(const QList<int>& choices) {
    for (qsizetype i = 0; i < std::min(choices.size(), m_predictions.size()); ++i) m_predictions[i]->choose(choices[i]);
}

void LessonPage::setHint(const QString& sentence) {
    m_hint->setText(sentence);
    m_hint->setVisible(!sentence.isEmpty());
}

QString LessonPage::hint() const { return m_hint->text(); }

} // namespace unwind::widgets
