// The program that fills the truth table of recover, and what a run of it told.
#pragma once

#include "app/window/session.h"
#include "state/recovertable.h"

namespace unwind::app {

Program recoverTableProgram();
/// Reads the table off a recording of that program; the error is a sentence.
Result<state::RecoverTable> recoverTableOf(const widgets::Cursor& cursor);

} // namespace unwind::app
