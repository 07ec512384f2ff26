// Owner of everything a checked program is made of: types, objects, scopes, function facts. They refer to each
// other freely by plain pointer and die together with the Program. A bump allocator that remembers destructors.
#pragma once

#include <cstddef>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>
#include <vector>

namespace unwind::types {

class Arena {
public:
    Arena() = default;
    Arena(const Arena&) = delete;
    Arena& operator=(const Arena&) = delete;
    ~Arena();

    /// Makes a T that lives as long as the arena.
    template <class T, class... Args> T* make(Args&&... args) {
        T* made = new (allocate(sizeof(T), alignof(T))) T(std::forward<Args>(args)...);
        if constexpr (!std::is_trivially_destructible_v<T>)
            m_destructors.push_back({made, [](void* p) { static_cast<T*>(p)->~T(); }});
        return made;
    }

private:
    struct Destructor {
        void* object;
        void (*destroy)(void*);
    };
    void* allocate(size_t size, size_t alignment);

    std::vector<std::unique_ptr<std::byte[]>> m_blocks;
    std::byte* m_next = nullptr;
    std::byte* m_end = nullptr;
    std::vector<Destructor> m_destructors;
};

} // namespace unwind::types
