#include "app/window/comparedialog.h"

#include "app/window/profiles.h"
#include "widgets/common/text.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace unwind::app {

using widgets::fromUtf8;

CompareDialog::CompareDialog(const QString& own, QWidget* parent) : QDialog(parent), m_profile(new QComboBox(this)) {
    setObjectName(QStringLiteral("compareDialog"));
    setWindowTitle(tr("Compare with a profile"));
    setMinimumWidth(460);
    m_profile->setObjectName(QStringLiteral("compareProfile"));
    for (const ProfileChoice& choice : profileChoices()) {
        m_profile->addItem(choice.label, choice.name);
        m_profile->setItemData(m_profile->count() - 1, choice.description, Qt::ToolTipRole);
    }
    auto* page = new QVBoxLayout(this);
    auto* head = new QFormLayout;
    head->addRow(tr("Profile"), m_profile);
    page->addLayout(head);
    auto* rules = new QWidget(this);
    auto* form = new QFormLayout(rules);
    for (const profile::Rule& rule : profile::rules()) {
        auto* box = new QComboBox(rules);
        box->setObjectName(QStringLiteral("compareRule:") + fromUtf8(rule.name));
        for (const profile::RuleValue& value : rule.values) {
            box->addItem(fromUtf8(value.name));
            box->setItemData(box->count() - 1, ruleText(value.sentence), Qt::ToolTipRole);
        }
        box->setToolTip(ruleText(rule.sentence));
        form->addRow(fromUtf8(rule.name), box);
        m_rules << box;
    }
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(rules);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    page->addWidget(scroll, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("Compare"));
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    for (QAbstractButton* button : buttons->buttons()) button->setIcon({});
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    page->addWidget(buttons);
    connect(m_profile, &QComboBox::currentIndexChanged, this, &CompareDialog::profileChosen);
    const QString other = own == QLatin1String("article-1.25") ? QStringLiteral("go1.25") : QStringLiteral("article-1.25");
    m_profile->setCurrentIndex(m_profile->findData(other));
    profileChosen();
}

profile::Profile CompareDialog::chosen() const {
    const auto read = profileFor(m_profile->currentData().toString(), {});
    return read ? *read : profile::profiles().front(); // a file that went away since
}

void CompareDialog::profileChosen() {
    const profile::Profile profile = chosen();
    for (qsizetype i = 0; i < m_rules.size(); ++i) m_rules[i]->setCurrentIndex(profile::rules()[size_t(i)].get(profile));
}

CompareRequest CompareDialog::request() const {
    const profile::Profile profile = chosen();
    CompareRequest request{m_profile->currentData().toString(), {}, {}};
    for (qsizetype i = 0; i < m_rules.size(); ++i) {
        const profile::Rule& rule = profile::rules()[size_t(i)];
        if (m_rules[i]->currentIndex() != rule.get(profile))
            request.rules << fromUtf8(rule.name) + QLatin1Char('=') + m_rules[i]->currentText();
    }
    return request;
}

} // namespace unwind::app
