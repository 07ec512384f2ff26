#include "widgets/scheduler/schedulerlayout.h"

#include "widgets/common/paint.h"
#include "widgets/common/text.h"

#include <QFontMetricsF>
#include <algorithm>
#include <map>

namespace unwind::widgets {

namespace {

constexpr double kMargin = 10, kGap = 8, kTokenWidth = 36, kTokenHeight = 20, kStep = kTokenWidth + 4;

class Maker {
    Q_DECLARE_TR_FUNCTIONS(SchedulerLayout)

public:
    Maker(const state::Snapshot& snapshot, double width) : m_snapshot(snapshot), m_width(width) {}

    SchedulerPicture make() {
        if (m_snapshot.processors.empty()) return m_picture;
        processors();
        queue(tr("global queue"), {m_snapshot.globalQueue.begin(), m_snapshot.globalQueue.end()});
        waiting();
        m_picture.height = m_y + 2;
        return m_picture;
    }

private:
    void processors() {
        const int count = int(m_snapshot.processors.size());
        const double usable = m_width - 2 * kMargin;
        const int most = std::clamp(int((usable + kGap) / (150 + kGap)), 1, std::max(1, count));
        const int rows = (count + most - 1) / most, columns = (count + rows - 1) / rows; // rows of one length
        const double box = (usable - (columns - 1) * kGap) / columns;
        const double height = 84;
        for (int i = 0; i < count; ++i) {
            const double x = kMargin + (i % columns) * (box + kGap), y = kMargin + (i / columns) * (height + kGap);
            processor(m_snapshot.processors[size_t(i)], QRectF(x, y, box, height));
        }
        m_y = kMargin + rows * (height + kGap) + 2;
    }

    void processor(const state::Processor& p, const QRectF& box) {
        m_picture.boxes.append(box);
        const QRectF head(box.left() + 8, box.top() + 5, box.width() - 16, 18);
        m_picture.labels.append({head, procName(p.id), true});
        m_picture.labels.append({head.adjusted(26, 0, 0, 0), doing(p), false});
        const double y = box.top() + 27;
        placeToken(p.running, QRectF(box.left() + 8, y, kTokenWidth + 4, kTokenHeight + 2), true);
        const double nextX = box.left() + 8 + kTokenWidth + 12, nextWidth = QFontMetricsF(uiFont(11)).horizontalAdvance(tr("next"));
        m_picture.labels.append({QRectF(nextX, y, nextWidth + 2, kTokenHeight + 2), tr("next"), false});
        placeToken(p.runnext, QRectF(nextX + nextWidth + 6, y + 1, kTokenWidth, kTokenHeight), false);
        ring(p, QRectF(box.left() + 8, y + 28, box.width() - 16, kTokenHeight));
    }

    static QString doing(const state::Processor& p) {
        const QString machine = p.machine == kNoMachine ? QString() : QStringLiteral("M%1 · ").arg(p.machine.value);
        if (p.spinning) return machine + tr("spinning, stealing");
        if (p.running) return machine + tr("running");
        return p.machine == kNoMachine ? tr("idle") : machine + tr("looking for work");
    }

    // The head of the ring is at the left; what does not fit is told as a number.
    void ring(const state::Processor& p, const QRectF& row) {
        const int places = std::max(1, int((row.width() + 4) / kStep));
        const int size = int(p.ring.size());
        const int shown = size > places ? places - 1 : size;
        for (int i = 0; i < places; ++i) {
            const QRectF place(row.left() + i * kStep, row.top(), kTokenWidth, kTokenHeight);
            if (i < shown) placeToken(p.ring[size_t(i)], place, false);
            else if (size > places) m_picture.labels.append({place, QStringLiteral("+%1").arg(size - shown), false});
            else m_picture.empties.append(place);
        }
    }

    void placeToken(GoId go, const QRectF& rect, bool solid) {
        if (!go) {
            m_picture.empties.append(rect);
            return;
        }
        const state::Goroutine* goroutine = m_snapshot.find(go);
        m_picture.tokens.append({go, rect, goroutine ? tokenOf(*goroutine) : Token::Runnable, solid});
    }

    // A line of tokens under a word, broken into as many rows as it takes, at most three.
    void queue(const QString& title, const std::vector<GoId>& goroutines) {
        const QFontMetricsF metrics(uiFont(11));
        m_picture.labels.append({QRectF(kMargin, m_y, m_width - 2 * kMargin, kTokenHeight), title, false});
        double x = kMargin + std::max(92.0, metrics.horizontalAdvance(title) + 10);
        const double left = x;
        int rows = 1;
        for (size_t i = 0; i < goroutines.size(); ++i) {
            if (x + kTokenWidth > m_width - kMargin) {
                if (rows == 3 || left + kTokenWidth > m_width - kMargin) {
                    m_picture.labels.append({QRectF(x, m_y, 60, kTokenHeight), QStringLiteral("+%1").arg(goroutines.size() - i), false});
                    break;
                }
                ++rows;
                x = left;
                m_y += kTokenHeight + 4;
            }
            placeToken(goroutines[i], QRectF(x, m_y, kTokenWidth, kTokenHeight), false);
            x += kStep;
        }
        if (goroutines.empty())
            m_picture.labels.append({QRectF(left, m_y, 80, kTokenHeight), tr("empty"), false});
        m_y += kTokenHeight + 6;
    }

    void waiting() {
        std::map<QString, std::vector<GoId>> byReason;
        for (const auto& [id, goroutine] : m_snapshot.goroutines) {
            if (goroutine.status == state::GStatus::Gwaiting)
                byReason[fromUtf8(trace::waitReasonText(goroutine.wait))].push_back(id);
            if (goroutine.status == state::GStatus::Gsyscall) byReason[tr("system call")].push_back(id);
        }
        for (const auto& [reason, goroutines] : byReason) queue(reason, goroutines);
    }

    const state::Snapshot& m_snapshot;
    double m_width;
    double m_y = 0;
    SchedulerPicture m_picture;
};

} // namespace

SchedulerPicture SchedulerLayout::of(const state::Snapshot& snapshot, double width) {
    return Maker(snapshot, std::max(width, 170.0)).make();
}

} // namespace unwind::widgets
