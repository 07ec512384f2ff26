// Ids as types: a goroutine's number can not be passed where a processor's is meant.
// An id is only a number; what it names is looked up where the object lives. 0 means "none" for all
// but ProcId and Seq, whose first valid value is 0; their "none" is -1 and kNoSeq.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace unwind {

template <class Tag, class Rep>
struct Id {
    Rep value{};
    constexpr Id() = default;
    constexpr explicit Id(Rep v) : value(v) {}
    constexpr explicit operator bool() const { return value != Rep{}; }
    friend constexpr auto operator<=>(Id, Id) = default;
};

using GoId = Id<struct GoIdTag, uint64_t>;       ///< goroutine, Go's numbering: main is 1
using ProcId = Id<struct ProcIdTag, int32_t>;    ///< processor (P); -1 is none
using MachineId = Id<struct MachineIdTag, int32_t>; ///< machine (M, a thread of the simulated host); -1 is none
using DeferId = Id<struct DeferIdTag, uint64_t>; ///< one execution of a defer statement
using PanicId = Id<struct PanicIdTag, uint64_t>; ///< one call of panic, run-time panic or Goexit (a record on the chain)
using FuncId = Id<struct FuncIdTag, uint32_t>;   ///< index + 1 into the program's function table
using FileId = Id<struct FileIdTag, uint32_t>;   ///< index + 1 into the program's file table

/// Position in a log: the number of the event, from 0, totally ordered, the same in every view and file.
using Seq = uint64_t;
inline constexpr Seq kNoSeq = ~Seq{0};

/// Virtual time since the program's start, in nanoseconds.
using Time = int64_t;

inline constexpr ProcId kNoProc{-1};
inline constexpr MachineId kNoMachine{-1};

} // namespace unwind

template <class Tag, class Rep>
struct std::hash<unwind::Id<Tag, Rep>> {
    size_t operator()(unwind::Id<Tag, Rep> id) const noexcept { return std::hash<Rep>{}(id.value); }
};
