// Memory of one syntax tree: nodes, lists and names are bump-allocated and freed together with their File.
// Everything placed here is trivially destructible, so freeing is dropping the blocks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <new>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace unwind::syntax {

/// A fixed sequence living in an Arena; copying it copies the view, not the elements.
template <class T>
class List {
public:
    List() = default;
    List(T* data, uint32_t size) : m_data(data), m_size(size) {}
    uint32_t size() const { return m_size; }
    bool empty() const { return m_size == 0; }
    T& operator[](size_t i) const { return m_data[i]; }
    T& front() const { return m_data[0]; }
    T& back() const { return m_data[m_size - 1]; }
    T* begin() const { return m_data; }
    T* end() const { return m_data + m_size; }

private:
    T* m_data = nullptr;
    uint32_t m_size = 0;
};

class Arena {
public:
    Arena() = default;
    Arena(const Arena&) = delete;
    Arena& operator=(const Arena&) = delete;

    template <class T, class... Args>
    T* make(Args&&... args)
    {
        static_assert(std::is_trivially_destructible_v<T>);
        return new (allocate(sizeof(T), alignof(T))) T{std::forward<Args>(args)...};
    }

    /// Room for `size` elements, to be written at once.
    template <class T>
    T* array(size_t size)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        return static_cast<T*>(allocate(sizeof(T) * size, alignof(T)));
    }

    /// Copies the elements of a temporary vector into the arena.
    template <class T>
    List<T> list(const std::vector<T>& from)
    {
        if (from.empty())
            return {};
        T* to = array<T>(from.size());
        for (size_t i = 0; i < from.size(); ++i)
            to[i] = from[i];
        return {to, static_cast<uint32_t>(from.size())};
    }

    /// Copies text into the arena, followed by a NUL byte; the view lives as long as the arena.
    std::string_view text(std::string_view from)
    {
        char* to = static_cast<char*>(allocate(from.size() + 1, 1));
        std::memcpy(to, from.data(), from.size());
        to[from.size()] = 0;
        return {to, from.size()};
    }

private:
    static constexpr size_t kBlockSize = 64 * 1024;

    void* allocate(size_t size, size_t align)
    {
        size_t at = (m_used + align - 1) & ~(align - 1);
        if (at + size > m_capacity) {
            m_capacity = size > kBlockSize ? size : kBlockSize;
            m_blocks.push_back(std::make_unique_for_overwrite<std::byte[]>(m_capacity));
            at = 0;
        }
        m_used = at + size;
        return m_blocks.back().get() + at;
    }

    std::vector<std::unique_ptr<std::byte[]>> m_blocks;
    size_t m_used = 0;
    size_t m_capacity = 0;
};

} // namespace unwind::syntax
