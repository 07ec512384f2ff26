#include "lang/types/object.h"

#include "lang/types/scope.h"

namespace unwind::types {

namespace {

// Upper-case letters outside ASCII: ranges that Go identifiers meet in practice (Latin, Greek, Cyrillic).
bool isUpper(uint32_t c) {
    if (c < 0x80)
        return c >= 'A' && c <= 'Z';
    if (c >= 0xC0 && c <= 0xDE)
        return c != 0xD7;
    if (c >= 0x100 && c <= 0x17F)
        return (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E) ? (c & 1) == 1 : (c & 1) == 0 && c != 0x138;
    if (c >= 0x391 && c <= 0x3AB)
        return c != 0x3A2;
    return c >= 0x400 && c <= 0x42F;
}

uint32_t firstRune(std::string_view s) {
    if (s.empty())
        return 0;
    const auto byte = [&](size_t i) -> uint32_t { return i < s.size() ? static_cast<unsigned char>(s[i]) & 0x3F : 0; };
    const auto lead = static_cast<unsigned char>(s[0]);
    if (lead < 0x80)
        return lead;
    if (lead < 0xE0)
        return (lead & 0x1Fu) << 6 | byte(1);
    if (lead < 0xF0)
        return (lead & 0x0Fu) << 12 | byte(1) << 6 | byte(2);
    return (lead & 0x07u) << 18 | byte(1) << 12 | byte(2) << 6 | byte(3);
}

} // namespace

bool isExported(std::string_view name) { return isUpper(firstRune(name)); }

bool Object::exported() const { return isExported(m_name); }

bool Object::isPackageLevel() const { return m_pkg && m_parent == &m_pkg->scope(); }

bool Object::lessThan(const Object* a, const Object* b) {
    const bool ax = a->exported(), bx = b->exported();
    if (ax != bx)
        return ax;
    if (a->m_name != b->m_name)
        return a->m_name < b->m_name;
    return !ax && a->m_pkg && b->m_pkg && a->m_pkg->path() < b->m_pkg->path();
}

bool Object::sameId(const Package* pkg, std::string_view name) const {
    if (m_name != name)
        return false;
    return exported() || pkg == m_pkg;
}

std::string Func::fullName() const {
    const std::string prefix = package() ? package()->path() + "." : "";
    if (!signature() || !signature()->recv())
        return prefix + name();
    bool pointer = false;
    const Type* base = deref(signature()->recv()->type(), &pointer);
    const auto* named = exactly<Named>(base);
    const std::string type = named ? named->obj()->name() : typeString(base);
    return prefix + (pointer ? "(*" + type + ")" : type) + "." + name();
}

} // namespace unwind::types
