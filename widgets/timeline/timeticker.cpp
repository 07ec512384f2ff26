#include "widgets/timeline/timeticker.h"

namespace unwind::widgets {

double TimeTicker::getTickStep(const QCPRange& range) {
    m_step = std::max(1.0, QCPAxisTicker::getTickStep(range));
    return m_step;
}

QString TimeTicker::getTickLabel(double tick, const QLocale&, QChar, int) {
    struct Unit {
        double size;
        const char* name;
    };
    static constexpr Unit units[] = {{1e9, "s"}, {1e6, "ms"}, {1e3, "µs"}, {1, "ns"}};
    // The unit of the tick's own size, unless the step is so much finer that the number would become long.
    const double magnitude = std::max(std::abs(tick), m_step);
    const Unit* unit = std::find_if(std::begin(units), std::end(units) - 1, [&](const Unit& u) { return magnitude >= u.size; });
    // As many decimals as the step has: 2.5 µs needs one, 5 µs none.
    int decimals = 0;
    for (double step = m_step / unit->size; std::abs(step - std::round(step)) > 1e-3 * step && decimals < 6; step *= 10) ++decimals;
    return QString::number(tick / unit->size, 'f', decimals) + QChar(0xA0) + QString::fromUtf8(unit->name);
}

} // namespace unwind::widgets
