#include "app/window/exporter.h"

#include "app/window/profiles.h"
#include "app/window/recoverrun.h"
#include "widgets/common/cards.h"
#include "widgets/common/paint.h"
#include "widgets/common/plot.h"
#include "widgets/common/sentences.h"
#include "widgets/common/text.h"
#include "widgets/compare/comparepicture.h"
#include "widgets/deferstack/defercards.h"
#include "widgets/notrun/notruncards.h"
#include "widgets/matrix/matrixpicture.h"
#include "widgets/panicchain/paniccards.h"
#include "widgets/scheduler/schedulerview.h"
#include "widgets/states/stateslayout.h"
#include "widgets/timeline/legend.h"
#include "widgets/timeline/timelineview.h"
#include "widgets/verdict/verdictpicture.h"

#include <QBuffer>
#include <QFile>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <algorithm>
#include <cmath>
#include <memory>

namespace unwind::app {

using widgets::Palette;

namespace {

constexpr int kMargin = 20, kHeader = 54, kFooter = 40;
constexpr int kMaxTimeline = 4000; // pixels; a picture taller than this is of no use to anyone
constexpr double kPngScale = 2;
constexpr size_t kStatesRows = 30;

class Exports {
    Q_DECLARE_TR_FUNCTIONS(Exports)
};

// One picture: its size, and how to draw it with plain painter calls.
class Picture {
    Q_DECLARE_TR_FUNCTIONS(Exports)

public:
    Picture(widgets::Cursor& cursor, const ExportOptions& options, const widgets::ComparedRuns* compared,
            std::optional<state::RecoverTable> table)
        : m_cursor(cursor), m_compared(compared), m_view(options.view), m_machine(options.machine),
          m_palette(options.dark ? Palette::darkTheme() : Palette::light()), m_table(std::move(table)) {
        prepare();
    }

    QSize size() const { return {m_width, kHeader + m_body + kFooter}; }
    QString title() const { return tr("%1 – %2").arg(program(), viewName()); }

    void draw(QCPPainter& painter) {
        painter.fillRect(QRect({0, 0}, size()), m_palette.panel);
        drawHeader(painter);
        painter.save();
        painter.translate(0, kHeader);
        drawBody(painter);
        painter.restore();
        drawFooter(painter);
    }

private:
    void prepare() {
        switch (m_view) {
        case ExportView::Timeline:
            m_width = 1280;
            m_timeline = std::make_unique<widgets::TimelineView>(&m_cursor);
            m_timeline->setTheme(m_palette);
            m_timeline->refreshNow();
            m_body = std::min(m_timeline->fullHeight(), kMaxTimeline);
            break;
        case ExportView::Defers:
            m_width = 640;
            m_cards = widgets::DeferCards::of(*m_cursor.log(), m_cursor.snapshot(), m_cursor.goroutine());
            m_body = std::max(40, widgets::paintCards(nullptr, m_cards, column(), m_palette));
            break;
        case ExportView::Panics:
            m_width = 640;
            m_cards = widgets::PanicCards::of(*m_cursor.log(), m_cursor.snapshot(), m_cursor.goroutine());
            m_body = std::max(40, widgets::paintCards(nullptr, m_cards, column(), m_palette));
            break;
        case ExportView::Scheduler:
            m_width = 820;
            m_scheduler = widgets::SchedulerLayout::of(m_cursor.snapshot(), m_width - 2 * kMargin + 20);
            m_body = std::max(40, int(m_scheduler.height));
            break;
        case ExportView::Matrix:
            m_width = widgets::kMatrixWidth + 2 * kMargin;
            m_body = widgets::paintMatrix(nullptr, *m_table, m_palette);
            break;
        case ExportView::Explanation:
            m_width = 640;
            m_verdict = widgets::VerdictPicture::of(m_cursor);
            m_body = std::max(40, m_verdict.paint(nullptr, column(), m_palette));
            break;
        case ExportView::NotRun:
            m_width = 640;
            m_cards = widgets::NotRunCards::of(*m_cursor.log(), m_cursor.recording()->at(m_cursor.recording()->size()));
            m_body = std::max(40, widgets::paintCards(nullptr, m_cards, column(), m_palette));
            break;
        case ExportView::States:
            m_width = 960;
            m_states = m_machine.isEmpty() ? widgets::StatesFacts::ofGoroutine(m_cursor, m_cursor.goroutine(), kStatesRows)
                                           : widgets::StatesFacts::ofMachine(m_cursor, m_machine, kStatesRows);
            m_statesPicture = widgets::StatesLayout::of(m_states, column().width());
            m_body = int(std::ceil(m_statesPicture.height));
            break;
        case ExportView::Compare:
            m_width = 1280;
            m_body = int(std::ceil(comparison().paint(nullptr, column(), say)));
            break;
        }
    }

    widgets::ComparePicture comparison() const { return {*m_compared, m_palette}; }
    static QString say(const trace::LogReader& log, const state::Explanation& explanation) {
        return widgets::Sentences::plain(log, explanation);
    }
    QRectF column() const { return QRectF(kMargin - 10, 0, m_width - 2 * kMargin + 20, 0); }
    QString program() const { return widgets::fromUtf8(m_cursor.log()->header().program); }

    QString viewName() const {
        const QString go = widgets::goName(m_cursor.goroutine());
        switch (m_view) {
        case ExportView::Timeline: return tr("Timeline");
        case ExportView::Defers: return tr("Defer stack of %1").arg(go);
        case ExportView::Panics: return tr("Panic chain of %1").arg(go);
        case ExportView::Scheduler: return tr("Scheduler");
        case ExportView::Matrix: return tr("Truth table of recover");
        case ExportView::Explanation: return tr("Explanation");
        case ExportView::NotRun: return tr("What did not run");
        case ExportView::States: return m_machine.isEmpty() ? tr("G status of %1").arg(go) : tr("States of %1").arg(m_machine);
        case ExportView::Compare: return widgets::CompareText::title(*m_compared);
        }
        return {};
    }

    void drawHeader(QPainter& painter) const {
        painter.setFont(widgets::uiFont(16, QFont::DemiBold));
        painter.setPen(m_palette.text);
        painter.drawText(QPointF(kMargin, 24), title());
        const trace::Header& header = m_cursor.log()->header();
        const QString facts = tr("#%1 of %2 · %3 · rules %4 · seed %5 · %6 P")
                                  .arg(widgets::grouped(m_cursor.count()), widgets::grouped(m_cursor.recording()->size()),
                                       widgets::formatTime(m_cursor.snapshot().time), profileText(header))
                                  .arg(header.seed)
                                  .arg(header.procs);
        painter.setFont(widgets::uiFont(11));
        painter.setPen(m_palette.secondary);
        painter.drawText(QPointF(kMargin, 42), fitted(painter, facts));
    }

    void drawBody(QCPPainter& painter) {
        switch (m_view) {
        case ExportView::Timeline: m_timeline->toPainter(&painter, m_width, m_body); break;
        case ExportView::Defers:
        case ExportView::Panics:
        case ExportView::NotRun:
            if (m_cards.isEmpty()) drawEmpty(painter);
            else widgets::paintCards(&painter, m_cards, column(), m_palette);
            break;
        case ExportView::Scheduler:
            painter.translate(kMargin - 10, 0);
            widgets::paintScheduler(painter, m_scheduler, m_palette, m_cursor.goroutine());
            break;
        case ExportView::Matrix:
            painter.translate(kMargin, 0);
            widgets::paintMatrix(&painter, *m_table, m_palette);
            break;
        case ExportView::States:
            painter.translate(kMargin - 10, 0);
            widgets::paintDiagram(painter, m_statesPicture, m_states, m_palette);
            widgets::paintList(painter, m_statesPicture, m_states, m_palette);
            break;
        case ExportView::Compare: comparison().paint(&painter, column(), say); break;
        case ExportView::Explanation:
            if (m_verdict.isEmpty()) drawEmpty(painter);
            else m_verdict.paint(&painter, column(), m_palette);
            break;
        }
    }

    QString emptySentence() const {
        switch (m_view) {
        case ExportView::Defers: return tr("No deferred calls here.");
        case ExportView::Explanation: return tr("No recover() was called before this.");
        case ExportView::NotRun: return tr("Every deferred call has run, every goroutine has ended.");
        default: return tr("No panic here.");
        }
    }

    void drawEmpty(QPainter& painter) const {
        painter.setFont(widgets::uiFont(13));
        painter.setPen(m_palette.secondary);
        painter.drawText(QPointF(kMargin, 22), emptySentence());
    }

    // Timeline and scheduler tell their colours; cards say theirs in words, so they get the sentence of the step.
    void drawFooter(QPainter& painter) const {
        const double y = kHeader + m_body + 10;
        painter.setPen(m_palette.line);
        painter.drawLine(QPointF(kMargin, y - 4), QPointF(m_width - kMargin, y - 4));
        if (m_view == ExportView::Timeline || m_view == ExportView::Scheduler || m_view == ExportView::Compare) {
            widgets::paintLegend(&painter, {double(kMargin), y}, m_palette);
            return;
        }
        if (m_view == ExportView::Matrix || !m_cursor.event()) return;
        painter.setFont(widgets::uiFont(12));
        painter.setPen(m_palette.text);
        const QString sentence = widgets::Sentences::plain(*m_cursor.log(), m_cursor.explanation());
        painter.drawText(QPointF(kMargin, y + 14), fitted(painter, sentence));
    }

    QString fitted(const QPainter& painter, const QString& line) const {
        return QFontMetricsF(painter.font()).elidedText(line, Qt::ElideRight, m_width - 2 * kMargin);
    }

    widgets::Cursor& m_cursor;
    const widgets::ComparedRuns* m_compared;
    ExportView m_view;
    QString m_machine;
    const Palette& m_palette;
    std::optional<state::RecoverTable> m_table; ///< of view Matrix
    int m_width = 0, m_body = 0;
    std::unique_ptr<widgets::TimelineView> m_timeline;
    QList<widgets::Card> m_cards;
    widgets::VerdictPicture m_verdict;
    widgets::SchedulerPicture m_scheduler;
    widgets::StatesFacts m_states;
    widgets::StatesPicture m_statesPicture;
};

bool writePng(Picture& picture, const QString& path) {
    QImage image(picture.size() * kPngScale, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QCPPainter painter;
    painter.begin(&image);
    painter.scale(kPngScale, kPngScale);
    painter.setMode(QCPPainter::pmNoCaching);
    picture.draw(painter);
    painter.end();
    return image.save(path, "PNG");
}

bool writeSvg(Picture& picture, const QString& path) {
    QSvgGenerator generator;
    generator.setFileName(path);
    generator.setSize(picture.size());
    generator.setViewBox(QRect({0, 0}, picture.size()));
    generator.setResolution(96);
    generator.setTitle(picture.title());
    QCPPainter painter;
    if (!painter.begin(&generator)) return false;
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    picture.draw(painter);
    return painter.end();
}

bool drawPdf(Picture& picture, QIODevice& device) {
    QPdfWriter writer(&device);
    writer.setTitle(picture.title());
    writer.setCreator(QStringLiteral("Unwind"));
    writer.setResolution(96);
    writer.setPageSize(QPageSize(QSizeF(picture.size()) * 72.0 / 96.0, QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins({0, 0, 0, 0});
    QCPPainter painter;
    if (!painter.begin(&writer)) return false;
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    picture.draw(painter);
    return painter.end();
}

// The same picture is the same bytes: the order of fonts comes from a hash, and the time of writing gives way to blanks.
bool writePdf(Picture& picture, const QString& path) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QHashSeed::setDeterministicGlobalSeed();
    const bool drawn = drawPdf(picture, buffer);
    QHashSeed::resetRandomGlobalSeed();
    QByteArray pdf = buffer.data();
    if (const auto from = pdf.indexOf("/CreationDate ("); from >= 0)
        std::fill(pdf.begin() + from, pdf.begin() + pdf.indexOf(')', from) + 1, ' ');
    QFile file(path);
    return drawn && file.open(QIODevice::WriteOnly) && file.write(pdf) == pdf.size() && file.flush();
}

} // namespace

std::optional<ExportView> exportViewFromName(const QString& name) {
    static const QStringList names{QStringLiteral("timeline"), QStringLiteral("defers"), QStringLiteral("panics"),
                                   QStringLiteral("scheduler"), QStringLiteral("explanation"), QStringLiteral("not-run"),
                                   QStringLiteral("states"), QStringLiteral("compare"), QStringLiteral("matrix")};
    const auto index = names.indexOf(name);
    return index < 0 ? std::nullopt : std::optional(ExportView(index));
}

std::optional<ExportFormat> exportFormatFromName(const QString& name) {
    for (ExportFormat format : {ExportFormat::Png, ExportFormat::Svg, ExportFormat::Pdf})
        if (exportFormatName(format) == name) return format;
    return {};
}

QString exportFormatName(ExportFormat format) {
    static const char* const names[] = {"png", "svg", "pdf"};
    return QLatin1String(names[size_t(format)]);
}

Status exportPicture(widgets::Cursor& cursor, const ExportOptions& options, const widgets::ComparedRuns* compared) {
    if (!cursor.recording()) return Error{Exports::tr("There is no recording to draw; run a program first.").toStdString()};
    if (options.view == ExportView::Compare && !compared)
        return Error{Exports::tr("There is nothing to compare with; compare the run with a profile or a recording first.").toStdString()};
    if (!options.machine.isEmpty()) {
        const QStringList machines = widgets::StatesFacts::machines(cursor);
        if (machines.isEmpty()) return Error{Exports::tr("The program reports no states; see package unwind/states.").toStdString()};
        if (!machines.contains(options.machine))
            return Error{Exports::tr("There is no machine %1; there are %2.").arg(options.machine, machines.join(QStringLiteral(", "))).toStdString()};
    }
    std::optional<state::RecoverTable> table;
    if (options.view == ExportView::Matrix) {
        auto read = recoverTableOf(cursor);
        if (!read) return Error{read.error()};
        table = std::move(*read);
    }
    Picture picture(cursor, options, compared, std::move(table));
    const bool written = options.format == ExportFormat::Png   ? writePng(picture, options.path)
                         : options.format == ExportFormat::Svg ? writeSvg(picture, options.path)
                                                               : writePdf(picture, options.path);
    if (!written) return Error{Exports::tr("%1 can not be written; choose another place.").arg(options.path).toStdString()};
    return ok();
}

} // namespace unwind::app
