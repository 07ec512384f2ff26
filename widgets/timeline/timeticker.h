// Ticks of the time axis: round steps from nanoseconds to seconds, labelled in the unit that fits the step.
#pragma once

#include "widgets/common/plot.h"

namespace unwind::widgets {

class TimeTicker : public QCPAxisTicker {
public:
    TimeTicker() { setTickCount(9); }

protected:
    double getTickStep(const QCPRange& range) override;
    QString getTickLabel(double tick, const QLocale& locale, QChar formatChar, int precision) override;

private:
    double m_step = 1;
};

} // namespace unwind::widgets
