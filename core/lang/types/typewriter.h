// Writes types as text; see typestring.cpp. Counterpart: go/types' typeWriter.
#pragma once

#include "lang/types/object.h"

#include <string>
#include <vector>

namespace unwind::types {

class TypeWriter {
public:
    struct Style {
        const Package* relativeTo = nullptr; ///< names of this package are written without it
        bool paramNames = true;
        bool runtime = false;     ///< as reflect spells types
        bool packagePath = false; ///< packages by path instead of by name
    };
    explicit TypeWriter(Style style) : m_style(style) {}

    void write(const Type* t);
    void signature(const Signature* s); ///< without "func"

    std::string text;

private:
    void typeName(const TypeName* obj);
    void tuple(const Tuple* t, bool variadic);
    void structType(const Struct* s);
    void interfaceType(const Interface* t);
    void chan(const Chan* c);

    Style m_style;
    std::vector<const Type*> m_path; ///< types being written, against endless types
};

/// s as a Go string literal in double quotes.
std::string quotedString(std::string_view s);

} // namespace unwind::types
