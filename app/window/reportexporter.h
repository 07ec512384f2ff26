// What a program reports of itself, written for other tools: the bytes of `unwind export --view observability`. The log is read
// on a thread of its own, because it may be long.
#pragma once

#include "trace/observability.h"
#include "widgets/common/recording.h"

#include <QThread>

namespace unwind::app {

using ReportFormat = trace::ObservabilityFormat;
/// The usual ending of a file in this format.
QString reportFileEnding(ReportFormat format);

class ReportExporter : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    ~ReportExporter() override;
    /// What was reported in the first `count` events. A file before this one is finished first.
    void start(const widgets::Recording& recording, Seq count, ReportFormat format, const QString& path);

Q_SIGNALS:
    void finished(const QString& path);
    void failed(const QString& sentence);

private:
    std::unique_ptr<QThread> m_thread;
    QString m_fault;
};

} // namespace unwind::app
