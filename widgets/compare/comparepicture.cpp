#include "widgets/compare/comparepicture.h"

#include "widgets/common/names.h"
#include "widgets/common/paint.h"
#include "widgets/common/text.h"

#include <QPainter>
#include <cmath>

namespace unwind::widgets {

using state::LaneState;
using state::MarkKind;

namespace {

constexpr double kNarrow = 14;        // pixels below which a stretch has no letter
constexpr double kMarkRoom = 11;      // pixels between marks of a lane
constexpr size_t kLanesInPicture = 24, kOutputLines = 30;
constexpr Side kSides[] = {Side::A, Side::B};

/// 1, 2 or 5 times a power of ten, for at most so many ticks.
double tickStep(double columns, double ticks) {
    const double raw = std::max(1.0, columns / ticks), power = std::pow(10, std::floor(std::log10(raw)));
    for (double factor : {1.0, 2.0, 5.0})
        if (power * factor >= raw) return power * factor;
    return power * 10;
}

QString markLetter(MarkKind kind) {
    switch (kind) {
    case MarkKind::DeferPush:
    case MarkKind::DeferBegin: return QStringLiteral("d");
    case MarkKind::PanicBegin: return QStringLiteral("P");
    case MarkKind::GoexitBegin: return QStringLiteral("X");
    case MarkKind::Recovered:
    case MarkKind::GoexitIntercepted: return QStringLiteral("✓");
    case MarkKind::RecoverNil: return QStringLiteral("∅");
    case MarkKind::Fatal: return QStringLiteral("!");
    default: return {};
    }
}

std::pair<QColor, QColor> markColours(MarkKind kind, const Palette& p) {
    switch (kind) {
    case MarkKind::DeferPush: return {p.panel, p.text};
    case MarkKind::DeferBegin: return {p.text, p.panel};
    case MarkKind::RecoverNil: return {p.panel, p.ink(Token::Recovered)};
    case MarkKind::Recovered:
    case MarkKind::GoexitIntercepted: return {p.fill(Token::Recovered), p.letter(Token::Recovered)};
    case MarkKind::GoexitBegin: return {p.fill(Token::Goexit), p.letter(Token::Goexit)};
    default: return {p.fill(Token::Panicking), p.letter(Token::Panicking)};
    }
}

} // namespace

std::pair<double, double> wholeAxis(const ComparedRuns& runs) {
    const double columns = std::max<double>(double(runs.alignment().columns()), 10);
    return {-columns * 0.01, columns * 1.02};
}

CompareLayout::CompareLayout(const ComparedRuns& runs, size_t maxLanes) {
    double y = kTop;
    for (Side side : kSides) {
        const size_t lanes = runs.lanes(side).size();
        m_shown[size_t(side)] = std::min(lanes, maxLanes);
        m_hidden[size_t(side)] = lanes - m_shown[size_t(side)];
        m_top[size_t(side)] = y;
        y = blockBottom(side) + kBetween;
    }
    m_height = int(y) + kAxis;
}

std::optional<Side> CompareLayout::sideAt(double y) const {
    for (Side side : kSides)
        if (y >= blockTop(side) && y < blockBottom(side) + kBetween / 2.0) return side;
    return {};
}

std::optional<size_t> CompareLayout::laneAt(Side side, double y) const {
    const double lane = (y - laneTop(side, 0)) / kRow;
    return lane >= 0 && lane < double(shown(side)) ? std::optional(size_t(lane)) : std::nullopt;
}

void ComparePicture::paintTimelines(QPainter& painter, const CompareLayout& layout, const CompareScale& scale) const {
    painter.save();
    for (Side side : kSides) paintBlock(painter, layout, scale, side);
    paintAxis(painter, layout, scale);
    paintDivergence(painter, layout, scale);
    for (Side side : kSides) paintCursor(painter, layout, scale, side);
    painter.restore();
}

void ComparePicture::paintBlock(QPainter& painter, const CompareLayout& layout, const CompareScale& scale, Side side) const {
    const Cursor& cursor = *m_runs.cursor(side);
    const double top = layout.blockTop(side);
    painter.setFont(uiFont(12, QFont::DemiBold));
    painter.setPen(m_palette.text);
    const QString label = m_runs.label(side);
    painter.drawText(QPointF(10, top + 17), label);
    const double labelEnd = 10 + QFontMetricsF(painter.font()).horizontalAdvance(label) + 14;
    painter.setFont(uiFont(11));
    painter.setPen(m_palette.secondary);
    painter.drawText(QPointF(labelEnd, top + 17),
                     tr("event #%1 of %2 · %3").arg(grouped(cursor.count()), grouped(cursor.recording()->size()),
                                                    formatTime(cursor.snapshot().time)));
    const auto& lanes = m_runs.lanes(side);
    for (size_t i = 0; i < layout.shown(side); ++i) {
        const double laneTop = layout.laneTop(side, i);
        if (lanes[i].go == cursor.goroutine())
            painter.fillRect(QRectF(0, laneTop, CompareLayout::kLeft - 6, CompareLayout::kRow), m_palette.selection);
        painter.setPen(m_palette.text);
        painter.setFont(uiFont(11));
        painter.drawText(QRectF(0, laneTop, CompareLayout::kLeft - 12, CompareLayout::kRow), Qt::AlignRight | Qt::AlignVCenter,
                         goName(lanes[i].go));
        painter.setPen(m_palette.line);
        painter.drawLine(QPointF(scale.left, laneTop + CompareLayout::kRow), QPointF(scale.right, laneTop + CompareLayout::kRow));
        paintLane(painter, lanes[i], laneTop, scale);
        paintMarks(painter, lanes[i], laneTop, scale);
    }
    paintGaps(painter, layout, scale, side);
    if (!layout.hidden(side)) return;
    painter.setPen(m_palette.secondary);
    painter.setFont(uiFont(11));
    painter.drawText(QPointF(scale.left, layout.laneTop(side, layout.shown(side)) + 14),
                     tr("and %n more goroutines", nullptr, int(layout.hidden(side))));
}

// Where this side has no steps, the other one is doing something of its own: the bars fade behind thin lines.
void ComparePicture::paintGaps(QPainter& painter, const CompareLayout& layout, const CompareScale& scale, Side side) const {
    const double top = layout.laneTop(side, 0), bottom = layout.blockBottom(side);
    double drawnTo = -1;
    QColor veil = m_palette.panel;
    veil.setAlpha(150);
    for (const auto& [from, to] : m_runs.alignment().gaps(side)) {
        const double x0 = std::max(scale.left, scale.x(double(from))), x1 = std::min(scale.right, scale.x(double(to)));
        if (x1 <= x0 || x1 < drawnTo + 0.5) continue;
        drawnTo = x1;
        painter.fillRect(QRectF(x0, top, x1 - x0, bottom - top), veil);
        painter.setPen(QPen(m_palette.line, 1));
        for (double y = top + 4; y < bottom; y += 5) painter.drawLine(QPointF(x0, y), QPointF(x1, y));
    }
}

// Behind the marks that a stretch begins with.
double ComparePicture::textStart(const CompareLane& lane, double barLeft, const CompareScale& scale) const {
    double start = barLeft + 4;
    auto mark = std::partition_point(lane.marks.begin(), lane.marks.end(),
                                     [&](const CompareLane::Mark& m) { return scale.x(m.column) < barLeft - 6; });
    for (; mark != lane.marks.end() && scale.x(mark->column) < start + 12; ++mark)
        if (!markLetter(mark->kind).isEmpty()) start = scale.x(mark->column) + 9;
    return start;
}

void ComparePicture::paintLane(QPainter& painter, const CompareLane& lane, double top, const CompareScale& scale) const {
    double drawnTo = -1;
    const double y = top + (CompareLayout::kRow - CompareLayout::kBar) / 2.0 + 1;
    for (const CompareLane::Stretch& s : lane.stretches) {
        if (s.state == LaneState::None || s.state == LaneState::Dead) continue;
        const double x0 = std::max(scale.left, scale.x(s.from)), x1 = std::min(scale.right, scale.x(s.to));
        if (x1 <= x0 || x1 < drawnTo + 0.5) continue; // within a pixel that is filled already
        drawnTo = x1;
        const Token token = tokenOf(s.state);
        const QRectF bar(x0, y, std::max(1.0, x1 - x0 - (x1 - x0 > 4 ? 1 : 0)), CompareLayout::kBar);
        if (bar.width() < 4) {
            painter.fillRect(bar, m_palette.fill(token));
            continue;
        }
        fillToken(painter, bar, token, m_palette, 2.5);
        if (bar.width() < kNarrow) continue;
        painter.setFont(uiFont(10, QFont::DemiBold));
        painter.setPen(m_palette.letter(token));
        const QString reason = s.state == LaneState::Waiting ? QLatin1Char(' ') + fromUtf8(trace::waitReasonText(s.wait)) : QString();
        const QString words = tokenLetter(token) + reason;
        const QRectF room(QPointF(textStart(lane, bar.left(), scale), bar.top()), bar.bottomRight());
        const QFontMetricsF metrics(painter.font());
        for (const QString& text : {words, tokenLetter(token)}) {
            if (metrics.horizontalAdvance(text) > room.width() - 3) continue;
            painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, text);
            break;
        }
    }
}

void ComparePicture::paintMarks(QPainter& painter, const CompareLane& lane, double top, const CompareScale& scale) const {
    double drawnTo = -kMarkRoom;
    painter.setRenderHint(QPainter::Antialiasing);
    for (const CompareLane::Mark& mark : lane.marks) {
        const QString letter = markLetter(mark.kind);
        const double x = scale.x(mark.column);
        if (letter.isEmpty() || x < scale.left || x > scale.right || x < drawnTo + kMarkRoom) continue;
        drawnTo = x;
        const auto [fill, ink] = markColours(mark.kind, m_palette);
        const QPointF centre(x, top + CompareLayout::kRow / 2.0 + 1);
        painter.setPen(QPen(mark.kind == MarkKind::DeferPush || mark.kind == MarkKind::RecoverNil ? ink : m_palette.panel, 1));
        painter.setBrush(fill);
        painter.drawEllipse(centre, 5.5, 5.5);
        painter.setPen(ink);
        painter.setFont(uiFont(8, QFont::Bold));
        painter.drawText(QRectF(centre.x() - 6, centre.y() - 6, 12, 12), Qt::AlignCenter, letter);
    }
}

void ComparePicture::paintFlag(QPainter& painter, QPointF bottom, const QString& text, const QColor& fill, const CompareScale& scale) const {
    painter.setFont(uiFont(10, QFont::Bold));
    const double width = QFontMetricsF(painter.font()).horizontalAdvance(text) + 14;
    const double left = std::clamp(bottom.x() - width / 2, scale.left, std::max(scale.left, scale.right - width));
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(left, bottom.y() - 15, width, 15), 2, 2);
    painter.setPen(readableOn(fill));
    painter.drawText(QRectF(left, bottom.y() - 15, width, 15), Qt::AlignCenter, text);
}

void ComparePicture::paintDivergence(QPainter& painter, const CompareLayout& layout, const CompareScale& scale) const {
    const auto column = m_runs.alignment().divergence();
    if (!column) return;
    const double x = scale.x(double(*column));
    if (x < scale.left || x > scale.right) return;
    painter.setPen(QPen(m_palette.error, 1.5, Qt::DashLine));
    painter.drawLine(QPointF(x, CompareLayout::kTop), QPointF(x, layout.axisTop()));
    paintFlag(painter, {x, CompareLayout::kTop}, QStringLiteral("≠ ") + tr("here they part"), m_palette.error, scale);
}

void ComparePicture::paintCursor(QPainter& painter, const CompareLayout& layout, const CompareScale& scale, Side side) const {
    const double x = scale.x(m_runs.alignment().columnAfter(side, m_runs.cursor(side)->count()));
    if (x < scale.left || x > scale.right) return;
    const double top = layout.laneTop(side, 0);
    painter.setPen(QPen(m_palette.accent, 1.5));
    painter.drawLine(QPointF(x, top), QPointF(x, layout.blockBottom(side)));
    paintFlag(painter, {x, top}, QLatin1Char('#') + grouped(m_runs.cursor(side)->count()), m_palette.accent, scale);
}

void ComparePicture::paintAxis(QPainter& painter, const CompareLayout& layout, const CompareScale& scale) const {
    const double y = layout.axisTop();
    painter.setFont(uiFont(11));
    painter.setPen(m_palette.secondary);
    painter.drawText(QRectF(0, y, CompareLayout::kLeft - 12, CompareLayout::kAxis), Qt::AlignRight | Qt::AlignVCenter, tr("step"));
    const double step = tickStep(scale.to - scale.from, (scale.right - scale.left) / 90);
    for (double column = std::max(0.0, std::ceil(scale.from / step) * step); column <= scale.to; column += step) {
        const double x = scale.x(column);
        if (column > double(m_runs.alignment().columns()) || x > scale.right) break;
        painter.drawLine(QPointF(x, y), QPointF(x, y + 4));
        painter.drawText(QRectF(x - 40, y + 4, 80, CompareLayout::kAxis - 4), Qt::AlignCenter, grouped(uint64_t(column)));
    }
}

double ComparePicture::paint(QPainter* painter, QRectF column, const Say& say) const {
    double y = column.top();
    const double inner = column.width() - 20;
    bool first = true;
    for (const QString& sentence : CompareText::sentences(m_runs, say)) {
        const QFont font = uiFont(first ? 14 : 12, first ? QFont::DemiBold : QFont::Normal);
        const QRectF room(column.left() + 10, y, inner, 1000);
        const int flags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;
        const double height = QFontMetricsF(font).boundingRect(room, flags, sentence).height();
        if (painter) {
            painter->setFont(font);
            painter->setPen(m_palette.text);
            painter->drawText(QRectF(room.topLeft(), QSizeF(inner, height)), flags, sentence);
        }
        y += height + 4;
        first = false;
    }
    y += 4;
    const CompareLayout layout(m_runs, kLanesInPicture);
    if (painter) {
        const auto [from, to] = wholeAxis(m_runs);
        painter->save();
        painter->translate(column.left(), y);
        paintTimelines(*painter, layout, {from, to, double(CompareLayout::kLeft), column.width() - CompareLayout::kRight});
        painter->restore();
    }
    y += layout.height() + 12;
    y += paintFacts(painter, {column.left(), y, column.width(), 0}) + 10;
    return y + paintOutputs(painter, {column.left(), y, column.width(), 0}) - column.top();
}

double ComparePicture::paintFacts(QPainter* painter, QRectF column) const {
    const double row = 19, name = column.left() + 24, a = column.left() + column.width() * 0.36, b = column.left() + column.width() * 0.68;
    double y = column.top();
    auto line = [&](const QString& mark, const QString& first, const QString& second, const QString& third, bool strong) {
        if (painter) {
            painter->setFont(uiFont(12, strong ? QFont::DemiBold : QFont::Normal));
            painter->setPen(strong ? m_palette.text : m_palette.secondary);
            painter->drawText(QPointF(column.left() + 10, y + 14), mark);
            painter->drawText(QPointF(name, y + 14), first);
            const QFontMetricsF metrics(painter->font());
            painter->drawText(QPointF(a, y + 14), metrics.elidedText(second, Qt::ElideRight, b - a - 10));
            painter->drawText(QPointF(b, y + 14), metrics.elidedText(third, Qt::ElideRight, column.right() - b - 10));
            painter->setPen(m_palette.line);
            painter->drawLine(QPointF(column.left() + 10, y + row), QPointF(column.right() - 10, y + row));
        }
        y += row;
    };
    line({}, {}, m_runs.label(Side::A), m_runs.label(Side::B), true);
    for (const CompareText::Fact& fact : CompareText::facts(m_runs))
        line(fact.differs() ? QStringLiteral("≠") : QString(), fact.name, fact.a, fact.b, fact.differs());
    return y - column.top();
}

double ComparePicture::paintOutputs(QPainter* painter, QRectF column) const {
    const double line = 16, head = 20;
    double height = 0;
    for (Side side : kSides) {
        const QList<CompareText::Line> lines = CompareText::output(m_runs, side);
        const double left = column.left() + 10 + (side == Side::A ? 0 : column.width() / 2), width = column.width() / 2 - 20;
        double y = column.top();
        if (painter) {
            painter->setFont(uiFont(12, QFont::DemiBold));
            painter->setPen(m_palette.text);
            painter->drawText(QPointF(left, y + 14), tr("Output in %1").arg(m_runs.label(side)));
        }
        y += head;
        for (const CompareText::Line& own : lines.first(std::min<qsizetype>(lines.size(), kOutputLines))) {
            if (painter && !own.text.isEmpty()) {
                painter->setFont(codeFont(11));
                painter->setPen(own.own ? m_palette.text : m_palette.secondary);
                const QString text = (own.own ? QStringLiteral("≠ ") : QStringLiteral("  ")) +
                                     QString(own.text).replace(QLatin1Char('\t'), QStringLiteral("    "));
                painter->drawText(QPointF(left, y + 12), QFontMetricsF(painter->font()).elidedText(text, Qt::ElideRight, width));
            }
            y += line;
        }
        height = std::max(height, y - column.top());
    }
    return height;
}

} // namespace unwind::widgets
