#include "lang/types/scope.h"

namespace unwind::types {

namespace {
constexpr size_t kIndexFrom = 12; // below, looking through the list is faster
}

Object* Scope::lookup(std::string_view name) const {
    if (m_index) {
        const auto it = m_index->find(name);
        return it == m_index->end() ? nullptr : it->second;
    }
    for (Object* obj : m_objects) {
        if (obj->name() == name)
            return obj;
    }
    return nullptr;
}

Object* Scope::lookupParent(std::string_view name, SourcePos pos) const {
    for (const Scope* scope = this; scope; scope = scope->m_parent) {
        Object* obj = scope->lookup(name);
        if (obj && (!pos.isValid() || !obj->m_scopePos.isValid() || obj->m_scopePos <= pos))
            return obj;
    }
    return nullptr;
}

Object* Scope::insert(Object* obj) {
    if (Object* other = lookup(obj->name()))
        return other;
    m_objects.push_back(obj);
    if (!obj->m_parent)
        obj->m_parent = this;
    if (m_index)
        m_index->emplace(obj->name(), obj);
    else if (m_objects.size() == kIndexFrom) {
        m_index = std::make_unique<std::unordered_map<std::string_view, Object*>>();
        for (Object* each : m_objects)
            m_index->emplace(each->name(), each);
    }
    return nullptr;
}

} // namespace unwind::types
