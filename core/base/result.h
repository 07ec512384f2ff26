// Faults of the outside world (a file that can not be read, a damaged recording, a dead engine) as values.
// The error is one sentence for the person: what happened and what to do.
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace unwind {

struct Error {
    std::string message;
};

template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}
    explicit operator bool() const { return m_state.index() == 0; }
    T& value() { return std::get<0>(m_state); }
    const T& value() const { return std::get<0>(m_state); }
    T& operator*() { return value(); }
    const T& operator*() const { return value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }
    const std::string& error() const { return std::get<1>(m_state).message; }

private:
    std::variant<T, Error> m_state;
};

/// Result of an action that yields nothing.
using Status = Result<std::monostate>;
inline Status ok() { return std::monostate{}; }

} // namespace unwind
