// The profiles a person can choose from: those that Unwind brings along, and their own files in the settings' folder.
// Also the rules' words in the person's language.
#pragma once

#include "profile/profile.h"
#include "trace/log.h"
#include "widgets/profile/rulecard.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace unwind::app {

struct ProfileChoice {
    QString label;
    QString name; ///< what a run is asked for: a name, or a file's path
    QString description;
};

/// "go1.25" → "Go 1.25", "article-1.24" → "Article 1.24", a file → the name in it.
QString profileLabel(const QString& name);
/// Shipped ones first, default first; files that can not be read are left out.
QList<ProfileChoice> profileChoices();
/// The profile of a run: empty is the default. The error is a sentence.
Result<profile::Profile> profileFor(const QString& name, const QStringList& rules);

/// Where a person's own profiles are kept.
QString profileFolder();
/// Writes one of them, unless it can not be read again.
Status saveProfile(const QString& path, const profile::Profile& profile, const profile::Profile& base);

/// The rules of a recorded run, and the shipped profile they are told from: its own, or the default.
struct RunProfile {
    profile::Profile base, now;
};
RunProfile profileOf(const trace::Header& header);
/// "go1.25", "go1.25 + panic-nil=nil".
QString profileText(const trace::Header& header);

/// A text of the rules' or profiles', translated.
QString ruleText(std::string_view english);
/// The rules as the dock shows them.
QList<widgets::RuleItem> ruleItems(const profile::Profile& now, const profile::Profile& base);
QStringList toList(const std::vector<std::string>& texts);

} // namespace unwind::app
