#include "compare/course.h"

#include "compare/reader.h"

namespace unwind::compare {

const Thread* Course::find(uint64_t key) const {
    const auto it = threadOf.find(key);
    return it == threadOf.end() ? nullptr : &threads[it->second];
}

Course readCourse(const trace::LogReader& log, trace::Detail detail, Seq end) {
    CourseReader reader(log, detail);
    log.forEach(0, end, [&](const trace::Event& event) {
        reader.add(event);
        return true;
    });
    return reader.take();
}

} // namespace unwind::compare
