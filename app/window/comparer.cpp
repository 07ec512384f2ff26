#include "app/window/comparer.h"

#include "app/window/engineclient.h"
#include "widgets/common/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace unwind::app {

using compare::Setting;
using compare::Unknown;

namespace {

compare::Cause causeFrom(const QJsonObject& json) {
    compare::Cause cause;
    for (const QJsonValue& value : json[QStringLiteral("settings")].toArray()) {
        const bool rule = value.toObject().contains(QStringLiteral("rule"));
        const QString name = value[rule ? QStringLiteral("rule") : QStringLiteral("option")].toString();
        Setting::Kind kind = rule                              ? Setting::Kind::Rule
                             : name == QLatin1String("seed")   ? Setting::Kind::Seed
                             : name == QLatin1String("procs") ? Setting::Kind::Procs
                             : name == QLatin1String("signals") ? Setting::Kind::Signals
                                                               : Setting::Kind::Arguments;
        cause.settings.push_back({kind, name.toStdString(), value[QStringLiteral("a")].toString().toStdString(),
                                  value[QStringLiteral("b")].toString().toStdString()});
    }
    cause.each = json[QStringLiteral("each")].toBool();
    cause.undone = json[QStringLiteral("undone")].toBool();
    cause.runs = size_t(json[QStringLiteral("runs")].toInt());
    cause.fault = json[QStringLiteral("fault")].toString().toStdString();
    static const QStringList unknown{QString(), QStringLiteral("same settings"), QStringLiteral("other programs"),
                                     QStringLiteral("not reproduced"), QStringLiteral("not run")};
    cause.unknown = Unknown(std::max<qsizetype>(0, unknown.indexOf(json[QStringLiteral("unknown")].toString())));
    return cause;
}

} // namespace

Comparer::Comparer(QObject* parent) : QObject(parent) {}

Comparer::~Comparer() { cancel(); }

void Comparer::cancel() {
    m_running = false;
    if (m_process) {
        m_process->disconnect(this);
        m_process->kill();
        m_process->waitForFinished(1000);
        m_process.reset();
    }
    if (m_thread) {
        m_thread->disconnect(this);
        m_thread->wait();
        m_thread.reset();
    }
    m_findings.reset();
}

void Comparer::fail(const QString& sentence) {
    m_running = false;
    Q_EMIT failed(sentence);
}

void Comparer::start(const widgets::Recording& a, const CompareRequest& request) {
    cancel();
    m_running = true;
    ++m_runs;
    m_pathA = m_folder.filePath(QStringLiteral("%1-a.unwind").arg(m_runs));
    m_pathB = request.recording;
    if (Status status = a.log().save(m_pathA.toStdString()); !status) return fail(widgets::fromUtf8(status.error()));
    QStringList words{QStringLiteral("diff"), QStringLiteral("--json"), m_pathA};
    if (m_pathB.isEmpty()) {
        m_pathB = m_folder.filePath(QStringLiteral("%1-b.unwind").arg(m_runs));
        if (!request.profile.isEmpty()) words << QStringLiteral("--profile") << request.profile;
        words << QStringLiteral("-o") << m_pathB;
        for (const QString& rule : request.rules) words << QStringLiteral("--rule") << rule;
    } else {
        words << m_pathB;
    }
    m_process = std::make_unique<QProcess>();
    connect(m_process.get(), &QProcess::finished, this, &Comparer::processEnded);
    connect(m_process.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) fail(tr("%1 can not be started").arg(EngineClient::enginePath()));
    });
    m_process->start(EngineClient::enginePath(), words);
}

void Comparer::processEnded() {
    const bool good = m_process->exitStatus() == QProcess::NormalExit && m_process->exitCode() <= 1;
    const QString error = QString::fromUtf8(m_process->readAllStandardError()).trimmed();
    if (!good) return fail(error.isEmpty() ? tr("The comparison was ended before it was done.") : QString(error).remove(QLatin1String("unwind: ")));
    const QJsonObject json = QJsonDocument::fromJson(m_process->readAllStandardOutput()).object();
    align(causeFrom(json[QStringLiteral("divergence")][QStringLiteral("cause")].toObject()));
}

// Readers belong to one thread, so the worker opens its own.
void Comparer::align(compare::Cause cause) {
    m_fault.clear();
    m_thread.reset(QThread::create([this, cause = std::move(cause)] {
        auto a = trace::LogReader::open(m_pathA.toStdString());
        auto b = trace::LogReader::open(m_pathB.toStdString());
        if (!a || !b) {
            m_fault = widgets::fromUtf8(a ? b.error() : a.error());
            return;
        }
        compare::Comparison comparison = compare::compare(**a, **b);
        compare::Alignment alignment(comparison);
        m_findings.emplace(widgets::CompareFindings{std::move(comparison), std::move(alignment), cause});
    }));
    connect(m_thread.get(), &QThread::finished, this, [this] {
        if (!m_fault.isEmpty()) return fail(m_fault);
        m_running = false;
        Q_EMIT finished();
    });
    m_thread->start();
}

std::unique_ptr<widgets::ComparedRuns> Comparer::take(widgets::Cursor* a) {
    auto b = widgets::Recording::open(m_pathB);
    if (!b || !m_findings) return nullptr;
    auto runs = std::make_unique<widgets::ComparedRuns>(a, std::move(*b), std::move(*m_findings));
    m_findings.reset();
    return runs;
}

} // namespace unwind::app
