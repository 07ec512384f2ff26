// What the log's ids are called: functions, places, strings, and a whole event in words.
#pragma once

#include "trace/log.h"

#include <QString>

namespace unwind::widgets {

/// "main.worker"; empty for none.
QString functionName(const trace::LogReader& log, FuncId function);
/// "worker.func1": without the package "main", for cards.
QString shortFunctionName(const trace::LogReader& log, FuncId function);
/// "demo.go:15"; empty for none.
QString placeName(const trace::LogReader& log, SourcePos pos);
/// ":15" where the program has one file of its own and the place is in it, else as placeName().
QString shortPlaceName(const trace::LogReader& log, SourcePos pos);
QString fileBaseName(const trace::LogReader& log, FileId file);
QString logString(const trace::LogReader& log, uint64_t id);
/// The arguments of an event as "name=value" pairs, ids resolved.
QString eventArguments(const trace::LogReader& log, const trace::Event& event);

} // namespace unwind::widgets
