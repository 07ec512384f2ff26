// Two diagrams. The runtime's statuses have fixed places, the ways of running and waiting round a loop. A machine's states stand
// in a column as they were first entered; an arrow to the next one goes straight down, one that leaps forward runs at the right,
// one that goes back at the left, each on a lane of its own.
#include "widgets/states/stateslayout.h"

#include "widgets/common/paint.h"
#include "widgets/common/text.h"

#include <QFontMetricsF>
#include <algorithm>
#include <cmath>

namespace unwind::widgets {

namespace {

using Points = QList<QPointF>;
using state::GStatus;

constexpr double kMargin = 12, kNodeHeight = 26, kLabelHeight = 16, kRow = 22, kCorner = 6, kLane = 14;
constexpr double kDiagram = 420;   ///< as wide as a diagram becomes
constexpr double kSideBySide = 760; ///< from this width on the list stands beside it

double widthOf(const QString& text, const QFont& font) { return std::ceil(QFontMetricsF(font).horizontalAdvance(text)); }

/// Straight lines with round corners.
QPainterPath pathOf(const Points& points) {
    QPainterPath path(points.first());
    for (qsizetype i = 1; i + 1 < points.size(); ++i) {
        const QPointF corner = points[i];
        const QLineF in(corner, points[i - 1]), out(corner, points[i + 1]);
        const double radius = std::min({kCorner, in.length() / 2, out.length() / 2});
        path.lineTo(in.pointAt(radius / in.length()));
        path.quadTo(corner, out.pointAt(radius / out.length()));
    }
    path.lineTo(points.last());
    return path;
}

/// The way out of a rectangle's centre towards a point, up to its edge.
QPointF edgeOf(const QRectF& rect, QPointF towards) {
    const QPointF d = towards - rect.center();
    const double scale = std::max(std::abs(d.x()) / (rect.width() / 2), std::abs(d.y()) / (rect.height() / 2));
    return scale > 0 ? rect.center() + d / scale : rect.center();
}

enum class Place : uint8_t { Above, Below, Right, Left, On }; ///< of a label, from its anchor

class Maker {
    Q_DECLARE_TR_FUNCTIONS(StatesLayout)

public:
    Maker(const StatesFacts& facts, double width) : m_facts(facts), m_width(width) {
        m_picture.beside = width >= kSideBySide;
        m_diagram = std::min(width, kDiagram);
    }

    StatesPicture make() {
        if (m_facts.isMachine()) machine();
        else statuses();
        legend();
        if (m_picture.beside) list(m_diagram + kMargin, kMargin);
        else list(0, m_picture.diagramHeight + 6);
        m_picture.height = std::max(m_picture.height, m_picture.diagramHeight);
        return std::move(m_picture);
    }

private:
    void node(int state, const QRectF& rect) {
        const StatesFacts::State& s = m_facts.states[state];
        m_picture.nodes.append({rect, s.name, s.token, s.entered, state == m_facts.current});
        m_picture.diagramHeight = std::max(m_picture.diagramHeight, rect.bottom() + 6);
    }
    const QRectF& rectOf(int state) const { return m_picture.nodes[state].rect; }

    void arrow(int change, const Points& points, QPointF anchor, Place place, double room) {
        const StatesFacts::Change& c = m_facts.changes[change];
        StatesPicture::Arrow made{pathOf(points), points.last(), points[points.size() - 2], {}, {}, c.count > 0, c.newest, change};
        QString words = c.count > 1 || !m_facts.isMachine() ? QStringLiteral("×%1").arg(grouped(c.count)) : QString();
        if (m_facts.isMachine() && !c.cause.isEmpty()) words += (words.isEmpty() ? QString() : QStringLiteral(" ")) + c.cause;
        if (c.count > 0 && !words.isEmpty()) {
            const QFont font = uiFont(11, QFont::DemiBold);
            made.label = QFontMetricsF(font).elidedText(words, Qt::ElideRight, room - 10);
            made.labelRect = labelRect(anchor, place, widthOf(made.label, font) + 10);
        }
        m_picture.arrows.append(made);
    }

    static QRectF labelRect(QPointF anchor, Place place, double width) {
        const double w = width, h = kLabelHeight;
        switch (place) {
        case Place::Above: return {anchor.x() - w / 2, anchor.y() - h - 2, w, h};
        case Place::Below: return {anchor.x() - w / 2, anchor.y() + 3, w, h};
        case Place::Right: return {anchor.x() + 5, anchor.y() - h / 2, w, h};
        case Place::Left: return {anchor.x() - 5 - w, anchor.y() - h / 2, w, h};
        case Place::On: break;
        }
        return {anchor.x() - w / 2, anchor.y() - h / 2, w, h};
    }

    // The runtime's ----------------------------------------------------------------------------------------------------

    void statuses() {
        double width = 0;
        for (const StatesFacts::State& s : m_facts.states) width = std::max(width, widthOf(s.name, codeFont(12)) + 18);
        const double left = kMargin + width / 2, right = m_diagram - kMargin - width / 2, middle = (left + right) / 2;
        const auto place = [&](double x, double y) { return QRectF(x - width / 2, kMargin + y, width, kNodeHeight); };
        const QRectF places[] = {place(left, 0),     place(left, 50),   place(right, 50),
                                 place(middle, 132), place(middle, 96), place(right, 0)}; // as GStatus
        for (int i = 0; i < m_facts.states.size(); ++i) node(i, places[i]);
        for (int i = 0; i < m_facts.changes.size(); ++i) status(i, GStatus(m_facts.changes[i].from), GStatus(m_facts.changes[i].to));
    }

    void status(int change, GStatus from, GStatus to) {
        const QRectF a = rectOf(int(from)), b = rectOf(int(to));
        const double x = a.center().x(), room = 90;
        const auto is = [&](GStatus f, GStatus t) { return from == f && to == t; };
        if (is(GStatus::Gidle, GStatus::Grunnable) || is(GStatus::Grunning, GStatus::Gdead)) {
            const bool down = from == GStatus::Gidle;
            const QPointF start(x, down ? a.bottom() : a.top()), end(x, down ? b.top() : b.bottom());
            arrow(change, {start, end}, (start + end) / 2, down ? Place::Right : Place::Left, room);
        } else if (is(GStatus::Grunnable, GStatus::Grunning)) {
            const double y = a.center().y() - 6;
            arrow(change, {{a.right(), y}, {b.left(), y}}, {(a.right() + b.left()) / 2, y}, Place::Above, room);
        } else if (is(GStatus::Grunning, GStatus::Grunnable)) {
            const double y = a.center().y() + 6;
            arrow(change, {{a.left(), y}, {b.right(), y}}, {(a.left() + b.right()) / 2, y}, Place::Below, room);
        } else if (from == GStatus::Grunning && (to == GStatus::Gwaiting || to == GStatus::Gsyscall)) {
            const double down = x + (to == GStatus::Gwaiting ? -12 : 12), y = b.center().y();
            arrow(change, {{down, a.bottom()}, {down, y}, {b.right(), y}}, {(x - 12 + b.right()) / 2, y}, Place::Above, room);
        } else if (to == GStatus::Grunnable && (from == GStatus::Gwaiting || from == GStatus::Gsyscall)) {
            const double up = b.center().x() + (from == GStatus::Gwaiting ? 12 : -12), y = a.center().y();
            arrow(change, {{a.left(), y}, {up, y}, {up, b.bottom()}}, {(b.center().x() + 12 + a.left()) / 2, y}, Place::Above, room);
        } else { // a profile's own: beside the middle, where other labels are
            const QPointF start = edgeOf(a, b.center()), end = edgeOf(b, a.center());
            arrow(change, {start, end}, start + (end - start) * 0.7, Place::On, room);
        }
    }

    // A machine's ------------------------------------------------------------------------------------------------------

    void machine() {
        double width = 90;
        for (const StatesFacts::State& s : m_facts.states) width = std::max(width, widthOf(s.name, uiFont(12, QFont::DemiBold)) + 28);
        width = std::min(width, m_diagram * 0.45);
        int back = 0;
        for (const StatesFacts::Change& c : m_facts.changes) back += c.from >= 0 && c.to <= c.from;
        const double labels = back > 0 ? std::min(120.0, m_diagram * 0.25) : 0;
        const double left = kMargin + labels + (back > 0 ? kLane * back + 6 : 0), middle = left + width / 2, gap = 24;
        double y = kMargin + 28;
        for (int i = 0; i < m_facts.states.size(); ++i, y += kNodeHeight + gap) node(i, QRectF(left, y, width, kNodeHeight));
        m_picture.start = {middle, kMargin + 6};
        m_rightLane = left + width + kMargin;
        for (int i = 0; i < m_facts.changes.size(); ++i) {
            const StatesFacts::Change& c = m_facts.changes[i];
            if (c.to != c.from + 1) continue;
            const QPointF start = c.from < 0 ? m_picture.start : QPointF(middle, rectOf(c.from).bottom()), end(middle, rectOf(c.to).top());
            arrow(i, {start, end}, (start + end) / 2, Place::Right, m_diagram - middle - kMargin);
            m_rightLane = std::max(m_rightLane, std::min(m_picture.arrows.last().labelRect.right() + 8, m_diagram - 70));
        }
        m_leftLane = left - kLane;
        for (int i = 0; i < m_facts.changes.size(); ++i)
            if (m_facts.changes[i].to != m_facts.changes[i].from + 1) aside(i);
    }

    // Ends of one state's lanes stand apart: those going out below its middle, those coming in above.
    void aside(int change) {
        const StatesFacts::Change& c = m_facts.changes[change];
        const QRectF a = c.from < 0 ? QRectF(m_picture.start, QSizeF()) : rectOf(c.from), b = rectOf(c.to);
        const bool forward = c.to > c.from;
        const double lane = forward ? m_rightLane : m_leftLane;
        (forward ? m_rightLane : m_leftLane) += forward ? kLane : -kLane;
        const double out = a.center().y() + (c.from < 0 ? 0 : 6), in = b.center().y() - 6;
        const Points points{{forward ? a.right() : a.left(), out}, {lane, out}, {lane, in}, {forward ? b.right() : b.left(), in}};
        arrow(change, points, {lane, (out + in) / 2}, forward ? Place::Right : Place::Left, forward ? m_diagram - lane : lane - 4);
    }

    // Words ------------------------------------------------------------------------------------------------------------

    void legend() {
        const QString words = tr("filled: now · thick: newest transition · dashed: not taken so far");
        m_picture.legend = {QRectF(kMargin, m_picture.diagramHeight, m_diagram - 2 * kMargin, 18), words, false};
        m_picture.diagramHeight += 24;
    }

    void list(double left, double top) {
        const double right = m_width - kMargin, x = left + kMargin;
        const QString title = m_facts.steps == 0 ? tr("No transition up to here.") : tr("%n step(s), newest first", nullptr, int(m_facts.steps));
        m_picture.labels.append({QRectF(x, top, right - x, 18), title, m_facts.steps > 0});
        double number = 0, time = 0, change = 0, y = top + 22;
        for (const StatesFacts::Row& row : m_facts.rows) {
            number = std::max(number, widthOf(numberText(row), uiFont(11)));
            time = std::max(time, widthOf(formatTime(row.time), uiFont(11)));
            change = std::max(change, widthOf(row.change, codeFont(12)));
        }
        change = std::min(change, (right - x - number - time - 24) * 0.65);
        for (qsizetype i = 0; i < m_facts.rows.size(); ++i, y += kRow) {
            StatesPicture::Row row{QRectF(left + 4, y, m_width - left - 8, kRow), {}, {}, {}, {}};
            row.number = {x, y, number, kRow};
            row.time = {row.number.right() + 12, y, time, kRow};
            row.change = {row.time.right() + 14, y, change, kRow};
            row.cause = {row.change.right() + 14, y, std::max(0.0, right - row.change.right() - 14), kRow};
            m_picture.rows.append(row);
        }
        if (const size_t more = m_facts.steps - size_t(m_facts.rows.size()); more > 0 && !m_facts.rows.isEmpty()) {
            m_picture.labels.append({QRectF(x, y, right - x, kRow), tr("and %n earlier one(s)", nullptr, int(more)), false});
            y += kRow;
        }
        m_picture.height = y + 4;
    }

    static QString numberText(const StatesFacts::Row& row) { return QStringLiteral("#") + grouped(row.at); }

    const StatesFacts& m_facts;
    double m_width, m_diagram = 0;
    double m_leftLane = 0, m_rightLane = 0;
    StatesPicture m_picture;
};

/// What was not taken so far: to be seen, not to be looked at.
QColor pale(const Palette& palette) {
    const QColor &a = palette.line, &b = palette.secondary;
    return QColor((a.red() + b.red()) / 2, (a.green() + b.green()) / 2, (a.blue() + b.blue()) / 2);
}

void paintNode(QPainter& painter, const StatesPicture::Node& node, bool code, const Palette& palette) {
    painter.setFont(code ? codeFont(12) : uiFont(12, node.current ? QFont::DemiBold : QFont::Normal));
    if (node.current) {
        fillToken(painter, node.rect, node.token, palette, 6);
        painter.setPen(QPen(palette.text, 1.6));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(node.rect.adjusted(-2, -2, 2, 2), 8, 8);
        painter.setPen(palette.letter(node.token));
    } else {
        painter.setPen(QPen(node.entered ? palette.secondary : pale(palette), 1.2, node.entered ? Qt::SolidLine : Qt::DashLine));
        painter.setBrush(palette.card);
        painter.drawRoundedRect(node.rect, 6, 6);
        painter.setPen(node.entered ? palette.text : palette.secondary);
    }
    const QString name = QFontMetricsF(painter.font()).elidedText(node.name, Qt::ElideRight, node.rect.width() - 8);
    painter.drawText(node.rect, Qt::AlignCenter, name);
}

void paintHead(QPainter& painter, const StatesPicture::Arrow& arrow, const QColor& colour) {
    const QLineF line(arrow.tip, arrow.before);
    if (line.length() == 0) return;
    const QPointF along = (arrow.before - arrow.tip) / line.length(), across(-along.y(), along.x());
    const double size = arrow.newest ? 9 : 7;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(QPolygonF({arrow.tip, arrow.tip + along * size + across * size * 0.45, arrow.tip + along * size - across * size * 0.45}));
}

void paintArrow(QPainter& painter, const StatesPicture::Arrow& arrow, const Palette& palette) {
    const QColor colour = arrow.newest ? palette.accent : arrow.made ? palette.text : pale(palette);
    painter.setPen(QPen(colour, arrow.newest ? 2.6 : 1.3, arrow.made ? Qt::SolidLine : Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(arrow.line);
    paintHead(painter, arrow, colour);
}

void paintArrowLabel(QPainter& painter, const StatesPicture::Arrow& arrow, const Palette& palette) {
    if (arrow.label.isEmpty()) return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(arrow.newest ? palette.accent : palette.panel);
    painter.drawRoundedRect(arrow.labelRect, 3, 3);
    painter.setFont(uiFont(11, QFont::DemiBold));
    painter.setPen(arrow.newest ? readableOn(palette.accent) : palette.text);
    painter.drawText(arrow.labelRect, Qt::AlignCenter, arrow.label);
}

void paintLabel(QPainter& painter, const StatesPicture::Label& label, const Palette& palette) {
    painter.setFont(uiFont(11, label.strong ? QFont::DemiBold : QFont::Normal));
    painter.setPen(label.strong ? palette.text : palette.secondary);
    const QString text = QFontMetricsF(painter.font()).elidedText(label.text, Qt::ElideRight, label.rect.width());
    painter.drawText(label.rect, Qt::AlignLeft | Qt::AlignVCenter, text);
}

void paintRow(QPainter& painter, const StatesPicture::Row& row, const StatesFacts::Row& facts, const Palette& palette, bool newest, bool marked) {
    if (newest) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette.selection);
        painter.drawRoundedRect(row.rect, 4, 4);
    }
    if (marked) {
        painter.setPen(QPen(palette.accent, 1.2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(row.rect.adjusted(0.6, 0.6, -0.6, -0.6), 4, 4);
    }
    const auto write = [&](const QRectF& rect, const QString& text, const QFont& font, const QColor& colour, Qt::Alignment alignment) {
        painter.setFont(font);
        painter.setPen(colour);
        painter.drawText(rect, alignment | Qt::AlignVCenter, QFontMetricsF(font).elidedText(text, Qt::ElideRight, rect.width() + 1));
    };
    write(row.number, QStringLiteral("#") + grouped(facts.at), uiFont(11), palette.secondary, Qt::AlignRight);
    write(row.time, formatTime(facts.time), uiFont(11), palette.secondary, Qt::AlignRight);
    write(row.change, facts.change, codeFont(12), palette.text, Qt::AlignLeft);
    write(row.cause, facts.cause, uiFont(12), palette.text, Qt::AlignLeft);
}

} // namespace

StatesPicture StatesLayout::of(const StatesFacts& facts, double width) {
    return Maker(facts, std::max(width, 300.0)).make();
}

void paintDiagram(QPainter& painter, const StatesPicture& picture, const StatesFacts& facts, const Palette& palette) {
    painter.setRenderHint(QPainter::Antialiasing);
    for (const bool newest : {false, true})
        for (const auto& arrow : picture.arrows)
            if (arrow.newest == newest) paintArrow(painter, arrow, palette);
    if (!picture.start.isNull()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette.text);
        painter.drawEllipse(picture.start, 5, 5);
    }
    for (const auto& node : picture.nodes) paintNode(painter, node, !facts.isMachine(), palette);
    for (const auto& arrow : picture.arrows) paintArrowLabel(painter, arrow, palette);
    paintLabel(painter, picture.legend, palette);
}

void paintList(QPainter& painter, const StatesPicture& picture, const StatesFacts& facts, const Palette& palette, int marked) {
    painter.setRenderHint(QPainter::Antialiasing);
    for (const auto& label : picture.labels) paintLabel(painter, label, palette);
    for (qsizetype i = 0; i < picture.rows.size(); ++i) paintRow(painter, picture.rows[i], facts.rows[i], palette, i == 0, i == marked);
}

} // namespace unwind::widgets
