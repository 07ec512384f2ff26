// The truth table of recover: where it is called × what is in progress × whether it was recovered already. A generated Go
// program runs every combination in a goroutine of its own and prints a line for each; the same program runs under real Go.
// The article's boundary matrix (§3.3) is read off two of the cells.
#pragma once

#include "base/result.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace unwind::state {

/// A row, column or layer of the table.
struct RecoverAxis {
    std::string_view key;   ///< in the program's output
    std::string_view label; ///< for people
};
std::span<const RecoverAxis> recoverPlaces();
std::span<const RecoverAxis> recoverProgress();
std::span<const RecoverAxis> recoverAlready();

/// The Go program; the same text for every profile.
std::string recoverTableSource();

/// One combination, as the program told it.
struct RecoverCell {
    std::string got;   ///< what recover returned: "nil", the panic's value, a type; or "not called", "raises an error", "no result"
    std::string end;   ///< what followed: "returns", "exits" (by Goexit), "goes on: VALUE" (to the caller)
    bool past = false; ///< what stands behind the panic or Goexit ran
    bool operator==(const RecoverCell&) const = default;
};

class RecoverTable {
public:
    /// Reads the program's standard output. The error tells of a line that is none of the table's, or of missing ones.
    static Result<RecoverTable> parse(std::string_view output);
    /// Null where the combination makes no sense.
    const RecoverCell* cell(size_t place, size_t progress, size_t already) const;

private:
    std::vector<RecoverCell> m_cells;
};

/// One line of the article's matrix: what ran, beside what the article says.
struct BoundaryRow {
    std::string_view question;
    std::string panic, goexit;             ///< as it ran
    std::string_view articlePanic, articleGoexit;
};
std::vector<BoundaryRow> boundaryMatrix(const RecoverTable& table);

/// The table as text: a block for each layer, a line for each place.
std::string recoverTableText(const RecoverTable& table);

} // namespace unwind::state
