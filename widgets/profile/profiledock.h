// The rules the program runs under, one card each. It shows what it is given and tells what a person chose; which profile is
// in force, and running again, is the window's.
#pragma once

#include "widgets/common/dock.h"
#include "widgets/profile/rulecard.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;

namespace unwind::widgets {

class ProfileDock : public Dock {
    Q_OBJECT

public:
    explicit ProfileDock(QWidget* parent = nullptr);
    void setProfile(const QString& name, const QString& description, const QList<RuleItem>& rules);
    const QList<RuleItem>& rules() const { return m_rules; }

Q_SIGNALS:
    void ruleChosen(const QString& rule, const QString& value);
    /// Back to the profile's own values.
    void resetRequested();
    void openRequested();
    void saveRequested();

protected:
    void refresh() override;
    void retranslate() override;

private:
    void setupView();
    void filter();
    int changedRules() const;
    QString m_name, m_description;
    QList<RuleItem> m_rules;
    QList<RuleCard*> m_cards;
    QLabel* m_words;
    QLineEdit* m_search;
    QPushButton *m_reset, *m_open, *m_save;
    QWidget* m_list;
    QScrollArea* m_scroll;
};

} // namespace unwind::widgets
