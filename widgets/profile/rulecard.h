// One rule of the semantics: its sentence, the value in force in a box, what that value means and where it comes from. A rule
// that differs from the profile it is based on is marked in words.
#pragma once

#include <QFrame>
#include <QList>
#include <QString>

class QComboBox;
class QLabel;

namespace unwind::widgets {

struct RuleChoice {
    QString name, sentence, source;
    bool operator==(const RuleChoice&) const = default;
};

/// A rule as the dock is told: texts are in the person's language already.
struct RuleItem {
    QString name, sentence;
    QList<RuleChoice> values;
    int value = 0; ///< in force
    int base = 0;  ///< of the profile it is based on
    bool operator==(const RuleItem&) const = default;
};

class RuleCard : public QFrame {
    Q_OBJECT

public:
    explicit RuleCard(const QString& rule, QWidget* parent = nullptr);
    void setItem(const RuleItem& item);

Q_SIGNALS:
    void valueChosen(const QString& rule, const QString& value);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void restyle();
    RuleItem m_item;
    QLabel *m_name, *m_changed, *m_sentence, *m_meaning;
    QComboBox* m_box;
};

} // namespace unwind::widgets
