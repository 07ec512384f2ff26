// Line by line: front matter, then text, in which fenced blocks named predict, article and "go demo" stand for themselves.
#include "lesson/lesson.h"

#include <algorithm>
#include <fmt/format.h>

namespace unwind::lesson {
namespace {

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r";
    const size_t from = text.find_first_not_of(blanks);
    if (from == text.npos) return {};
    return text.substr(from, text.find_last_not_of(blanks) - from + 1);
}

bool isBlank(std::string_view text) { return trimmed(text).find_first_not_of('\n') == text.npos; }

void appendWords(std::string& text, std::string_view line) {
    if (trimmed(line).empty()) return;
    if (!text.empty()) text += ' ';
    text += trimmed(line);
}

class Parser {
public:
    explicit Parser(std::string_view text) {
        while (!text.empty()) {
            const size_t end = std::min(text.find('\n'), text.size());
            std::string_view line = text.substr(0, end);
            if (line.ends_with('\r')) line.remove_suffix(1);
            m_lines.push_back(line);
            text.remove_prefix(std::min(end + 1, text.size()));
        }
    }

    Parsed run() {
        if (frontMatter()) body();
        finish();
        std::stable_sort(m_out.problems.begin(), m_out.problems.end(), [](const Problem& a, const Problem& b) { return a.line < b.line; });
        return std::move(m_out);
    }

private:
    void problem(size_t index, std::string sentence) { m_out.problems.push_back({int(index) + 1, std::move(sentence)}); }
    std::string_view line(size_t index) const { return m_lines[index]; }

    bool frontMatter() {
        if (m_lines.empty() || trimmed(line(0)) != "---") {
            problem(0, "A lesson begins with a line --- and its title and demo; write those first.");
            return false;
        }
        for (m_at = 1; m_at < m_lines.size(); ++m_at) {
            const std::string_view text = trimmed(line(m_at));
            if (text == "---") {
                ++m_at;
                return true;
            }
            if (!text.empty()) key(text);
        }
        problem(0, "The part between the two lines --- has no end; close it with a second line ---.");
        return false;
    }

    void key(std::string_view text) {
        const size_t colon = text.find(':');
        if (colon == text.npos) return problem(m_at, fmt::format("\"{}\" is not of the form key: value.", text));
        const std::string_view name = trimmed(text.substr(0, colon));
        const std::pair<std::string_view, std::string*> keys[] = {
            {"title", &m_out.lesson.title}, {"demo", &m_out.lesson.demo}, {"profile", &m_out.lesson.profile}};
        for (const auto& [known, value] : keys) {
            if (known != name) continue;
            if (!value->empty()) return problem(m_at, fmt::format("{} is given twice.", name));
            *value = trimmed(text.substr(colon + 1));
            if (value->empty()) problem(m_at, fmt::format("{} has no value.", name));
            return;
        }
        problem(m_at, fmt::format("There is no key \"{}\"; the keys are title, demo and profile.", name));
    }

    void body() {
        while (m_at < m_lines.size()) {
            const std::string_view text = trimmed(line(m_at));
            if (!text.starts_with("```")) {
                links(m_at);
                addText(line(m_at++));
                continue;
            }
            const std::string_view info = trimmed(text.substr(std::min(text.find_first_not_of('`'), text.size())));
            const size_t open = m_at++;
            const size_t end = fenceEnd(open);
            if (info == "predict") prediction(open, end);
            else if (info == "article" || info.starts_with("article ")) article(open, end, trimmed(info.substr(7)));
            else if (info == "go demo") demo(open, end);
            else
                for (size_t i = open; i <= end && i < m_lines.size(); ++i) addText(line(i));
            m_at = end + 1;
        }
        flushText();
    }

    size_t fenceEnd(size_t open) {
        for (size_t i = open + 1; i < m_lines.size(); ++i)
            if (trimmed(line(i)) == "```") return i;
        problem(open, "This block has no end; close it with a line ```.");
        return m_lines.size();
    }

    void addText(std::string_view text) {
        m_text += text;
        m_text += '\n';
    }

    void flushText() {
        if (!isBlank(m_text)) m_out.lesson.parts.push_back(Text{m_text});
        m_text.clear();
    }

    // Every link of the scheme unwind: in a line.
    void links(size_t index) {
        constexpr std::string_view mark = "](unwind:", event = "event/", run = "run/";
        std::string_view text = line(index);
        for (size_t at = text.find(mark); at != text.npos; at = text.find(mark)) {
            text.remove_prefix(at + mark.size());
            const size_t close = text.find(')');
            if (close == text.npos) return problem(index, "A link is not closed with a bracket.");
            const std::string_view target = text.substr(0, close);
            if (target.starts_with(event)) {
                auto anchor = parseAnchor(target.substr(event.size()));
                if (!anchor) problem(index, fmt::format("In the link unwind:{}: {}.", target, anchor.error()));
                else m_out.lesson.anchors.push_back({anchor->pattern, anchor->nth, int(index) + 1});
            } else if (target.starts_with(run) && target.size() > run.size()) {
                m_out.lesson.runs.push_back({std::string(target.substr(run.size())), int(index) + 1});
            } else {
                problem(index, fmt::format("There is no link unwind:{}; write unwind:event/KIND/NUMBER or unwind:run/PROFILE.", target));
            }
        }
    }

    void prediction(size_t open, size_t end) {
        flushText();
        Prediction made;
        made.line = int(open) + 1;
        bool because = false;
        for (size_t i = open + 1; i < end; ++i) {
            links(i);
            const std::string_view text = trimmed(line(i));
            if (text.starts_with("because ")) {
                because = true;
                appendWords(made.because, text.substr(8));
            } else if (because) {
                appendWords(made.because, text);
            } else if (text.starts_with("* ") || text.starts_with("- ")) {
                made.choices.push_back({std::string(trimmed(text.substr(2))), {}, text[0] == '*', int(i) + 1});
            } else if (text.starts_with("when ") || text == "when") {
                when(made, i, text.substr(4));
            } else {
                appendWords(made.choices.empty() ? made.question : made.choices.back().text, text);
            }
        }
        judge(made, open);
        m_out.lesson.parts.push_back(std::move(made));
    }

    void when(Prediction& made, size_t index, std::string_view text) {
        if (made.choices.empty()) return problem(index, "This condition stands before the first choice; a choice begins with * or -.");
        auto condition = parseCondition(text);
        if (!condition) return problem(index, fmt::format("In the condition: {}.", condition.error()));
        condition->line = int(index) + 1;
        made.choices.back().conditions.push_back(std::move(*condition));
    }

    void judge(const Prediction& made, size_t open) {
        if (made.question.empty()) problem(open, "The prediction asks no question; write it above the choices.");
        if (made.choices.size() < 2) problem(open, "A prediction needs two choices or more; a choice begins with * or -.");
        const auto references = std::count_if(made.choices.begin(), made.choices.end(), [](const Choice& c) { return c.reference; });
        if (!made.choices.empty() && references != 1)
            problem(open, fmt::format("One choice begins with *, the answer that is right; here {}.", references ? "several do" : "none does"));
        const bool reported = std::any_of(m_out.problems.begin(), m_out.problems.end(),
                                          [&](const Problem& p) { return p.line > made.line && p.sentence.starts_with("In the condition"); });
        for (const Choice& choice : made.choices)
            if (choice.conditions.empty() && !reported)
                problem(size_t(choice.line) - 1, "Nothing tells when this choice is right; write a line \"when\" with a condition below it.");
    }

    void article(size_t open, size_t end, std::string_view section) {
        flushText();
        ArticleBox box{std::string(section)};
        bool second = false;
        for (size_t i = open + 1; i < end; ++i) {
            links(i);
            if (trimmed(line(i)) == "---") second = true;
            else appendWords(second ? box.go : box.article, line(i));
        }
        if (box.article.empty() || box.go.empty())
            problem(open, "An article block holds what the article says, a line ---, and what Go does.");
        m_out.lesson.parts.push_back(std::move(box));
    }

    void demo(size_t open, size_t end) {
        flushText();
        if (!m_out.lesson.program.empty()) return problem(open, "There is a second program; a lesson has one.");
        if (!m_out.lesson.demo.empty()) problem(open, "The lesson names a demo already; it can not hold a program, too.");
        for (size_t i = open + 1; i < end; ++i) {
            m_out.lesson.program += line(i);
            m_out.lesson.program += '\n';
        }
        if (m_out.lesson.program.empty()) problem(open, "The program is empty.");
    }

    void finish() {
        if (!m_out.problems.empty()) return;
        if (m_out.lesson.title.empty()) problem(0, "The lesson has no title; write title: above the second line ---.");
        if (m_out.lesson.demo.empty() && m_out.lesson.program.empty())
            problem(0, "The lesson has no program; write demo: and a name above the second line ---, or a block ```go demo.");
        if (m_out.lesson.parts.empty()) problem(0, "The lesson has no text.");
    }

    std::vector<std::string_view> m_lines;
    size_t m_at = 0;
    std::string m_text;
    Parsed m_out;
};

} // namespace

Parsed parse(std::string_view text) { return Parser(text).run(); }

} // namespace unwind::lesson
