// The log's header as JSON text, in live logs and in .unwind files alike. Same header, same bytes.
#pragma once

#include "trace/log.h"

namespace unwind::trace {

std::string toJson(const Header& header);
/// The error is a clause ("its header is not readable"), for the caller's sentence.
Result<Header> headerFromJson(std::string_view text);

} // namespace unwind::trace
