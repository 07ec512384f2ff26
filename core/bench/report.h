// A measurement as a table for people and as JSON for programs; the window's chart shows the JSON's figures.
#pragma once

#include "bench/interception.h"

#include <string>

namespace unwind::bench {

std::string interceptionTable(const InterceptionResult& result);
std::string interceptionJson(const InterceptionResult& result);

} // namespace unwind::bench
