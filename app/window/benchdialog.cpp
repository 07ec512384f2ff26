#include "app/window/benchdialog.h"

#include "app/window/engineclient.h"
#include "widgets/common/paint.h"
#include "widgets/common/plot.h"
#include "widgets/common/tables.h"

#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace unwind::app {

using widgets::Palette;

namespace {

/// mechanism["nanoseconds"]["mean"] and the like.
double figure(const QJsonValue& mechanism, const QString& group, const char* name) {
    return mechanism[group][QLatin1String(name)].toDouble();
}

} // namespace

BenchDialog::BenchDialog(QWidget* parent)
    : QDialog(parent), m_words(new QLabel(this)), m_chart(new QCustomPlot(this)), m_table(new QTableWidget(this)),
      m_progress(new QProgressBar(this)), m_start(new QPushButton(this)), m_close(new QPushButton(this)) {
    setObjectName(QStringLiteral("benchDialog"));
    setWindowTitle(tr("What intercepting Goexit costs"));
    resize(860, 640);
    setupView();
    stopped({});
}

BenchDialog::~BenchDialog() { cancel(); }

void BenchDialog::setupView() {
    m_words->setObjectName(QStringLiteral("benchWords"));
    m_words->setWordWrap(true);
    m_chart->setObjectName(QStringLiteral("benchChart"));
    m_chart->setMinimumHeight(260);
    m_table->setObjectName(QStringLiteral("benchTable"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    widgets::styleTable(m_table);
    m_table->horizontalHeader()->setVisible(true);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setFixedHeight(112);
    m_progress->setObjectName(QStringLiteral("benchProgress"));
    QSizePolicy keeps = m_progress->sizePolicy();
    keeps.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(keeps);
    m_start->setObjectName(QStringLiteral("benchStart"));
    m_close->setText(tr("Close"));
    auto* page = new QVBoxLayout(this);
    page->addWidget(m_words);
    page->addWidget(m_chart, 1);
    page->addWidget(m_table);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_progress, 1);
    foot->addWidget(m_start);
    foot->addWidget(m_close);
    page->addLayout(foot);
    connect(m_start, &QPushButton::clicked, this, [this] {
        if (!isRunning()) return start();
        cancel();
        stopped(tr("The measurement was given up."));
    });
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(this, &QDialog::finished, this, [this] {
        if (!isRunning()) return;
        cancel();
        stopped(tr("The measurement was given up."));
    });
}

void BenchDialog::start() {
    cancel();
    m_process = std::make_unique<QProcess>();
    connect(m_process.get(), &QProcess::readyReadStandardError, this, &BenchDialog::readProgress);
    connect(m_process.get(), &QProcess::finished, this, &BenchDialog::processEnded);
    connect(m_process.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) stopped(tr("%1 can not be started").arg(EngineClient::enginePath()));
    });
    m_progress->setRange(0, 0);
    m_progress->setVisible(true);
    m_start->setText(tr("Cancel"));
    m_words->setText(tr("Measuring: the three mechanisms take turns…"));
    m_process->start(EngineClient::enginePath(), {QStringLiteral("bench"), QStringLiteral("interception"), QStringLiteral("--json"),
                                                  QStringLiteral("--progress")});
}

void BenchDialog::cancel() {
    if (!m_process) return;
    m_process->disconnect(this);
    m_process->kill();
    m_process->waitForFinished(1000);
    m_process.reset();
}

void BenchDialog::stopped(const QString& sentence) {
    if (m_process) m_process.release()->deleteLater(); // it may be its own signal that brought us here
    m_progress->setVisible(false);
    m_start->setText(m_result.isEmpty() ? tr("Measure") : tr("Measure again"));
    if (!sentence.isEmpty()) m_words->setText(sentence);
}

/// The last line's "n of m".
void BenchDialog::readProgress() {
    const QStringList lines = QString::fromUtf8(m_process->readAllStandardError()).trimmed().split(QLatin1Char('\n'));
    const QStringList words = lines.last().split(QLatin1Char(' '));
    if (words.size() != 3) return;
    m_progress->setRange(0, words[2].toInt());
    m_progress->setValue(words[0].toInt());
}

void BenchDialog::processEnded() {
    const QJsonObject result = QJsonDocument::fromJson(m_process->readAllStandardOutput()).object();
    if (result.isEmpty()) stopped(tr("The measurement ended before it was done."));
    else showResult(result);
    Q_EMIT measured();
}

void BenchDialog::showResult(const QJsonObject& result) {
    m_result = result;
    drawChart();
    fillTable();
    stopped(tr("CPU time from a goroutine's call of Goexit to the start of the next goroutine: %1 Goexits of each kind in %2 "
               "repetitions. Whiskers: standard deviation over the repetitions. The article's figures (§2.5) are from another "
               "machine: compare the ratios.")
                .arg(result[QStringLiteral("goexits")].toInteger())
                .arg(result[QStringLiteral("repetitions")].toInteger()));
}

QStringList BenchDialog::mechanismNames() const {
    const QMap<QString, QString> words{{QStringLiteral("none"), tr("none")},
                                       {QStringLiteral("hook"), tr("hook")},
                                       {QStringLiteral("stackguard"), tr("stack guard")}};
    QStringList names;
    for (const QJsonValue& m : m_result[QStringLiteral("mechanisms")].toArray()) {
        const QString name = m[QStringLiteral("name")].toString();
        names << words.value(name, name);
    }
    return names;
}

void BenchDialog::drawBars(const QString& name, const QString& object, double shift, const QBrush& brush, const QString& of) {
    const Palette& colours = Palette::current();
    auto* bars = new QCPBars(m_chart->xAxis, m_chart->yAxis);
    bars->setObjectName(object);
    bars->setName(name);
    bars->setWidth(0.32);
    QColor edge = brush.color();
    edge.setAlpha(255);
    bars->setBrush(brush);
    bars->setPen(QPen(edge, 1));
    auto* whiskers = new QCPErrorBars(m_chart->xAxis, m_chart->yAxis);
    whiskers->setObjectName(object + QStringLiteral("Deviation"));
    whiskers->setDataPlottable(bars);
    whiskers->setPen(QPen(colours.text, 1.2));
    whiskers->removeFromLegend();
    double at = 1 + shift;
    for (const QJsonValue& m : m_result[QStringLiteral("mechanisms")].toArray()) {
        const double mean = figure(m, of, "mean"), deviation = figure(m, of, "deviation");
        bars->addData(at, mean);
        whiskers->addData(deviation);
        auto* label = new QCPItemText(m_chart);
        label->position->setCoords(at, mean + deviation);
        label->setPositionAlignment(Qt::AlignHCenter | Qt::AlignBottom);
        label->setPadding({0, 0, 0, 3});
        label->setText(QString::number(mean, 'f', 1));
        label->setFont(widgets::uiFont(11, QFont::DemiBold));
        label->setColor(colours.text);
        at += 1;
    }
}

void BenchDialog::drawChart() {
    const Palette& colours = Palette::current();
    m_chart->clearPlottables();
    m_chart->clearItems();
    m_chart->setBackground(QBrush(colours.panel));
    QColor measured = colours.accent;
    measured.setAlpha(120); // the whiskers are seen on it
    drawBars(tr("measured here"), QStringLiteral("benchMeasured"), -0.18, measured, QStringLiteral("nanoseconds"));
    drawBars(tr("the article, §2.5"), QStringLiteral("benchArticle"), 0.18, QBrush(colours.secondary, Qt::BDiagPattern), QStringLiteral("article"));
    auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    const QStringList names = mechanismNames();
    for (int i = 0; i < names.size(); ++i) ticker->addTick(i + 1, names[i]);
    m_chart->xAxis->setTicker(ticker);
    m_chart->xAxis->setSubTicks(false);
    m_chart->xAxis->grid()->setVisible(false);
    m_chart->xAxis->setRange(0.4, double(names.size()) + 0.6);
    m_chart->yAxis->setLabel(tr("ns per Goexit"));
    m_chart->yAxis->rescale();
    m_chart->yAxis->setRange(0, m_chart->yAxis->range().upper * 1.15);
    for (QCPAxis* axis : {m_chart->xAxis, m_chart->yAxis}) {
        axis->setTickLabelFont(widgets::uiFont(12));
        axis->setLabelFont(widgets::uiFont(12));
        axis->setTickLabelColor(colours.text);
        axis->setLabelColor(colours.secondary);
        axis->setBasePen(QPen(colours.line));
        axis->setTickPen(QPen(colours.line));
        axis->setSubTickPen(QPen(colours.line));
    }
    m_chart->yAxis->grid()->setPen(QPen(colours.line, 1, Qt::DotLine));
    m_chart->legend->setVisible(true);
    m_chart->legend->setFont(widgets::uiFont(12));
    m_chart->legend->setTextColor(colours.text);
    m_chart->legend->setBrush(colours.panel);
    m_chart->legend->setBorderPen(QPen(colours.line));
    m_chart->replot();
}

void BenchDialog::fillTable() {
    const QJsonArray mechanisms = m_result[QStringLiteral("mechanisms")].toArray();
    const QStringList names = mechanismNames();
    m_table->setColumnCount(8);
    m_table->setHorizontalHeaderLabels({tr("Mechanism"), tr("Mean, ns"), tr("Deviation"), tr("Median"), tr("× none"),
                                        tr("Allocations"), tr("Collections"), tr("Article, × none")});
    m_table->setRowCount(int(mechanisms.size()));
    for (int row = 0; row < mechanisms.size(); ++row) {
        const QJsonValue m = mechanisms[row];
        const QString time = QStringLiteral("nanoseconds");
        const QStringList cells{names[row],
                                QString::number(figure(m, time, "mean"), 'f', 1),
                                QString::number(figure(m, time, "deviation"), 'f', 1),
                                QString::number(figure(m, time, "median"), 'f', 1),
                                QString::number(figure(m, QStringLiteral("ratio"), "median"), 'f', 2),
                                QString::number(m[QStringLiteral("allocations")].toInteger()),
                                QString::number(m[QStringLiteral("collections")].toInteger()),
                                QString::number(figure(m, QStringLiteral("article"), "ratio"), 'f', 2)};
        for (int column = 0; column < cells.size(); ++column) m_table->setItem(row, column, new QTableWidgetItem(cells[column]));
    }
}

void BenchDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_result.isEmpty()) drawChart();
}

} // namespace unwind::app
