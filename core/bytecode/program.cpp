#include "bytecode/program.h"

namespace unwind::bytecode {

TypeIndex Program::findType(std::string_view name) const
{
    for (size_t i = 0; i < types.size(); ++i) {
        if (types[i].name == name)
            return static_cast<TypeIndex>(i);
    }
    return kNoType;
}

} // namespace unwind::bytecode
