// A lesson: one Markdown file with a program, links into the recording of its run, and predictions that are judged by what
// happened in that run. resources/lessons/README.md describes the form. parse() reads the text, reports every mistake with its
// line, and knows nothing of runs; Evidence answers for one run; check() holds a lesson against its own run.
#pragma once

#include "lesson/evidence.h"

#include <variant>

namespace unwind::lesson {

/// Markdown between the special blocks.
struct Text {
    std::string markdown;
};

struct Choice {
    std::string text;
    std::vector<Condition> conditions; ///< all must hold for the choice to be right
    bool reference = false;            ///< the author's answer, written with *
    int line = 0;
};

struct Prediction {
    std::string question;
    std::vector<Choice> choices; ///< two or more, one of them the reference
    std::string because;         ///< said after the run; may be empty
    int line = 0;
};

/// What the article says beside what Go does.
struct ArticleBox {
    std::string section; ///< "2.2"; may be empty
    std::string article, go;
};

struct RunLink {
    std::string profile; ///< unwind:run/PROFILE: the same program under other rules
    int line = 0;
};

using Part = std::variant<Text, Prediction, ArticleBox>;

struct Lesson {
    std::string title;
    std::string demo;    ///< name of a demo, or of a file beside the lesson; empty when the lesson holds its program
    std::string program; ///< the program's text, when the lesson holds it
    std::string profile; ///< empty: what the program asks for, or the default
    std::vector<Part> parts;
    std::vector<Anchor> anchors;
    std::vector<RunLink> runs;
    std::vector<const Prediction*> predictions() const;
};

struct Problem {
    int line = 0;
    std::string sentence;
};

struct Parsed {
    Lesson lesson; ///< what could be read
    std::vector<Problem> problems;
};

Parsed parse(std::string_view text);

/// Whether a choice is what happened.
bool isRight(const Choice& choice, const Evidence& evidence);
/// Holds a lesson against a run of its program: every link leads somewhere, the reference answers hold, all others fail.
std::vector<Problem> check(const Lesson& lesson, const Evidence& evidence);

struct LessonProgram {
    std::string name; ///< "08-goexit-runs-defers.go"
    std::string text;
};
/// The lesson's program: its own, a file in the folder of the lesson, or a demo that Unwind carries. The stem names a program
/// of the lesson's own.
Result<LessonProgram> program(const Lesson& lesson, const std::string& folder, const std::string& stem);

} // namespace unwind::lesson
