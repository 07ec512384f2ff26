#include "widgets/matrix/matrixpicture.h"

#include "widgets/common/paint.h"
#include "widgets/common/text.h"

#include <QPainter>
#include <optional>

namespace unwind::widgets {

namespace {

constexpr int kLabel = 224, kGap = 4, kRow = 38, kHeaderRow = 38;

/// What a cell's first line says, as a colour; nil has none.
std::optional<Token> tokenFor(const std::string& got) {
    if (got == "raises an error") return Token::Panicking;
    if (got.find("Goexit") != std::string::npos) return Token::Goexit;
    if (got.starts_with("the ") && got.ends_with(" panic")) return Token::Recovered;
    return {};
}

class Sheet {
public:
    Sheet(QPainter* painter, const Palette& palette) : m_painter(painter), m_palette(palette) {}

    int height() const { return m_y; }
    void space(int height) { m_y += height; }

    void heading(const QString& text) {
        put({0, double(m_y), kMatrixWidth, 24}, text, uiFont(14, QFont::DemiBold), m_palette.text);
        m_y += 24;
    }
    void header(const QString& corner, const QStringList& columns) {
        put({0, double(m_y), kLabel - 8, kHeaderRow - 4}, corner, uiFont(11), m_palette.secondary, Qt::AlignBottom);
        for (qsizetype i = 0; i < columns.size(); ++i)
            put(place(columns.size(), i, kHeaderRow - 4), columns[i], uiFont(11), m_palette.secondary, Qt::AlignBottom);
        m_y += kHeaderRow;
    }
    void label(const QString& text) { put({0, double(m_y), kLabel - 8, kRow}, text, uiFont(12), m_palette.text); }
    /// first: what recover gave, on its colour; second: what followed.
    void cell(qsizetype columns, qsizetype column, const QString& first, const QString& second, std::optional<Token> token) {
        const QRectF rect = place(columns, column, kRow);
        if (m_painter) paintCard(*m_painter, rect, m_palette.card, token ? m_palette.fill(*token) : m_palette.line);
        if (m_painter && token) fillToken(*m_painter, QRectF(rect.left() + 1, rect.top() + 1, 5, rect.height() - 2), *token, m_palette, 1);
        const QRectF inner = rect.adjusted(13, 3, -2, -3);
        const QRectF upper(inner.left(), inner.top(), inner.width(), second.isEmpty() ? inner.height() : inner.height() / 2);
        put(upper, first, uiFont(12, QFont::DemiBold), token ? m_palette.ink(*token) : m_palette.text);
        put(QRectF(inner.left(), inner.center().y(), inner.width(), inner.height() / 2), second, uiFont(11), m_palette.secondary);
    }
    void nextRow() { m_y += kRow + kGap; }

private:
    QRectF place(qsizetype columns, qsizetype column, int height) const {
        const double width = double(kMatrixWidth - kLabel) / double(columns);
        return {kLabel + width * double(column), double(m_y), width - kGap, double(height)};
    }
    void put(const QRectF& rect, const QString& text, const QFont& font, const QColor& colour, Qt::Alignment vertical = Qt::AlignVCenter) {
        if (!m_painter || text.isEmpty()) return;
        m_painter->setFont(font);
        m_painter->setPen(colour);
        m_painter->drawText(rect, int(vertical | Qt::AlignLeft) | Qt::TextWordWrap, text);
    }

    QPainter* m_painter;
    const Palette& m_palette;
    int m_y = 0;
};

QString article(std::string_view says) {
    return says.empty() ? QString() : MatrixWords::tr("the article: %1").arg(MatrixWords::of(says));
}

void paintBoundaries(Sheet& sheet, const state::RecoverTable& table) {
    sheet.heading(MatrixWords::tr("The boundary matrix of the article, §3.3, as it runs here"));
    sheet.header({}, {MatrixWords::tr("panic and recover"), MatrixWords::tr("Goexit and recover")});
    for (const state::BoundaryRow& row : boundaryMatrix(table)) {
        sheet.label(MatrixWords::of(row.question));
        sheet.cell(2, 0, MatrixWords::of(row.panic), article(row.articlePanic), tokenFor(row.panic));
        sheet.cell(2, 1, MatrixWords::of(row.goexit), article(row.articleGoexit), tokenFor(row.goexit));
        sheet.nextRow();
    }
}

void paintLayer(Sheet& sheet, const state::RecoverTable& table, size_t already) {
    sheet.heading(MatrixWords::of(state::recoverAlready()[already].label));
    QStringList columns;
    for (const state::RecoverAxis& progress : state::recoverProgress()) columns << MatrixWords::of(progress.label);
    sheet.header(MatrixWords::tr("↓ where it is called   → what is in progress"), columns);
    for (size_t place = 0; place < state::recoverPlaces().size(); ++place) {
        if (!table.cell(place, 0, already)) continue;
        sheet.label(MatrixWords::of(state::recoverPlaces()[place].label));
        for (size_t progress = 0; progress < state::recoverProgress().size(); ++progress) {
            const state::RecoverCell& cell = *table.cell(place, progress, already);
            sheet.cell(columns.size(), qsizetype(progress), MatrixWords::of(cell.got), MatrixWords::of(cell.end), tokenFor(cell.got));
        }
        sheet.nextRow();
    }
}

} // namespace

QString MatrixWords::of(std::string_view english) {
    constexpr std::string_view goesOn = "goes on: ";
    if (english.starts_with(goesOn)) {
        std::string_view value = english.substr(goesOn.size());
        if (value.starts_with("runtime.")) value.remove_prefix(8); // a cell is narrow
        return tr("goes on: %1").arg(of(value));
    }
    return english.empty() ? QString() : QCoreApplication::translate("RecoverTable", std::string(english).c_str());
}

int paintMatrix(QPainter* painter, const state::RecoverTable& table, const Palette& palette) {
    Sheet sheet(painter, palette);
    paintBoundaries(sheet, table);
    for (size_t already = 0; already < state::recoverAlready().size(); ++already) {
        sheet.space(16);
        paintLayer(sheet, table, already);
    }
    return sheet.height();
}

} // namespace unwind::widgets
