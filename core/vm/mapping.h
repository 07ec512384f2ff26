// Memory at addresses that are the same in every run, so that printed pointers, and with them recordings, repeat exactly.
// The heap lies where Go puts its arenas, the program's data and strings low, as in a linked Go binary. Under AddressSanitizer
// those places belong to its shadow, so others are taken; if a place is in use the system chooses one.
#pragma once

#include <cstddef>
#include <cstdint>

namespace unwind::vm {

/// A range of zeroed pages, given back when the object dies.
class Mapping {
public:
    Mapping() = default;
    Mapping(uintptr_t wanted, size_t size);
    ~Mapping();
    Mapping(const Mapping&) = delete;
    Mapping& operator=(const Mapping&) = delete;
    Mapping(Mapping&& other) noexcept { swap(other); }
    Mapping& operator=(Mapping&& other) noexcept {
        swap(other);
        return *this;
    }
    char* base() const { return m_base; }
    size_t size() const { return m_size; }
    explicit operator bool() const { return m_base != nullptr; }

private:
    void swap(Mapping& other) noexcept;
    char* m_base = nullptr;
    size_t m_size = 0;
};

extern const uintptr_t kHeapBase;
extern const uintptr_t kDataBase;

} // namespace unwind::vm
