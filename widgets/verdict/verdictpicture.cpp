#include "widgets/verdict/verdictpicture.h"

#include "widgets/common/names.h"
#include "widgets/common/paint.h"
#include "widgets/common/sentences.h"
#include "widgets/common/text.h"

#include <QFontMetricsF>
#include <QPainter>

namespace unwind::widgets {

namespace {

constexpr int kMargin = 10, kPadding = 10, kTitle = 24, kLine = 17, kRowGap = 4, kLabelGap = 14;

QStringList wrapped(const QString& text, const QFont& font, double width) {
    const QFontMetricsF metrics(font);
    QStringList lines;
    QString rest = text;
    while (metrics.horizontalAdvance(rest) > width) {
        qsizetype cut = 0;
        for (qsizetype i = 1; i < rest.size(); ++i) {
            const bool breaks = rest[i] == QLatin1Char(' ') || rest[i].script() == QChar::Script_Han;
            if (!breaks) continue;
            if (metrics.horizontalAdvance(rest.left(i)) > width) break;
            cut = i;
        }
        if (cut == 0) break;
        lines << rest.left(cut);
        rest = rest.mid(cut).trimmed();
    }
    return lines << metrics.elidedText(rest, Qt::ElideRight, width);
}

} // namespace

VerdictPicture VerdictPicture::of(const Cursor& cursor) {
    VerdictPicture picture;
    const Seq seq = cursor.snapshot().lastRecover.seq;
    if (!cursor.log() || seq == kNoSeq) return picture;
    const trace::LogReader& log = *cursor.log();
    const state::Snapshot before = cursor.recording()->at(seq);
    const trace::Event event = log.at(seq);
    state::Snapshot after = before;
    state::fold(after, event);
    const auto card = state::verdictCard(log, event, before, after);
    if (!card) return picture;
    picture.m_seq = seq;
    picture.m_go = card->go;
    picture.m_place = placeName(log, card->at);
    switch (card->verdict) {
    case state::RecoverVerdict::Recovered:
        picture.m_chip = tr("✓ RECOVERED");
        picture.m_token = Token::Recovered;
        break;
    case state::RecoverVerdict::GoexitObserved:
        picture.m_chip = card->resumeAt.isValid() ? tr("✓ INTERCEPTED") : tr("OBSERVED");
        picture.m_token = card->resumeAt.isValid() ? Token::Recovered : Token::Goexit;
        break;
    case state::RecoverVerdict::RaisedError:
        picture.m_chip = tr("RUN-TIME ERROR");
        picture.m_token = Token::Panicking;
        break;
    default: picture.m_chip = QStringLiteral("nil"); break;
    }
    for (const state::VerdictCard::Row& row : card->rows)
        picture.m_rows.append({Sentences::plain(log, row.label), Sentences::plain(log, row.answer)});
    return picture;
}

QString VerdictPicture::text() const {
    QStringList lines;
    for (const Row& row : m_rows) lines << tr("%1: %2").arg(row.label, row.answer);
    return lines.join(QLatin1Char('\n'));
}

int VerdictPicture::paint(QPainter* painter, const QRectF& column, const Palette& palette) const {
    if (isEmpty()) return 0;
    const QFont labelFont = uiFont(12), answerFont = uiFont(13);
    const QFontMetricsF metrics(labelFont);
    double label = 0;
    for (const Row& row : m_rows) label = std::max(label, metrics.horizontalAdvance(row.label));
    const QRectF card = column.adjusted(kMargin, 0, -kMargin, 0);
    const double left = card.left() + kPadding + 6, answer = left + label + kLabelGap;
    const double width = std::max(40.0, card.right() - kPadding - answer);
    QList<QStringList> answers;
    double height = 2 * kPadding + kTitle;
    for (const Row& row : m_rows) {
        answers << wrapped(row.answer, answerFont, width);
        height += double(answers.last().size()) * kLine + kRowGap;
    }
    if (!painter) return int(height) + kMargin;

    paintCard(*painter, QRectF(card.left(), column.top(), card.width(), height), palette.card, palette.fill(m_token));
    painter->setPen(Qt::NoPen);
    painter->setBrush(palette.fill(m_token));
    painter->drawRoundedRect(QRectF(card.left(), column.top(), 4, height), 2, 2);
    double y = column.top() + kPadding;
    const int chip = chipWidth(m_chip);
    paintChip(*painter, QRectF(left, y, chip, kChipHeight), m_chip, m_token, palette);
    QFont title = codeFont(13);
    title.setWeight(QFont::DemiBold);
    painter->setFont(title);
    painter->setPen(palette.text);
    painter->drawText(QPointF(left + chip + 8, y + 13), QStringLiteral("recover()"));
    painter->setFont(codeFont(12));
    painter->setPen(palette.secondary);
    painter->drawText(QRectF(left, y, card.right() - kPadding - left, kChipHeight), Qt::AlignRight | Qt::AlignVCenter, m_place);
    y += kTitle;
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        painter->setFont(labelFont);
        painter->setPen(palette.secondary);
        painter->drawText(QPointF(left, y + 13), m_rows[i].label);
        painter->setFont(answerFont);
        painter->setPen(palette.text);
        for (const QString& line : answers[i]) {
            painter->drawText(QPointF(answer, y + 13), line);
            y += kLine;
        }
        y += kRowGap;
    }
    return int(height) + kMargin;
}

} // namespace unwind::widgets
