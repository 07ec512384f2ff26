#include "widgets/source/sourceeditor.h"

#include "widgets/common/paint.h"
#include "widgets/source/golexer.h"

#include <QCoreApplication>
#include <QHelpEvent>
#include <QLabel>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

namespace unwind::widgets {

namespace {

enum Column { BreakpointMargin = 0, ChipMargin = 1, LineMargin = 2, FoldMargin = 3 };
enum Marker { BreakpointMarker = 0, CurrentMarker = 1, WarningMarker = 2, FirstChip = 8, LastChip = 24 }; // 25 … 31 are the fold markers
enum Indicator { ErrorIndicator = 8, WarningIndicator = 9 };
constexpr int kChipMarginWidth = 50;

QColor blend(const QColor& over, const QColor& base, double amount) {
    return QColor::fromRgbF(float(base.redF() + (over.redF() - base.redF()) * amount),
                            float(base.greenF() + (over.greenF() - base.greenF()) * amount),
                            float(base.blueF() + (over.blueF() - base.blueF()) * amount));
}

} // namespace

SourceEditor::SourceEditor(QWidget* parent) : QsciScintilla(parent), m_lexer(new GoLexer(this)), m_tip(new QLabel(viewport())) {
    setObjectName(QStringLiteral("sourceEditor"));
    setFrameShape(QFrame::NoFrame);
    setUtf8(true);
    setTabWidth(4);
    setIndentationsUseTabs(true);
    setAutoIndent(true);
    setBraceMatching(SloppyBraceMatch);
    setWrapMode(WrapNone);
    setEolMode(EolUnix);
    setScrollWidth(1);
    setScrollWidthTracking(true);
    setLexer(m_lexer);
    m_tip->setObjectName(QStringLiteral("messageTip"));
    m_tip->setWordWrap(true);
    m_tip->hide();
    connect(this, &QsciScintilla::cursorPositionChanged, this, [this] {
        if (SendScintilla(SCI_GETCURRENTPOS) != m_tipPosition) m_tip->hide();
    });
    connect(verticalScrollBar(), &QAbstractSlider::valueChanged, m_tip, &QWidget::hide);
    connect(horizontalScrollBar(), &QAbstractSlider::valueChanged, m_tip, &QWidget::hide);
    setupMargins();
    setTheme();
    connect(this, &QsciScintilla::marginClicked, this, [this](int margin, int line) {
        if (margin == ChipMargin && m_chips.contains(line + 1)) Q_EMIT chipClicked(line + 1);
        else if (margin <= LineMargin) Q_EMIT breakpointToggleRequested(line + 1);
    });
}

void SourceEditor::setupMargins() {
    setMarginType(BreakpointMargin, SymbolMargin);
    setMarginWidth(BreakpointMargin, 14);
    setMarginMarkerMask(BreakpointMargin, 1 << BreakpointMarker | 1 << WarningMarker);
    setMarginType(ChipMargin, SymbolMargin);
    setMarginWidth(ChipMargin, kChipMarginWidth);
    int chips = 0;
    for (int marker = FirstChip; marker <= LastChip; ++marker) chips |= 1 << marker;
    setMarginMarkerMask(ChipMargin, chips);
    setMarginType(LineMargin, NumberMargin);
    setMarginWidth(LineMargin, QStringLiteral("0000"));
    setMarginMarkerMask(LineMargin, 0);
    for (int margin : {BreakpointMargin, ChipMargin, LineMargin}) setMarginSensitivity(margin, true);
    setFolding(PlainFoldStyle, FoldMargin);
    setMarginWidth(FoldMargin, 12);
    markerDefine(Background, CurrentMarker);
    indicatorDefine(SquiggleIndicator, ErrorIndicator);
    indicatorDefine(SquiggleIndicator, WarningIndicator);
    setAnnotationDisplay(AnnotationStandard);
}

void SourceEditor::setTheme() {
    const Palette& colours = Palette::current();
    m_lexer->setTheme(colours, m_pixelSize);
    setMarginsFont(editorFont(m_pixelSize - 1));
    setMarginsForegroundColor(colours.secondary);
    setMarginsBackgroundColor(colours.panel);
    setFoldMarginColors(colours.panel, colours.panel);
    for (int marker = 25; marker <= 31; ++marker) {
        SendScintilla(SCI_MARKERSETFORE, marker, colours.panel);
        SendScintilla(SCI_MARKERSETBACK, marker, colours.secondary);
    }
    setCaretForegroundColor(colours.text);
    setSelectionBackgroundColor(colours.dark ? QColor(0x2C4A6E) : QColor(0xC9DFFA));
    resetSelectionForegroundColor();
    setMatchedBraceBackgroundColor(colours.selection);
    setMatchedBraceForegroundColor(colours.accent);
    setIndicatorForegroundColor(colours.error, ErrorIndicator);
    setIndicatorForegroundColor(colours.fill(Token::Sleeping), WarningIndicator);

    defineMarkers();
    paintChips();
    setCurrentLine(m_currentLine, m_currentToken);
    setMessages(m_messages);
}

void SourceEditor::defineMarkers() {
    const Palette& colours = Palette::current();
    auto define = [this](int marker, auto paint) {
        QPixmap pixmap(QSize(14, 14) * devicePixelRatioF());
        pixmap.setDevicePixelRatio(devicePixelRatioF());
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        paint(painter);
        painter.end();
        markerDefine(pixmap, marker);
    };
    define(WarningMarker, [&](QPainter& painter) {
        const QColor fill = colours.fill(Token::Sleeping);
        painter.setBrush(fill);
        painter.drawPolygon(QPolygonF{{7, 1}, {13.5, 12.5}, {0.5, 12.5}});
        painter.setBrush(readableOn(fill));
        painter.drawRect(QRectF(6.3, 5, 1.4, 3.6));
        painter.drawRect(QRectF(6.3, 9.6, 1.4, 1.4));
    });
    define(BreakpointMarker, [&](QPainter& painter) {
        painter.setBrush(colours.dark ? QColor(0xFF5A5A) : QColor(0xD32F2F));
        painter.drawEllipse(QRectF(2.5, 2.5, 9, 9));
    });
}

void SourceEditor::setPixelSize(int size) {
    m_pixelSize = size;
    setTheme();
    setMarginWidth(LineMargin, QStringLiteral("0000"));
}

void SourceEditor::setBreakpoints(const QSet<int>& lines) {
    markerDeleteAll(BreakpointMarker);
    for (int line : lines) markerAdd(line - 1, BreakpointMarker);
}

QSet<int> SourceEditor::breakpoints() const {
    QSet<int> lines;
    for (int line = markerFindNext(0, 1 << BreakpointMarker); line >= 0; line = markerFindNext(line + 1, 1 << BreakpointMarker))
        lines.insert(line + 1);
    return lines;
}

void SourceEditor::setChips(const QMap<int, LineChip>& chips) {
    if (chips == m_chips) return;
    m_chips = chips;
    paintChips();
}

// One marker number a line with goroutines: its picture holds all of them. The selected goroutine's line comes first, so it
// is there even when the numbers run out.
void SourceEditor::paintChips() {
    for (int marker = FirstChip; marker <= LastChip; ++marker) markerDeleteAll(marker);
    int marker = FirstChip;
    auto add = [&](int line, const LineChip& chip) {
        if (marker > LastChip) return;
        markerDefine(chipPixmap(chip), marker);
        markerAdd(line - 1, marker++);
    };
    for (bool first : {true, false})
        for (auto it = m_chips.begin(); it != m_chips.end(); ++it)
            if (it->selected == first) add(it.key(), *it);
}

QPixmap SourceEditor::chipPixmap(const LineChip& chip) const {
    const Palette& colours = Palette::current();
    const qreal ratio = devicePixelRatioF();
    QPixmap pixmap(QSize(kChipMarginWidth - 4, kChipHeight) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    const QString rest = chip.others > 99 ? QStringLiteral("…") : chip.others > 0 ? QStringLiteral("+%1").arg(chip.others) : QString();
    const double width = chipWidth(chip.name), restWidth = rest.isEmpty() ? 0 : QFontMetricsF(chipFont()).horizontalAdvance(rest) + 2;
    const double x = std::max(0.0, kChipMarginWidth - 4 - width - restWidth);
    paintChip(painter, QRectF(x, 0, width, kChipHeight), chip.name, chip.token, colours);
    painter.setFont(chipFont());
    painter.setPen(colours.secondary);
    painter.drawText(QRectF(x + width + 2, 0, restWidth, kChipHeight), Qt::AlignVCenter | Qt::AlignLeft, rest);
    return pixmap;
}

void SourceEditor::setCurrentLine(int line, Token token) {
    m_currentLine = line;
    m_currentToken = token;
    markerDeleteAll(CurrentMarker);
    if (line <= 0) return;
    const Palette& colours = Palette::current();
    setMarkerBackgroundColor(blend(colours.fill(token), colours.panel, colours.dark ? 0.26 : 0.20), CurrentMarker);
    markerAdd(line - 1, CurrentMarker);
    if (isReadOnly()) SendScintilla(SCI_SETEMPTYSELECTION, SendScintilla(SCI_POSITIONFROMLINE, line - 1)); // F9 means this line
}

long long SourceEditor::positionOf(int line, int column) const {
    const long long start = SendScintilla(SCI_POSITIONFROMLINE, line - 1);
    const long long end = SendScintilla(SCI_GETLINEENDPOSITION, line - 1);
    return std::min(start + std::max(0, column - 1), end);
}

void SourceEditor::setMessages(const QList<SourceMessage>& messages) {
    m_messages.clear();
    m_tip->hide();
    for (const SourceMessage& message : messages)
        if (message.line > 0 && message.line <= lines()) m_messages.append(message);
    paintSquiggles();
    clearAnnotations();
    const Palette& colours = Palette::current();
    QMap<int, QStringList> texts;
    for (const SourceMessage& message : m_messages)
        if (message.error) texts[message.line] << message.text;
    static const int style = QsciStyle(-1).style();
    const QsciStyle words(style, QStringLiteral("message"), colours.error, blend(colours.error, colours.panel, 0.08), editorFont(12));
    for (auto it = texts.begin(); it != texts.end(); ++it) annotate(it.key() - 1, it->join(QLatin1Char('\n')), words);
}

QPair<long long, long long> SourceEditor::rangeOf(const SourceMessage& message) const {
    const long long from = positionOf(message.line, message.column);
    const long long to =
        message.endLine > 0 ? positionOf(message.endLine, message.endColumn) : SendScintilla(SCI_WORDENDPOSITION, from, 1);
    return {from, std::max(to, from + 1)};
}

void SourceEditor::paintSquiggles() {
    markerDeleteAll(WarningMarker);
    for (int indicator : {ErrorIndicator, WarningIndicator}) {
        SendScintilla(SCI_SETINDICATORCURRENT, indicator);
        SendScintilla(SCI_INDICATORCLEARRANGE, 0, length());
    }
    for (const SourceMessage& message : m_messages) {
        const auto [from, to] = rangeOf(message);
        SendScintilla(SCI_SETINDICATORCURRENT, message.error ? ErrorIndicator : WarningIndicator);
        SendScintilla(SCI_INDICATORFILLRANGE, static_cast<unsigned long>(from), static_cast<long>(to - from));
        if (!message.error) markerAdd(message.line - 1, WarningMarker);
    }
}

QString SourceEditor::tipAt(const QPoint& point) const {
    const long long at = SendScintilla(SCI_POSITIONFROMPOINTCLOSE, static_cast<unsigned long>(point.x()), long(point.y()));
    QStringList tips;
    for (const SourceMessage& message : m_messages) {
        const auto [from, to] = rangeOf(message);
        if (at < from || at >= to) continue;
        QString tip = QStringLiteral("<p><b>%1</b></p>").arg(message.text.toHtmlEscaped());
        if (!message.explanation.isEmpty())
            tip += QStringLiteral("<p>%1</p>").arg(QCoreApplication::translate("Vet", message.explanation.toUtf8().constData()).toHtmlEscaped());
        tips << tip;
    }
    return tips.join(QString());
}

void SourceEditor::nextMessage() {
    if (m_messages.isEmpty()) return;
    const long long caret = SendScintilla(SCI_GETCURRENTPOS);
    auto next = std::find_if(m_messages.begin(), m_messages.end(), [&](const SourceMessage& m) { return rangeOf(m).first > caret; });
    if (next == m_messages.end()) next = m_messages.begin();
    const long long at = rangeOf(*next).first;
    SendScintilla(SCI_GOTOPOS, static_cast<unsigned long>(at));
    reveal(next->line);
    setFocus();
    const QPoint point(int(SendScintilla(SCI_POINTXFROMPOSITION, 0, long(at))), int(SendScintilla(SCI_POINTYFROMPOSITION, 0, long(at))));
    m_tipPosition = at;
    showTip(point, int(SendScintilla(SCI_TEXTHEIGHT, static_cast<unsigned long>(next->line - 1))));
}

// Not a tool tip: that would go as soon as it covers the mouse pointer.
void SourceEditor::showTip(const QPoint& point, int lineHeight) {
    m_tip->setText(tipAt(point + QPoint(1, lineHeight / 2)));
    m_tip->setFixedWidth(std::min(360, viewport()->width() - 16));
    m_tip->setFixedHeight(m_tip->heightForWidth(m_tip->width()));
    const int x = std::clamp(point.x(), 4, std::max(4, viewport()->width() - m_tip->width() - 4));
    const int below = point.y() + lineHeight + 2, above = point.y() - m_tip->height() - 2;
    m_tip->move(x, below + m_tip->height() <= viewport()->height() || above < 0 ? below : above);
    m_tip->show();
    m_tip->raise();
}

bool SourceEditor::viewportEvent(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QsciScintilla::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const QString tip = tipAt(help->pos());
    if (tip.isEmpty()) QToolTip::hideText();
    else QToolTip::showText(help->globalPos(), tip, viewport());
    return true;
}

void SourceEditor::reveal(int line) {
    if (line <= 0) return;
    const int first = firstVisibleLine(), shown = int(SendScintilla(SCI_LINESONSCREEN));
    const int visible = int(SendScintilla(SCI_VISIBLEFROMDOCLINE, line - 1));
    if (visible >= first + 2 && visible < first + shown - 2) return;
    setFirstVisibleLine(std::max(0, visible - shown / 3));
}

void SourceEditor::resizeEvent(QResizeEvent* event) {
    QsciScintilla::resizeEvent(event);
    reveal(m_currentLine); // what was in view before there was room, or less of it
}

void SourceEditor::changeEvent(QEvent* event) {
    QsciScintilla::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_lexer) setTheme();
}

} // namespace unwind::widgets
