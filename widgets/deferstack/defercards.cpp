#include "widgets/deferstack/defercards.h"

#include "widgets/common/names.h"
#include "widgets/common/text.h"

#include <algorithm>

namespace unwind::widgets {

namespace {

using state::DeferState;
using state::DeferWhy;

class Maker {
    Q_DECLARE_TR_FUNCTIONS(DeferCards)

public:
    Maker(const trace::LogReader& log, const state::Snapshot& snapshot, const state::Goroutine& goroutine)
        : m_log(log), m_snapshot(snapshot), m_goroutine(goroutine) {}

    QList<Card> cards() {
        QList<Card> cards;
        const auto& defers = m_goroutine.defers;
        for (size_t i = defers.size(); i-- > 0;) {
            cards.append(record(defers[i]));
            if (i == 0 || defers[i - 1].depth != defers[i].depth) cards.append(frame(defers[i].depth));
        }
        return cards;
    }

private:
    Card record(const state::Defer& defer) {
        Card card;
        card.id = defer.id.value;
        card.token = token(defer);
        card.chip = Text::deferState(defer.state);
        if (defer.state == DeferState::Running) card.chip.prepend(QStringLiteral("▶ "));
        card.title = shortFunctionName(m_log, defer.function);
        card.arguments = QLatin1Char('(') + logString(m_log, defer.args) + QLatin1Char(')');
        card.place = QStringLiteral(":%1").arg(defer.at.line);
        card.detail = detail(defer);
        card.outlined = defer.state == DeferState::Running;
        card.event = defer.pushed + 1;
        return card;
    }

    static Token token(const state::Defer& defer) {
        switch (defer.state) {
        case DeferState::Running:
            return defer.why == DeferWhy::Panic    ? Token::Panicking
                   : defer.why == DeferWhy::Goexit ? Token::Goexit
                                                   : Token::Running;
        case DeferState::Pending: return Token::Waiting;
        default: return Token::Dead;
        }
    }

    QString detail(const state::Defer& defer) {
        switch (defer.state) {
        case DeferState::Running: return because(defer) + recoverNote(defer);
        case DeferState::Pending: {
            const QString turn = std::exchange(m_nextTold, true) ? tr("runs after that") : tr("runs next");
            return defer.args ? turn + tr(" · arguments evaluated at line %1").arg(defer.at.line) : turn;
        }
        case DeferState::Done: return Text::deferEnd(defer.how);
        case DeferState::Skipped: return tr("will not run: %1").arg(Text::skipCause(defer.skipped));
        }
        return {};
    }

    QString because(const state::Defer& defer) const {
        switch (defer.why) {
        case DeferWhy::Return: return tr("running because its function returns");
        case DeferWhy::Goexit: return tr("running because of runtime.Goexit");
        case DeferWhy::Panic: break;
        }
        auto panic = std::find_if(m_goroutine.panics.begin(), m_goroutine.panics.end(),
                                  [&](const state::Panic& p) { return p.id == defer.panic; });
        if (panic == m_goroutine.panics.end()) return tr("running because of a panic");
        return tr("running because of panic(%1)").arg(logString(m_log, panic->value));
    }

    QString recoverNote(const state::Defer& defer) const {
        const state::RecoverFact& fact = m_snapshot.lastRecover;
        if (fact.seq == kNoSeq || fact.go != m_goroutine.id || fact.seq < defer.begun) return {};
        const bool some = fact.verdict == state::RecoverVerdict::Recovered || fact.verdict == state::RecoverVerdict::GoexitObserved;
        return some ? tr(" · recover() at line %1 returned %2").arg(fact.at.line).arg(logString(m_log, fact.value))
                    : tr(" · recover() at line %1 returned nil").arg(fact.at.line);
    }

    Card frame(uint32_t depth) const {
        Card card;
        card.shape = Card::Shape::Separator;
        card.id = depth;
        if (depth < m_goroutine.frames.size()) {
            const state::Frame& at = m_goroutine.frames[depth];
            card.title = tr("deferred by %1, now at line %2").arg(shortFunctionName(m_log, at.function)).arg(at.at.line);
        } else {
            card.title = tr("deferred by a frame that is gone");
        }
        return card;
    }

    const trace::LogReader& m_log;
    const state::Snapshot& m_snapshot;
    const state::Goroutine& m_goroutine;
    bool m_nextTold = false;
};

} // namespace

QList<Card> DeferCards::of(const trace::LogReader& log, const state::Snapshot& snapshot, GoId go) {
    const state::Goroutine* goroutine = snapshot.find(go);
    return goroutine ? Maker(log, snapshot, *goroutine).cards() : QList<Card>();
}

QString DeferCards::count(const state::Goroutine& goroutine) {
    return goName(goroutine.id) + QStringLiteral(" · ") + tr("%n record(s)", nullptr, int(goroutine.defers.size()));
}

} // namespace unwind::widgets
