// What the checks share: the program's facts, and where findings go. One .cpp file holds the checks of one concept.
#pragma once

#include "vet/endings.h"
#include "vet/vet.h"

namespace unwind::vet {

struct Checks {
    const CallGraph& graph;
    Endings& endings;
    const types::Info& info;
    const profile::Profile& profile;
    Diagnostics& found;

    void report(std::string_view code, const syntax::Node& at, std::string message);
};

void checkRecover(Checks& checks);    ///< recoveroutside, deferrecover, helperrecover, nestedrecover
void checkLostCancel(Checks& checks); ///< lostcancel
void checkGoexit(Checks& checks);     ///< maingoexit
void checkExit(Checks& checks);       ///< skippeddefer
void checkTesting(Checks& checks);    ///< testinggoroutine

/// Whether f calls recover itself, by a plain call.
bool callsRecover(const Function& f);

} // namespace unwind::vet
