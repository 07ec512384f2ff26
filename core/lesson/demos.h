// The demos (resources/demos), embedded in the program, so that a lesson anywhere on the disk can name one.
#pragma once

#include <span>
#include <string_view>

namespace unwind::lesson {

struct EmbeddedDemo {
    std::string_view path; ///< "08-goexit-runs-defers.go", "article/…"
    std::string_view text;
};

std::span<const EmbeddedDemo> allDemos();

} // namespace unwind::lesson
