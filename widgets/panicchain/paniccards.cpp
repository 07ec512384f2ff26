#include "widgets/panicchain/paniccards.h"

#include "widgets/common/names.h"
#include "widgets/common/text.h"

#include <algorithm>

namespace unwind::widgets {

namespace {

using state::PanicState;

class Maker {
    Q_DECLARE_TR_FUNCTIONS(PanicCards)

public:
    Maker(const trace::LogReader& log, const state::Goroutine& goroutine) : m_log(log), m_goroutine(goroutine) {}

    QList<Card> cards() const {
        QList<Card> cards;
        for (size_t i = m_goroutine.panics.size(); i-- > 0;) {
            Card card = record(m_goroutine.panics[i]);
            card.linked = i > 0 && m_goroutine.panics[i].link == m_goroutine.panics[i - 1].id;
            cards.append(card);
        }
        return cards;
    }

private:
    Card record(const state::Panic& panic) const {
        Card card;
        card.id = panic.id.value;
        card.token = token(panic);
        card.chip = chip(panic);
        card.title = title(panic);
        card.arguments = typeNote(panic);
        card.place = shortPlaceName(m_log, panic.at);
        card.outlined = panic.state == PanicState::Running || panic.state == PanicState::Fatal;
        card.event = panic.begun + 1;
        QStringList words = outcome(panic);
        if (panic.deferredBegun > 0) words << tr("%n deferred call(s) begun", nullptr, int(panic.deferredBegun));
        card.detail = words.join(QStringLiteral(" · "));
        return card;
    }

    static Token token(const state::Panic& panic) {
        switch (panic.state) {
        case PanicState::Recovered: return Token::Recovered;
        case PanicState::Aborted:
        case PanicState::Repanicked:
        case PanicState::Done: return panic.intercepted ? Token::Recovered : Token::Dead;
        default: return panic.goexit ? Token::Goexit : Token::Panicking;
        }
    }

    static QString chip(const state::Panic& panic) {
        if (panic.intercepted) return tr("INTERCEPTED");
        switch (panic.state) {
        case PanicState::Running: return tr("UNWINDING");
        case PanicState::Recovered: return tr("✓ RECOVERED");
        case PanicState::Aborted: return tr("ABORTED");
        case PanicState::Repanicked: return tr("RAISED AGAIN");
        case PanicState::Fatal: return tr("FATAL");
        case PanicState::Done: return tr("DONE");
        }
        return {};
    }

    QString title(const state::Panic& panic) const {
        if (panic.goexit) return QStringLiteral("runtime.Goexit");
        return QStringLiteral("panic(%1)").arg(logString(m_log, panic.value));
    }

    /// The value's type, where the value as printed does not say it.
    QString typeNote(const state::Panic& panic) const {
        const QString type = panic.goexit ? QString() : logString(m_log, panic.type);
        return type == QLatin1String("string") || title(panic).contains(type.mid(type.startsWith(QLatin1Char('*')))) ? QString() : type;
    }

    QString raisedBy(PanicId id) const {
        auto by = std::find_if(m_goroutine.panics.begin(), m_goroutine.panics.end(),
                               [&](const state::Panic& p) { return p.id == id; });
        return by == m_goroutine.panics.end() ? tr("a newer panic") : title(*by);
    }

    QStringList outcome(const state::Panic& panic) const {
        QStringList words;
        if (panic.intercepted || panic.state == PanicState::Recovered) {
            if (panic.by) words << tr("recovered, then overtaken by %1").arg(raisedBy(panic.by));
            if (!panic.resumeFunction) return words; // recovered, the deferred call still runs to its end
            const QString where = shortPlaceName(m_log, panic.resumeAt);
            words << (where.isEmpty()
                          ? tr("control resumes in %1").arg(shortFunctionName(m_log, panic.resumeFunction))
                          : tr("control resumes in %1, %2").arg(shortFunctionName(m_log, panic.resumeFunction), where));
            return words;
        }
        switch (panic.state) {
        case PanicState::Running:
            words << (panic.goexit ? tr("not a panic: nothing to recover") : tr("looking for a deferred call that recovers"));
            break;
        case PanicState::Aborted: words << tr("overtaken by %1").arg(raisedBy(panic.by)); break;
        case PanicState::Repanicked: words << tr("its value was raised again"); break;
        case PanicState::Fatal: words << tr("nobody recovered: the program dies"); break;
        default: words << tr("all deferred calls have run: the goroutine ends"); break;
        }
        return words;
    }

    const trace::LogReader& m_log;
    const state::Goroutine& m_goroutine;
};

} // namespace

QList<Card> PanicCards::of(const trace::LogReader& log, const state::Snapshot& snapshot, GoId go) {
    const state::Goroutine* goroutine = snapshot.find(go);
    return goroutine ? Maker(log, *goroutine).cards() : QList<Card>();
}

} // namespace unwind::widgets
