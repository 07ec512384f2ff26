// QCustomPlot, included in one place: its header needs Qt's keywords, which the rest of the window does without (the log's
// sink has a function called emit), and it costs seconds to compile, so only files that draw a plot include this.
#pragma once

#define signals Q_SIGNALS
#define slots Q_SLOTS
#define emit Q_EMIT
#define foreach Q_FOREACH
#include <qcustomplot.h>
#undef foreach
#undef emit
#undef slots
#undef signals
