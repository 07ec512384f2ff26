// What a program reports of itself (Record events: log lines, counts, spans), indexed once as its log grows: what had been
// reported at any event is then a search away, however long the log is. Texts that may be many stay in the log, by their ids.
#pragma once

#include "trace/log.h"

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace unwind::trace {

class Reports {
public:
    struct Line {
        Seq seq = 0;
        Time time = 0;
        GoId go;
        uint64_t message = 0, attributes = 0; ///< string ids
    };
    struct Counter {
        std::string name;
        std::string labels; ///< a JSON object of strings
        std::vector<std::pair<Seq, uint64_t>> totals; ///< after each count
        /// The last count before event `end` and the total then; (kNoSeq, 0) when there was none.
        std::pair<Seq, uint64_t> before(Seq end) const;
    };
    struct Span {
        Seq seq = 0, endSeq = kNoSeq; ///< kNoSeq: not ended
        Time begin = 0, end = 0;
        GoId go;
        uint64_t number = 0, trace = 0, parent = 0;
        uint64_t name = 0, attributes = 0; ///< string ids; attributes come with the end
        bool failed = false;               ///< among them is "error"
    };

    /// Takes in a Record event of the log; in the order of the log.
    void add(const LogReader& log, const Event& record);
    const std::vector<Line>& lines() const { return m_lines; }
    const std::vector<Counter>& counters() const { return m_counters; } ///< as they were counted first
    const std::vector<Span>& spans() const { return m_spans; }          ///< as they began

private:
    void count(const LogReader& log, const Event& record);
    void beginSpan(const LogReader& log, const Event& record);
    void endSpan(const LogReader& log, const Event& record);

    std::vector<Line> m_lines;
    std::vector<Counter> m_counters;
    std::vector<Span> m_spans;
    std::map<std::pair<std::string, std::string>, size_t> m_counterOf;
    std::map<uint64_t, size_t> m_openSpans; ///< by number
};

} // namespace unwind::trace
