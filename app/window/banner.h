// A line under the playback bar for what needs a decision or an explanation: a dead engine, a program that does not compile.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace unwind::app {

class Banner : public QWidget {
    Q_OBJECT

public:
    explicit Banner(QWidget* parent = nullptr);
    /// With a button when it has a word.
    void show(const QString& sentence, const QString& button = {});
    QString sentence() const;

Q_SIGNALS:
    void buttonClicked();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* m_sentence;
    QPushButton* m_button;
};

} // namespace unwind::app
