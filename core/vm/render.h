// Go values as text and as trees, by their types: arguments of deferred calls and values of panics in events, variables in a
// debugger. Reads the Go heap, never changes it, follows no pointer that does not lead into it.
#pragma once

#include "vm/types.h"

#include <string>
#include <vector>

namespace unwind::vm {

struct RenderLimits {
    size_t length = 80;   ///< characters of the whole text, about
    int depth = 3;        ///< nesting of composites
    size_t elements = 8;  ///< of a slice, array or map
};

/// A value with a name, where it lies, and whether there is something below it. Valid while the program is paused.
struct Variable {
    std::string name;
    std::string type;
    std::string value;
    TypeIndex typeIndex = bytecode::kNoType;
    const void* memory = nullptr; ///< its memory image
    bool hasChildren = false;
};

class Maps;

class Renderer {
public:
    Renderer(const Types& types, const Heap& heap, const Maps& maps, const void* data, size_t dataSize);

    /// "db", 3, 0xc000012345, main.T{a:1, b:"x"}, []int{1, 2, …}, <nil>: short Go syntax.
    std::string text(TypeIndex type, const void* memory, const RenderLimits& limits = {}) const;
    /// Arguments in slots, in a row, as they stand in a call of a function of this type: "1, \"db\"".
    std::string arguments(const bytecode::Type& signature, const uint64_t* slots) const;
    Variable variable(std::string name, TypeIndex type, const void* memory) const;
    std::vector<Variable> children(const Variable& parent) const;

private:
    void value(std::string& out, TypeIndex type, const void* memory, const RenderLimits& limits, int depth) const;
    void composite(std::string& out, TypeIndex type, const void* memory, const RenderLimits& limits, int depth) const;
    void sequence(std::string& out, const RtType& elem, const char* data, int64_t length, const RenderLimits& limits,
                  int depth) const;
    void mapEntries(std::string& out, const RtType& t, const void* map, const RenderLimits& limits, int depth) const;
    bool readable(const void* memory, size_t size) const;

    const Types& m_types;
    const Heap& m_heap;
    const Maps& m_maps;
    const char* m_data;
    size_t m_dataSize;
};

/// Go's %q of a string, cut after so many bytes.
std::string quoted(std::string_view text, size_t limit);

} // namespace unwind::vm
