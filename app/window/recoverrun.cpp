#include "app/window/recoverrun.h"

namespace unwind::app {

Program recoverTableProgram() {
    return {QStringLiteral("recover.go"), {}, QString::fromStdString(state::recoverTableSource()), false};
}

Result<state::RecoverTable> recoverTableOf(const widgets::Cursor& cursor) {
    std::string output;
    cursor.recording()->read([&](const state::History& history) {
        for (const state::OutputSpan& span : history.output())
            if (span.fd == 1) output += cursor.log()->string(span.text);
    });
    return state::RecoverTable::parse(output);
}

} // namespace unwind::app
