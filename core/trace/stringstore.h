// The reader's string table: id → text. Ids ascend; strings of the head stay, those of the ring may be dropped from the
// front when the writer has overwritten them.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace unwind::trace {

class StringStore {
public:
    /// Adds the string with this id; ids before it that were never added are unknown. keep: never dropped.
    void add(uint64_t id, std::string text, bool keep);
    /// Forgets strings that are not kept, below this id.
    void dropBefore(uint64_t id);
    std::string_view view(uint64_t id) const;
    /// Calls f(id, text) in ascending order.
    template <class F>
    void forEach(F&& f) const {
        for (size_t i = 0; i < m_kept.size(); ++i) f(uint64_t(i + 1), std::string_view(m_kept[i]));
        for (size_t i = 0; i < m_ring.size(); ++i) f(m_ringFirst + i, std::string_view(m_ring[i]));
    }

private:
    std::deque<std::string> m_kept; ///< ids 1 …
    std::deque<std::string> m_ring; ///< ids m_ringFirst …
    uint64_t m_ringFirst = 0;
};

} // namespace unwind::trace
