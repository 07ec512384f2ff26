#include "widgets/lessons/predictioncard.h"

#include "widgets/common/paint.h"
#include "widgets/lessons/lessontext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QRadioButton>
#include <QVBoxLayout>

namespace unwind::widgets {

namespace {

QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

} // namespace

PredictionCard::PredictionCard(const lesson::Prediction& prediction, int number, QWidget* parent)
    : QFrame(parent), m_prediction(prediction), m_box(new QVBoxLayout(this)), m_feedback(new LessonText(13, this)) {
    setObjectName(QStringLiteral("prediction:%1").arg(number));
    m_box->setContentsMargins(14, 11, 14, 12);
    m_box->setSpacing(7);
    auto* head = new QLabel(tr("Predict"), this);
    head->setObjectName(QStringLiteral("lessonBoxHead"));
    m_box->addWidget(head);
    auto* question = new LessonText(14, this);
    question->setMarkdownText(text(prediction.question));
    connect(question, &LessonText::linkActivated, this, &PredictionCard::linkActivated);
    m_box->addWidget(question);
    for (int i = 0; i < int(prediction.choices.size()); ++i) addChoice(prediction.choices[size_t(i)], i);
    m_feedback->setObjectName(QStringLiteral("predictionFeedback"));
    m_feedback->hide();
    connect(m_feedback, &LessonText::linkActivated, this, &PredictionCard::linkActivated);
    m_box->addWidget(m_feedback);
    connect(&m_group, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (!on) return;
        forget();
        Q_EMIT choiceChanged();
    });
}

// A radio button's own text does not wrap, so the words stand beside it.
void PredictionCard::addChoice(const lesson::Choice& choice, int index) {
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    auto* button = new QRadioButton(this);
    auto* words = new LessonText(13, this);
    words->setMarkdownText(text(choice.text));
    words->setFocusPolicy(Qt::NoFocus);
    words->viewport()->setCursor(Qt::PointingHandCursor);
    button->setObjectName(QStringLiteral("choice:%1").arg(index));
    button->setAccessibleName(words->toPlainText());
    button->setFixedSize(18, 17);
    m_group.addButton(button, index);
    connect(words, &LessonText::clicked, button, [button] { button->setChecked(true); });
    connect(words, &LessonText::linkActivated, this, &PredictionCard::linkActivated);
    row->addWidget(button, 0, Qt::AlignTop);
    row->addWidget(words, 1, Qt::AlignTop);
    m_box->addLayout(row);
}

void PredictionCard::choose(int index) {
    if (QAbstractButton* button = m_group.button(index)) button->setChecked(true);
}

bool PredictionCard::judge(const lesson::Evidence& evidence) {
    QList<int> right;
    for (int i = 0; i < int(m_prediction.choices.size()); ++i)
        if (lesson::isRight(m_prediction.choices[size_t(i)], evidence)) right.append(i);
    m_feedback->setMarkdownText(feedbackFor(right));
    m_feedback->setAccessibleName(m_feedback->toPlainText());
    m_feedback->show();
    m_judged = true;
    m_right = right.contains(choice());
    update();
    return m_right;
}

// The author's reason belongs to the author's answer: under other rules, where another one holds, it is not said.
QString PredictionCard::feedbackFor(const QList<int>& right) const {
    QStringList words;
    if (right.contains(choice())) words << tr("**✓ Right.** That is what happened.");
    else if (right.isEmpty()) words << tr("**✗ None of these** is what happened in this run.");
    else {
        const QString happened = text(m_prediction.choices[size_t(right.first())].text);
        words << (choice() < 0 ? tr("**You made no prediction.** What happened: %1.").arg(happened)
                               : tr("**✗ It came differently:** %1.").arg(happened));
    }
    const bool asWritten = std::any_of(right.begin(), right.end(), [this](int i) { return m_prediction.choices[size_t(i)].reference; });
    if (asWritten && !m_prediction.because.empty()) words << text(m_prediction.because);
    return words.join(QStringLiteral("\n\n"));
}

void PredictionCard::forget() {
    m_judged = false;
    m_feedback->hide();
    update();
}

QString PredictionCard::feedback() const { return m_judged ? m_feedback->toPlainText() : QString(); }

void PredictionCard::paintEvent(QPaintEvent*) {
    const Palette& colours = Palette::current();
    QPainter painter(this);
    paintCard(painter, rect(), colours.panel, m_judged ? colours.line : colours.accent, 8);
    if (!m_judged) return;
    painter.setPen(Qt::NoPen); // the mark in the text says the same
    painter.setBrush(m_right ? colours.fill(Token::Running) : colours.error);
    painter.drawRoundedRect(QRectF(0, m_feedback->y(), 4, m_feedback->height()), 2, 2);
}

} // namespace unwind::widgets
