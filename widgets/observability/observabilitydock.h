// What the program reports of itself, beside each other: log lines, counters with their values at the cursor, spans as a
// waterfall. A click goes to the event: the line's, the counter's last count, the span's begin.
#pragma once

#include "widgets/common/dock.h"
#include "widgets/observability/countersmodel.h"
#include "widgets/observability/loglinesmodel.h"
#include "widgets/observability/spansmodel.h"

class QSplitter;
class QTableView;
class QToolButton;

namespace unwind::widgets {

class ObservabilityDock : public Dock {
    Q_OBJECT

public:
    explicit ObservabilityDock(Cursor* cursor, QWidget* parent = nullptr);
    const LogLinesModel* lines() const { return m_lines; }
    const CountersModel* counters() const { return m_counters; }
    const SpansModel* spans() const { return m_spans; }

Q_SIGNALS:
    void exportRequested();

protected:
    void refresh() override;
    void retranslate() override;

private:
    QTableView* addTable(const char* name, ReportModel* model);
    void setupTables();
    void showCursor();
    QString countText() const;

    Cursor* m_cursor;
    LogLinesModel* m_lines;
    CountersModel* m_counters;
    SpansModel* m_spans;
    QSplitter* m_tables;
    QTableView *m_lineTable, *m_counterTable, *m_spanTable;
    QToolButton* m_export;
};

} // namespace unwind::widgets
