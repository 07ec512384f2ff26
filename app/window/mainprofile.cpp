// The rules of the next run: the profile box, the Profile dock, profiles of one's own, and the truth table of recover.
#include "app/window/mainwindow.h"

#include "app/window/banner.h"
#include "app/window/matrixdialog.h"
#include "app/window/playbackbar.h"
#include "app/window/profiles.h"
#include "widgets/common/text.h"
#include "widgets/profile/profiledock.h"

#include <QFileDialog>
#include <QFileInfo>

namespace unwind::app {

using widgets::fromUtf8;
using State = Session::State;

void MainWindow::connectProfile() {
    connect(m_profile, &widgets::ProfileDock::ruleChosen, this, &MainWindow::flipRule);
    connect(m_profile, &widgets::ProfileDock::resetRequested, this, [this] { chooseProfile(m_session.profile); });
    connect(m_profile, &widgets::ProfileDock::openRequested, this, &MainWindow::openProfileDialog);
    connect(m_profile, &widgets::ProfileDock::saveRequested, this, &MainWindow::saveProfileDialog);
    updateProfile();
}

void MainWindow::updateProfile() {
    m_bar->setProfile(m_session.profile, m_session.rules);
    const auto base = profileFor(m_session.profile, {});
    const auto now = profileFor(m_session.profile, m_session.rules);
    if (!base || !now) return m_banner->show(fromUtf8(base ? now.error() : base.error()));
    const QString label = profileLabel(m_session.profile.isEmpty() ? fromUtf8(base->name) : m_session.profile);
    m_profile->setProfile(label, ruleText(base->description), ruleItems(*now, *base));
}

void MainWindow::chooseProfile(const QString& name) {
    m_session.profile = name;
    m_session.rules.clear();
    updateProfile();
    if (m_session.state() != State::Empty) runText(true);
}

/// A person who edits the line "//unwind:profile NAME" means it.
void MainWindow::followHeader(const QString& text) {
    const std::string before = m_session.program().source.toStdString(), now = text.toStdString();
    if (profile::requested(before) == profile::requested(now)) return;
    m_session.profile = fromUtf8(profile::requested(now));
    m_session.rules.clear();
    updateProfile();
}

void MainWindow::flipRule(const QString& rule, const QString& value) {
    const auto base = profileFor(m_session.profile, {});
    auto now = profileFor(m_session.profile, m_session.rules + QStringList{rule + QLatin1Char('=') + value});
    if (!base || !now) return;
    m_session.rules = toList(profile::differences(*now, *base));
    updateProfile();
    if (m_session.state() != State::Empty) runText(true);
}

bool MainWindow::saveProfileAs(const QString& path) {
    const auto base = profileFor(m_session.profile, {});
    auto now = profileFor(m_session.profile, m_session.rules);
    if (!base || !now) return false;
    // What one of their own is based on is a profile that everybody has.
    const bool isOwn = m_session.profile.endsWith(QLatin1String(".json"));
    const profile::Profile root = isOwn ? profile::profiles().front() : *base;
    const QString changes = toList(profile::differences(*now, root)).join(QStringLiteral(", "));
    now->name = QFileInfo(path).completeBaseName().toStdString();
    now->description = (changes.isEmpty() ? fromUtf8(root.name) : tr("%1 with %2").arg(fromUtf8(root.name), changes)).toStdString();
    if (const Status status = saveProfile(path, *now, root); !status) {
        m_banner->show(fromUtf8(status.error()));
        return false;
    }
    m_session.profile = path;
    m_session.rules.clear();
    updateProfile();
    return true;
}

void MainWindow::saveProfileDialog() {
    QString path = QFileDialog::getSaveFileName(this, tr("Save the profile"), profileFolder(), tr("Profiles (*.json)"));
    if (path.isEmpty()) return;
    if (!path.endsWith(QLatin1String(".json"))) path += QLatin1String(".json");
    saveProfileAs(path);
}

void MainWindow::openProfileDialog() {
    const QString path = QFileDialog::getOpenFileName(this, tr("Open a profile"), profileFolder(), tr("Profiles (*.json)"));
    if (!path.isEmpty()) openProfile(path);
}

void MainWindow::openProfile(const QString& path) {
    if (auto read = profileFor(path, {}); !read) m_banner->show(fromUtf8(read.error()));
    else chooseProfile(path);
}

/// A recording that is run again runs under its own rules.
void MainWindow::takeRulesOfRecording() {
    const RunProfile run = profileOf(m_session.recording()->log().header());
    m_session.profile = fromUtf8(run.base.name);
    m_session.rules = toList(profile::differences(run.now, run.base));
    updateProfile();
}

void MainWindow::showMatrix() {
    if (!m_matrix) m_matrix = new MatrixDialog(this);
    m_matrix->run(m_session.profile.isEmpty() ? fromUtf8(profile::profiles().front().name) : m_session.profile, m_session.rules,
                  m_session.procs);
    m_matrix->show();
    m_matrix->raise();
}

} // namespace unwind::app
