#include "widgets/observability/observabilitydock.h"

#include "widgets/observability/spandelegate.h"

#include <QHeaderView>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>

namespace unwind::widgets {

ObservabilityDock::ObservabilityDock(Cursor* cursor, QWidget* parent)
    : Dock(QStringLiteral("observabilityDock"), parent), m_cursor(cursor), m_lines(new LogLinesModel(cursor, this)),
      m_counters(new CountersModel(cursor, this)), m_spans(new SpansModel(cursor, this)), m_tables(new QSplitter(this)),
      m_export(new QToolButton(this)) {
    m_lineTable = addTable("logLinesView", m_lines);
    m_counterTable = addTable("countersView", m_counters);
    m_spanTable = addTable("spansView", m_spans);
    setupTables();
    m_export->setObjectName(QStringLiteral("observabilityExport"));
    titleRow()->addTool(m_export);
    setView(m_tables);
    connect(m_export, &QToolButton::clicked, this, &ObservabilityDock::exportRequested);
    connect(cursor, &Cursor::recordingChanged, this, [this] {
        for (ReportModel* model : std::initializer_list<ReportModel*>{m_lines, m_counters, m_spans}) model->reset();
        changed();
    });
    connect(cursor, &Cursor::recordingGrew, this, &ObservabilityDock::changed);
    connect(cursor, &Cursor::cursorChanged, this, &ObservabilityDock::changed);
    retranslate();
    changed();
}

QTableView* ObservabilityDock::addTable(const char* name, ReportModel* model) {
    auto* table = new QTableView(m_tables);
    table->setObjectName(QLatin1String(name));
    table->setModel(model);
    table->setItemDelegate(new ReportDelegate(table));
    styleTable(table);
    table->verticalHeader()->setDefaultSectionSize(22);
    table->horizontalHeader()->setStretchLastSection(true);
    m_tables->addWidget(table);
    auto go = [this, model](const QModelIndex& index) { m_cursor->moveTo(model->event(index.row()) + 1); };
    connect(table, &QTableView::clicked, this, go);
    connect(table, &QTableView::activated, this, go);
    return table;
}

void ObservabilityDock::setupTables() {
    m_tables->setObjectName(QStringLiteral("observabilityTables"));
    m_tables->setChildrenCollapsible(false);
    const int widths[] = {430, 350, 480};
    for (int i = 0; i < 3; ++i) m_tables->setStretchFactor(i, widths[i]);
    m_tables->setSizes({widths[0], widths[1], widths[2]});
    m_lineTable->setColumnWidth(LogLinesModel::TimeColumn, 70);
    m_lineTable->setColumnWidth(LogLinesModel::GoColumn, 40);
    m_lineTable->setColumnWidth(LogLinesModel::LevelColumn, 52);
    m_counterTable->horizontalHeader()->setStretchLastSection(false);
    m_counterTable->horizontalHeader()->setResizeContentsPrecision(0); // by the rows in sight
    m_counterTable->horizontalHeader()->setSectionResizeMode(CountersModel::NameColumn, QHeaderView::ResizeToContents);
    m_counterTable->horizontalHeader()->setSectionResizeMode(CountersModel::LabelsColumn, QHeaderView::Stretch);
    m_counterTable->horizontalHeader()->setSectionResizeMode(CountersModel::ValueColumn, QHeaderView::ResizeToContents);
    m_spanTable->setItemDelegate(new SpanDelegate(m_spans, m_spanTable));
    m_spanTable->setColumnWidth(SpansModel::TraceColumn, 52);
    m_spanTable->setColumnWidth(SpansModel::NameColumn, 112);
    m_spanTable->setColumnWidth(SpansModel::GoColumn, 36);
    m_spanTable->setColumnWidth(SpansModel::DurationColumn, 112);
}

void ObservabilityDock::refresh() {
    m_lines->refresh();
    m_counters->refresh();
    m_spans->refresh();
    m_lineTable->setVisible(m_lines->rowCount() > 0);
    m_counterTable->setVisible(m_counters->rowCount() > 0);
    m_spanTable->setVisible(m_spans->rowCount() > 0);
    const QString count = countText();
    setEmpty(count.isEmpty());
    setCount(count);
    m_export->setVisible(!count.isEmpty());
    showCursor();
}

QString ObservabilityDock::countText() const {
    QStringList parts;
    if (const int lines = m_lines->rowCount()) parts << tr("%1 of %n log lines", nullptr, lines).arg(m_lines->rowAtCursor() + 1);
    if (const size_t counters = m_counters->total()) parts << tr("%n counters", nullptr, int(counters));
    if (const size_t spans = m_spans->total()) parts << tr("%n spans", nullptr, int(spans));
    return parts.join(QStringLiteral(" · "));
}

// The last line at the cursor; of counters and spans the one whose event led here.
void ObservabilityDock::showCursor() {
    auto show = [](QTableView* table, int row) {
        const QSignalBlocker block(table->selectionModel());
        const QModelIndex index = table->model()->index(row, 0);
        if (!index.isValid()) return table->clearSelection();
        table->setCurrentIndex(index);
        table->selectRow(row);
        table->scrollTo(index);
    };
    auto rowHere = [this](const ReportModel* model) {
        for (int row = 0; row < model->rowCount(); ++row)
            if (model->event(row) + 1 == m_cursor->count()) return row;
        return -1;
    };
    show(m_lineTable, m_lines->rowAtCursor());
    show(m_counterTable, rowHere(m_counters));
    show(m_spanTable, rowHere(m_spans));
}

void ObservabilityDock::retranslate() {
    setTitle(tr("Observability"));
    setEmptySentence(tr("What the program reports of itself stands here: log lines of log/slog, counters of unwind/metrics, and spans of "
                        "unwind/trace as a waterfall in virtual time."));
    m_lineTable->setAccessibleName(tr("Log lines"));
    m_counterTable->setAccessibleName(tr("Counters"));
    m_spanTable->setAccessibleName(tr("Spans"));
    m_export->setText(tr("Export…"));
    m_export->setToolTip(tr("As JSON lines, Prometheus text or OTLP, up to the cursor"));
}

} // namespace unwind::widgets
