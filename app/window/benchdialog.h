// What intercepting Goexit costs, measured on this machine by `unwind bench interception` in a process of its own, as chart and
// table beside the article's figures (§2.5). The chart shows the figures of the command's JSON as they are.
#pragma once

#include "widgets/common/palette.h"

#include <QDialog>
#include <QJsonObject>
#include <QProcess>
#include <memory>

class QCustomPlot;
class QLabel;
class QProgressBar;
class QPushButton;
class QTableWidget;

namespace unwind::app {

class BenchDialog : public QDialog {
    Q_OBJECT

public:
    explicit BenchDialog(QWidget* parent = nullptr);
    ~BenchDialog() override;
    /// Measures; a measurement in progress is given up.
    void start();
    void cancel();
    bool isRunning() const { return m_process != nullptr; }
    /// The command's JSON; empty before the first measurement is done.
    const QJsonObject& result() const { return m_result; }
    void showResult(const QJsonObject& result);

Q_SIGNALS:
    void measured();

protected:
    void changeEvent(QEvent* event) override;

private:
    void setupView();
    void readProgress();
    void processEnded();
    void stopped(const QString& sentence);
    void drawChart();
    void drawBars(const QString& name, const QString& object, double shift, const QBrush& brush, const QString& of);
    void fillTable();
    QStringList mechanismNames() const;

    std::unique_ptr<QProcess> m_process;
    QJsonObject m_result;
    QLabel* m_words;
    QCustomPlot* m_chart;
    QTableWidget* m_table;
    QProgressBar* m_progress;
    QPushButton *m_start, *m_close;
};

} // namespace unwind::app
