// The truth table of recover as a picture: the article's boundary matrix (§3.3) on top, then a grid of places and situations
// for each state of recovery. Window and exports paint it with the same code; only plain painter calls.
#pragma once

#include "state/recovertable.h"
#include "widgets/common/palette.h"

#include <QCoreApplication>
#include <QString>

class QPainter;

namespace unwind::widgets {

class MatrixWords {
    Q_DECLARE_TR_FUNCTIONS(RecoverTable)

public:
    /// A text of the table's, translated; "goes on: VALUE" keeps its value.
    static QString of(std::string_view english);
};

inline constexpr int kMatrixWidth = 1190;

/// Paints at the origin, kMatrixWidth wide; returns the height used. A null painter only measures.
int paintMatrix(QPainter* painter, const state::RecoverTable& table, const Palette& palette);

} // namespace unwind::widgets
