// The bar under the menu: gallery, steps back and forward at three grains, play with speed, the slider over the whole
// recording, and what the next run is made of (rules, processors). Buttons show actions that the window owns.
#pragma once

#include "widgets/common/cursor.h"

#include <QComboBox>
#include <QTimer>
#include <QWidget>

class QAction;
class QLabel;
class QSlider;
class QToolButton;

namespace unwind::app {

class PlaybackBar : public QWidget {
    Q_OBJECT

public:
    /// The actions by objectName, as the bar needs them; see kButtons in the .cpp.
    PlaybackBar(widgets::Cursor* cursor, const QHash<QString, QAction*>& actions, QWidget* parent = nullptr);
    bool isPlaying() const { return m_playTimer.isActive(); }
    void setPlaying(bool playing);
    /// While the program runs, the button that runs it is the one that pauses it.
    void setRunning(bool running);
    /// The profile of the next run by name; empty is the file's own or the default.
    /// Reads the choices again and shows this one.
    /// The profile in force, and the rules that differ from it.
    void setProfile(const QString& name, const QStringList& rules);
    void setProcs(int procs);
    /// What opens beside the button that sends a signal.
    void setSignalMenu(QMenu* menu);

Q_SIGNALS:
    void playingChanged(bool playing);
    void playStep();
    void profileChosen(const QString& name);
    void procsChosen(int procs);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void setupBoxes();
    void refresh();
    void retranslate();
    QString positionText(Seq at, Seq size) const;

    widgets::Cursor* m_cursor;
    QSlider* m_slider;
    QLabel* m_position;
    QAction* m_run;
    QAction* m_pause;
    QComboBox* m_speed;
    QComboBox* m_profile;
    QComboBox* m_procs;
    QTimer m_playTimer;
};

} // namespace unwind::app
