// Asks with which profile a run shall be compared, and lets single rules of it be flipped.
#pragma once

#include "app/window/comparer.h"
#include "profile/profile.h"

#include <QDialog>

class QComboBox;

namespace unwind::app {

class CompareDialog : public QDialog {
    Q_OBJECT

public:
    /// own: the profile of the run at hand; another one is proposed.
    explicit CompareDialog(const QString& own, QWidget* parent = nullptr);
    CompareRequest request() const;

private:
    profile::Profile chosen() const;
    void profileChosen();

    QComboBox* m_profile;
    QList<QComboBox*> m_rules; ///< one a rule, in the order of profile::rules()
};

} // namespace unwind::app
