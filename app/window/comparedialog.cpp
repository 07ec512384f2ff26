#include "app/window/comparedialog.h"

#include "profile/profile.h"
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
    for (const profile::Profile& p : profile::profiles()) m_profile->addItem(fromUtf8(p.name));
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
            box->setItemData(box->count() - 1, fromUtf8(value.sentence), Qt::ToolTipRole);
        }
        box->setToolTip(fromUtf8(rule.sentence));
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
    m_profile->setCurrentText(other);
    profileChosen();
}

void CompareDialog::profileChosen() {
    const profile::Profile& chosen = profile::profiles()[size_t(m_profile->currentIndex())];
    for (qsizetype i = 0; i < m_rules.size(); ++i) m_rules[i]->setCurrentIndex(profile::rules()[size_t(i)].get(chosen));
}

CompareRequest CompareDialog::request() const {
    const profile::Profile& chosen = profile::profiles()[size_t(m_profile->currentIndex())];
    CompareRequest request{m_profile->currentText(), {}, {}};
    for (qsizetype i = 0; i < m_rules.size(); ++i) {
        const profile::Rule& rule = profile::rules()[size_t(i)];
        if (m_rules[i]->currentIndex() != rule.get(chosen))
            request.rules << fromUtf8(rule.name) + QLatin1Char('=') + m_rules[i]->currentText();
    }
    return request;
}

} // namespace unwind::app
