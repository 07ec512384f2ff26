#include "widgets/notrun/notruncards.h"

#include "widgets/common/names.h"
#include "widgets/common/sentences.h"
#include "widgets/common/text.h"

namespace unwind::widgets {

QList<Card> NotRunCards::of(const trace::LogReader& log, const state::Snapshot& end) {
    QList<Card> cards;
    for (const state::NotRun& entry : state::notRun(log, end)) {
        const state::Goroutine* goroutine = end.find(entry.go);
        const QString name = entry.function ? shortFunctionName(log, entry.function) : QStringLiteral("recover");
        Card card;
        card.token = entry.defer || !goroutine ? Token::Dead : tokenOf(*goroutine);
        card.chip = entry.defer ? tr("NEVER CALLED") : goName(entry.go);
        card.title = entry.defer ? QStringLiteral("defer %1").arg(name) : name;
        card.arguments = entry.defer ? QStringLiteral("(%1)").arg(logString(log, entry.args)) : QString();
        card.place = shortPlaceName(log, entry.at);
        card.detail = Sentences::plain(log, entry.cause);
        card.id = quint64(cards.size()) + 1;
        card.event = entry.event + 1;
        cards.append(card);
    }
    return cards;
}

} // namespace unwind::widgets
