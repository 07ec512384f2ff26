// The demos that come with Unwind, built into the executable from resources/demos and its folder article. A demo's first comment line is its title,
// the second its description; a line "//unwind:profile NAME" names the rules it wants to run under.
#pragma once

#include <QList>
#include <QString>

namespace unwind::app {

struct Demo {
    QString fileName; ///< "01-defer-order.go"
    QString title, description, profile; ///< English, as the file has them
    QString source;
    QString group; ///< the folder: "article"; empty for the first ones
    /// In the window's language.
    QString shownTitle() const;
    QString shownDescription() const;
};

/// All demos by groups, in the order of their file names.
QList<Demo> demos();
/// What a source file says about itself in its header.
Demo demoFromSource(const QString& fileName, const QString& source);

} // namespace unwind::app
