// Inside course only: which events are steps of the program, and what they say when ids are put aside.
#pragma once

#include "compare/course.h"

#include <unordered_map>
#include <unordered_set>

namespace unwind::compare {

class CourseReader {
public:
    CourseReader(const trace::LogReader& log, trace::Detail detail);
    void add(const trace::Event& event);
    Course take();

private:
    /// What is known of a goroutine while its events go by.
    struct Life {
        uint64_t key = 0;
        size_t thread = 0;
        uint64_t created = 0;              ///< goroutines it has made
        uint64_t channels = 0;             ///< channels it has made
        std::vector<bool> stdFrames;       ///< whether each frame is the library's
        std::unordered_map<uint64_t, uint64_t> defers, panics; ///< id → order within the goroutine
        std::unordered_set<uint64_t> libraryDefers;
        bool destroyed = false;
    };

    Life& life(GoId go);
    void create(GoId go, GoId parent);
    bool isStep(const trace::Event& event, Life& life);
    bool libraryFrame(const Life& life, uint64_t depth) const;
    void follow(const trace::Event& event, Life& life);
    void count(const trace::Event& event, bool isStep);
    uint64_t asItStands(const trace::Event& event);
    uint64_t asStep(const trace::Event& event, Life& life);
    uint64_t text(uint64_t id);
    uint64_t function(uint64_t id);
    uint64_t position(uint64_t packed);
    uint64_t file(FileId id);

    const trace::LogReader& m_log;
    trace::Detail m_detail;
    Course m_course;
    std::unordered_map<GoId, Life> m_lives;
    std::unordered_map<uint64_t, uint64_t> m_channels; ///< id → maker and order
    std::unordered_map<uint64_t, uint64_t> m_texts, m_functions, m_files;
};

} // namespace unwind::compare
