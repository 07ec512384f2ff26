#include "widgets/lessons/lessonsdock.h"

#include "widgets/lessons/lessonlist.h"
#include "widgets/lessons/lessonpage.h"

#include <QDesktopServices>
#include <QStackedWidget>
#include <QToolButton>
#include <QUrl>

namespace unwind::widgets {

LessonsDock::LessonsDock(Cursor* cursor, QWidget* parent)
    : Dock(QStringLiteral("lessonsDock"), parent), m_cursor(cursor), m_stack(new QStackedWidget(this)), m_list(new LessonList(m_stack)),
      m_close(new QToolButton(this)) {
    m_stack->addWidget(m_list);
    setView(m_stack);
    m_close->setObjectName(QStringLiteral("lessonsCloseButton"));
    m_close->setText(QStringLiteral("✕"));
    m_close->setFixedSize(26, 24);
    titleRow()->addTool(m_close);
    connect(m_close, &QToolButton::clicked, this, &LessonsDock::closeRequested);
    connect(m_list, &LessonList::lessonChosen, this, &LessonsDock::openLesson);
    connect(cursor, &Cursor::recordingChanged, this, [this] {
        m_judged = false;
        if (m_page) m_page->forgetJudgement();
        changed();
    });
    connect(cursor, &Cursor::recordingGrew, this, &LessonsDock::changed);
    retranslate();
    changed();
}

void LessonsDock::retranslate() {
    setTitle(tr("Lessons"));
    m_close->setToolTip(tr("Close the lessons"));
    setEmptySentence(tr("There are no lessons in this language."));
    m_entries = course(tr("en", "folder of the lessons in the window's language: en or zh_CN"));
    m_list->fill(m_entries, m_progress);
    if (m_page) reload();
}

void LessonsDock::refresh() {
    setEmpty(m_entries.isEmpty() && !m_page);
    const auto done = std::count_if(m_entries.begin(), m_entries.end(), [this](const CourseEntry& e) { return m_progress.value(e.id).isDone(); });
    setCount(m_page ? QString() : tr("%1 of %2 done").arg(done).arg(m_entries.size()));
    judge();
}

void LessonsDock::setProgress(const QHash<QString, LessonProgress>& progress) {
    m_progress = progress;
    m_list->fill(m_entries, m_progress);
    changed();
}

// --- which page is shown

void LessonsDock::openLesson(const QString& id) {
    for (const CourseEntry& entry : m_entries) {
        if (entry.id != id) continue;
        if (auto file = readLesson(entry.id, entry.path)) open(std::move(*file));
    }
}

Status LessonsDock::openFile(const QString& path) {
    auto file = readLesson(path, path);
    if (!file) return Error{file.error()};
    open(std::move(*file));
    return ok();
}

void LessonsDock::open(LessonFile file) {
    showPage(std::move(file));
    LessonProgress reached = m_progress.value(m_page->file().id);
    reached.opened = true;
    setReached(reached);
    const lesson::LessonProgram& program = m_page->file().program;
    Q_EMIT programRequested(QString::fromStdString(program.name), QString::fromStdString(program.text));
}

void LessonsDock::showPage(LessonFile file) {
    PagePlace place;
    for (int i = 0; i < m_entries.size(); ++i)
        if (m_entries[i].id == file.id) place = {tr("%1 of %2").arg(i + 1).arg(m_entries.size()), i > 0, i + 1 < m_entries.size()};
    delete m_page;
    m_page = new LessonPage(std::move(file), place, m_stack);
    m_page->setObjectName(QStringLiteral("lessonPage"));
    m_stack->addWidget(m_page);
    m_stack->setCurrentWidget(m_page);
    connect(m_page, &LessonPage::runRequested, this, [this] { run(QString::fromStdString(m_page->file().lesson.profile)); });
    // The page may go because of what it asked for: not while it still handles the click.
    connect(m_page, &LessonPage::listRequested, this, &LessonsDock::showList, Qt::QueuedConnection);
    connect(m_page, &LessonPage::previousRequested, this, [this] { step(-1); }, Qt::QueuedConnection);
    connect(m_page, &LessonPage::nextRequested, this, [this] { step(1); }, Qt::QueuedConnection);
    connect(m_page, &LessonPage::linkActivated, this, &LessonsDock::followLink);
    changed();
}

void LessonsDock::showList() {
    delete m_page;
    m_page = nullptr;
    m_list->fill(m_entries, m_progress);
    m_stack->setCurrentWidget(m_list);
    changed();
}

// The same lesson in the other language, as it stands: chosen, and judged if it was.
void LessonsDock::reload() {
    const QList<int> choices = m_page->choices();
    const QString id = m_page->file().id;
    QString path = m_page->file().path;
    for (const CourseEntry& entry : m_entries)
        if (entry.id == id) path = entry.path;
    auto file = readLesson(id, path);
    if (!file) return showList();
    showPage(std::move(*file));
    m_page->choose(choices);
    m_judged = false;
    judge();
}

void LessonsDock::step(int by) {
    for (int i = 0; i < m_entries.size(); ++i) {
        if (m_entries[i].id != m_page->file().id || i + by < 0 || i + by >= m_entries.size()) continue;
        return openLesson(m_entries[i + by].id);
    }
}

// --- running, judging, seeking

void LessonsDock::run(const QString& profile) {
    m_page->setHint({});
    const lesson::LessonProgram& program = m_page->file().program;
    Q_EMIT runRequested(QString::fromStdString(program.name), QString::fromStdString(program.text), profile);
}

bool LessonsDock::isOwnRun() const {
    const trace::LogReader* log = m_cursor->log();
    if (!log || !m_page) return false;
    for (const SourceFile& file : log->header().files)
        if (!file.isStd) return file.text == m_page->file().program.text;
    return false;
}

lesson::Evidence LessonsDock::evidence() const {
    const Recording* recording = m_cursor->recording();
    return {recording->log(), [recording](Seq count) { return recording->at(count); }};
}

void LessonsDock::judge() {
    if (m_judged || !isOwnRun() || !m_cursor->recording()->finished()) return;
    m_judged = true;
    const int right = m_page->judge(evidence());
    LessonProgress reached = m_progress.value(m_page->file().id);
    reached.run = true;
    reached.total = int(m_page->predictions().size());
    reached.right = std::max(reached.right, right);
    setReached(reached);
}

void LessonsDock::setReached(const LessonProgress& reached) {
    const QString id = m_page->file().id;
    if (m_progress.value(id) == reached) return;
    m_progress[id] = reached;
    Q_EMIT progressChanged(id, toText(reached));
}

void LessonsDock::followLink(const QUrl& url) {
    if (url.scheme() != QLatin1String("unwind")) {
        QDesktopServices::openUrl(url);
        return;
    }
    const QString target = url.toString(QUrl::FullyEncoded).mid(7);
    if (target.startsWith(QLatin1String("run/"))) return run(target.mid(4));
    if (target.startsWith(QLatin1String("event/"))) seek(target.mid(6).toStdString());
}

void LessonsDock::seek(const std::string& target) {
    if (!isOwnRun()) return m_page->setHint(tr("Run the program first: then this link leads to the moment."));
    const auto anchor = lesson::parseAnchor(target);
    const auto seq = anchor ? evidence().find(anchor->pattern, anchor->nth) : std::nullopt;
    m_page->setHint(seq ? QString() : tr("In this run there is no such moment."));
    if (seq) m_cursor->moveTo(*seq + 1);
}

} // namespace unwind::widgets
