#include "app/window/reportexporter.h"

#include "widgets/common/text.h"

#include <QSaveFile>

namespace unwind::app {

QString reportFileEnding(ReportFormat format) {
    static const char* const endings[] = {"jsonl", "prom", "otlp.jsonl"};
    return QLatin1String(endings[size_t(format)]);
}

ReportExporter::~ReportExporter() {
    if (m_thread) m_thread->wait();
}

// Readers belong to one thread, so this one opens its own.
void ReportExporter::start(const widgets::Recording& recording, Seq count, ReportFormat format, const QString& path) {
    if (m_thread) m_thread->wait();
    m_fault.clear();
    m_thread.reset(QThread::create([this, source = recording.path().toStdString(), count, format, path] {
        auto log = trace::LogReader::open(source);
        if (!log) {
            m_fault = widgets::fromUtf8(log.error());
            return;
        }
        const std::string text = trace::exportObservability(**log, count, format);
        QSaveFile file(path);
        const bool written = file.open(QIODevice::WriteOnly) && file.write(text.data(), qint64(text.size())) == qint64(text.size()) && file.commit();
        if (!written) m_fault = tr("%1 can not be written: %2.").arg(path, file.errorString());
    }));
    connect(m_thread.get(), &QThread::finished, this, [this, path] {
        if (m_fault.isEmpty()) Q_EMIT finished(path);
        else Q_EMIT failed(m_fault);
    });
    m_thread->start();
}

} // namespace unwind::app
