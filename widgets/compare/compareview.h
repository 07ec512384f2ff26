// The Compare page: the sentence about where two runs part and why, the two timelines, what each side does where its cursor
// stands, and the facts and outputs side by side. It shows what it is given and has no way to run anything.
#pragma once

#include "widgets/compare/comparetext.h"

#include <QWidget>
#include <memory>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QScrollArea;
class QTableWidget;

namespace unwind::widgets {

class CompareTimelines;
class PanelTitle;

class CompareView : public QWidget {
    Q_OBJECT

public:
    explicit CompareView(Say say, QWidget* parent = nullptr);
    ~CompareView() override;
    /// Takes them over; null for none.
    void setRuns(std::unique_ptr<ComparedRuns> runs);
    ComparedRuns* runs() const { return m_runs.get(); }

Q_SIGNALS:
    void closeRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void setupView();
    void refresh();
    void refreshCursors();
    void fillFacts();
    void fillOutputs();
    void retranslate();

    Say m_say;
    std::unique_ptr<ComparedRuns> m_runs;
    QLabel* m_title;
    QPushButton *m_divergence, *m_close;
    QLabel *m_headline, *m_sentences;
    CompareTimelines* m_timelines;
    QScrollArea* m_scroll;
    std::array<QLabel*, 2> m_here;
    PanelTitle* m_factsTitle;
    std::array<PanelTitle*, 2> m_outputTitles;
    QTableWidget* m_facts;
    std::array<QPlainTextEdit*, 2> m_outputs;
};

} // namespace unwind::widgets
