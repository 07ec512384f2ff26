#include "widgets/profile/profiledock.h"

#include "widgets/common/paint.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>

namespace unwind::widgets {

namespace {
constexpr int kAboveCards = 2; // description and search
}

ProfileDock::ProfileDock(QWidget* parent)
    : Dock(QStringLiteral("profileDock"), parent), m_words(new QLabel(this)), m_search(new QLineEdit(this)),
      m_reset(new QPushButton(this)), m_open(new QPushButton(this)), m_save(new QPushButton(this)), m_list(new QWidget), m_scroll(new QScrollArea(this)) {
    setupView();
    connect(m_search, &QLineEdit::textChanged, this, &ProfileDock::filter);
    connect(m_reset, &QPushButton::clicked, this, &ProfileDock::resetRequested);
    connect(m_open, &QPushButton::clicked, this, &ProfileDock::openRequested);
    connect(m_save, &QPushButton::clicked, this, &ProfileDock::saveRequested);
    retranslate();
    changed();
}

void ProfileDock::setupView() {
    m_words->setObjectName(QStringLiteral("profileWords"));
    m_words->setWordWrap(true);
    m_words->setFont(uiFont(12));
    m_words->setForegroundRole(QPalette::PlaceholderText);
    m_search->setObjectName(QStringLiteral("ruleSearch"));
    m_search->setClearButtonEnabled(true);
    m_reset->setObjectName(QStringLiteral("profileReset"));
    m_open->setObjectName(QStringLiteral("profileOpen"));
    m_save->setObjectName(QStringLiteral("profileSave"));
    for (QPushButton* button : {m_reset, m_open, m_save}) {
        button->setFixedHeight(26);
        titleRow()->addTool(button);
    }
    m_scroll->setWidget(m_list);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* cards = new QVBoxLayout(m_list);
    cards->setContentsMargins(7, 8, 5, 8);
    cards->setSpacing(6);
    cards->addWidget(m_words);
    cards->addWidget(m_search);
    cards->addStretch(1);
    setView(m_scroll);
}

void ProfileDock::setProfile(const QString& name, const QString& description, const QList<RuleItem>& rules) {
    if (name == m_name && description == m_description && rules == m_rules) return;
    m_name = name;
    m_description = description;
    m_rules = rules;
    changed();
}

int ProfileDock::changedRules() const {
    return int(std::count_if(m_rules.begin(), m_rules.end(), [](const RuleItem& rule) { return rule.value != rule.base; }));
}

void ProfileDock::refresh() {
    setEmpty(m_rules.isEmpty());
    const int changes = changedRules();
    setCount(changes ? QStringLiteral("%1 + %2").arg(m_name).arg(changes) : m_name);
    m_words->setText(m_description);
    m_reset->setEnabled(changes > 0);
    while (m_cards.size() < m_rules.size()) {
        auto* card = new RuleCard(m_rules[m_cards.size()].name, m_list);
        connect(card, &RuleCard::valueChosen, this, &ProfileDock::ruleChosen);
        qobject_cast<QVBoxLayout*>(m_list->layout())->insertWidget(kAboveCards + int(m_cards.size()), card);
        m_cards.append(card);
    }
    for (qsizetype i = 0; i < m_rules.size(); ++i) m_cards[i]->setItem(m_rules[i]);
    m_scroll->setMinimumWidth(m_list->minimumSizeHint().width() + m_scroll->verticalScrollBar()->sizeHint().width());
    filter();
}

void ProfileDock::filter() {
    const QString wanted = m_search->text().trimmed();
    for (qsizetype i = 0; i < m_rules.size(); ++i) {
        const RuleItem& rule = m_rules[i];
        bool fits = rule.name.contains(wanted, Qt::CaseInsensitive) || rule.sentence.contains(wanted, Qt::CaseInsensitive);
        for (const RuleChoice& choice : rule.values)
            fits |= choice.name.contains(wanted, Qt::CaseInsensitive) || choice.sentence.contains(wanted, Qt::CaseInsensitive);
        m_cards[i]->setVisible(fits);
    }
}

void ProfileDock::retranslate() {
    setTitle(tr("Profile"));
    setEmptySentence(tr("The rules of the program appear here when one is open."));
    m_search->setPlaceholderText(tr("Find a rule"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_reset->setText(tr("Reset"));
    m_reset->setToolTip(tr("Back to the profile's own rules; the program runs again"));
    m_open->setText(tr("Open…"));
    m_open->setToolTip(tr("Take the rules of a profile in a file; the program runs again"));
    m_save->setText(tr("Save as…"));
    m_save->setToolTip(tr("Keep these rules as a profile of your own"));
}

} // namespace unwind::widgets
