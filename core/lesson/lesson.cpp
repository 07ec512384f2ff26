#include "lesson/lesson.h"

#include "lesson/demos.h"

#include <algorithm>
#include <fmt/format.h>
#include <fstream>
#include <iterator>

namespace unwind::lesson {

std::vector<const Prediction*> Lesson::predictions() const {
    std::vector<const Prediction*> list;
    for (const Part& part : parts)
        if (const auto* prediction = std::get_if<Prediction>(&part)) list.push_back(prediction);
    return list;
}

bool isRight(const Choice& choice, const Evidence& evidence) {
    return std::all_of(choice.conditions.begin(), choice.conditions.end(), [&](const Condition& c) { return evidence.holds(c); });
}

std::vector<Problem> check(const Lesson& lesson, const Evidence& evidence) {
    std::vector<Problem> problems;
    for (const Anchor& anchor : lesson.anchors) {
        if (evidence.find(anchor.pattern, anchor.nth)) continue;
        problems.push_back({anchor.line, fmt::format("The link leads to {} number {}, but the run has {} of them.",
                                                     trace::kindName(anchor.pattern.kind), anchor.nth, evidence.count(anchor.pattern))});
    }
    for (const Prediction* prediction : lesson.predictions()) {
        for (const Choice& choice : prediction->choices) {
            const bool right = isRight(choice, evidence);
            if (choice.reference && !right) {
                for (const Condition& c : choice.conditions)
                    if (!evidence.holds(c)) problems.push_back({c.line, "This condition of the right answer does not hold in the run."});
            } else if (!choice.reference && right) {
                problems.push_back({choice.line, "This answer counts as wrong, but what it says holds in the run."});
            }
        }
    }
    return problems;
}

Result<LessonProgram> program(const Lesson& lesson, const std::string& folder, const std::string& stem) {
    if (!lesson.program.empty()) return LessonProgram{stem + ".go", lesson.program};
    const std::string name = lesson.demo.substr(lesson.demo.rfind('/') + 1);
    if (!folder.empty()) {
        std::ifstream file(folder + "/" + lesson.demo, std::ios::binary);
        if (file) return LessonProgram{name, {std::istreambuf_iterator<char>(file), {}}};
    }
    for (const EmbeddedDemo& demo : allDemos())
        if (demo.path == lesson.demo) return LessonProgram{name, std::string(demo.text)};
    return Error{fmt::format("There is no demo {}: neither beside the lesson, nor among those that Unwind carries.", lesson.demo)};
}

} // namespace unwind::lesson
