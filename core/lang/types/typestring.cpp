// Types as text, in the two spellings Go has: the compiler's (parameter names, packages left out when local, "any")
// and the run-time's ("main.T", "interface {}").
#include "lang/types/scope.h"
#include "lang/types/type.h"

#include "lang/types/typewriter.h"

#include <fmt/format.h>

#include <algorithm>

namespace unwind::types {

std::string quotedString(std::string_view s) {
    std::string out = "\"";
    for (char c : s) {
        switch (c) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\n': out += "\\n"; break;
        case '\t': out += "\\t"; break;
        case '\r': out += "\\r"; break;
        case '\a': out += "\\a"; break;
        case '\b': out += "\\b"; break;
        case '\f': out += "\\f"; break;
        case '\v': out += "\\v"; break;
        default:
            if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
                out += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
            else
                out += c;
        }
    }
    return out + "\"";
}

void TypeWriter::typeName(const TypeName* obj) {
    if (obj->pkg() && (m_style.runtime || obj->pkg() != m_style.relativeTo)) {
        // Go's packages of these names import others of the same name, so its messages quote the path to tell them
        // apart.
        const bool ambiguous =
            !m_style.runtime && (obj->pkg()->path() == "sync" || obj->pkg()->path() == "sync/atomic");
        if (ambiguous)
            text += quotedString(obj->pkg()->path());
        else
            text += m_style.packagePath ? obj->pkg()->path() : obj->pkg()->name();
        text += '.';
    }
    text += obj->name();
}

void TypeWriter::tuple(const Tuple* t, bool variadic) {
    text += '(';
    for (size_t i = 0; i < t->size(); ++i) {
        if (i > 0)
            text += ", ";
        const Var* v = t->at(i);
        if (m_style.paramNames && !v->name().empty())
            text += v->name() + " ";
        const Type* type = v->type();
        if (variadic && i + 1 == t->size()) {
            text += "...";
            if (const auto* s = exactly<Slice>(type))
                type = s->elem();
        }
        write(type);
    }
    text += ')';
}

void TypeWriter::signature(const Signature* s) {
    if (!s->params() || !s->results()) {
        text += "()";
        return;
    }
    tuple(s->params(), s->variadic());
    if (s->results()->size() == 0)
        return;
    text += ' ';
    if (s->results()->size() == 1 && (!m_style.paramNames || s->results()->at(0)->name().empty()))
        write(s->results()->at(0)->type());
    else
        tuple(s->results(), false);
}

void TypeWriter::structType(const Struct* s) {
    text += m_style.runtime ? "struct {" : "struct{";
    for (size_t i = 0; i < s->numFields(); ++i) {
        const Var* f = s->field(i);
        text += i > 0 ? "; " : m_style.runtime ? " " : "";
        if (!f->embedded)
            text += f->name() + " ";
        write(f->type());
        if (!s->tag(i).empty())
            text += " " + quotedString(s->tag(i));
    }
    text += m_style.runtime && s->numFields() > 0 ? " }" : "}";
}

void TypeWriter::interfaceType(const Interface* t) {
    if (t->isAny() && !m_style.runtime) {
        text += "any";
        return;
    }
    text += m_style.runtime ? "interface {" : "interface{";
    const auto& methods = m_style.runtime ? t->methods() : t->explicitMethods();
    bool first = true;
    const auto separate = [&] {
        text += !first ? "; " : m_style.runtime ? " " : "";
        first = false;
    };
    for (const Func* m : methods) {
        separate();
        if (m_style.runtime && !m->exported() && m->pkg())
            text += m->pkg()->name() + ".";
        text += m->name();
        signature(m->signature());
    }
    for (size_t i = 0; !m_style.runtime && i < t->numEmbedded(); ++i) {
        separate();
        write(t->embedded(i));
    }
    text += m_style.runtime && !first ? " }" : "}";
}

void TypeWriter::chan(const Chan* c) {
    text += c->dir() == ChanDir::SendRecv ? "chan " : c->dir() == ChanDir::SendOnly ? "chan<- " : "<-chan ";
    const auto* inner = exactly<Chan>(c->elem());
    const bool parens = c->dir() == ChanDir::SendRecv && inner && inner->dir() == ChanDir::RecvOnly;
    text += parens ? "(" : "";
    write(c->elem());
    text += parens ? ")" : "";
}

void TypeWriter::write(const Type* t) {
    if (!t) {
        text += "<nil>";
        return;
    }
    if (std::count(m_path.begin(), m_path.end(), t) > 0) {
        text += "<cycle>";
        return;
    }
    m_path.push_back(t);
    switch (t->kind()) {
    case Kind::Basic: {
        const auto* b = exactly<Basic>(t);
        if (b->basic() == BasicKind::UnsafePointer)
            text += "unsafe.";
        if (m_style.runtime && b->basic() == BasicKind::Uint8)
            text += "uint8";
        else if (m_style.runtime && b->basic() == BasicKind::Int32)
            text += "int32";
        else
            text += b->name();
        break;
    }
    case Kind::Named: typeName(exactly<Named>(t)->obj()); break;
    case Kind::Pointer:
        text += '*';
        write(exactly<Pointer>(t)->base());
        break;
    case Kind::Slice:
        text += "[]";
        write(exactly<Slice>(t)->elem());
        break;
    case Kind::Array:
        text += fmt::format("[{}]", exactly<Array>(t)->length());
        write(exactly<Array>(t)->elem());
        break;
    case Kind::Struct: structType(exactly<Struct>(t)); break;
    case Kind::Tuple: tuple(exactly<Tuple>(t), false); break;
    case Kind::Signature:
        text += "func";
        signature(exactly<Signature>(t));
        break;
    case Kind::Interface: interfaceType(exactly<Interface>(t)); break;
    case Kind::Map:
        text += "map[";
        write(exactly<Map>(t)->key());
        text += ']';
        write(exactly<Map>(t)->elem());
        break;
    case Kind::Chan: chan(exactly<Chan>(t)); break;
    }
    m_path.pop_back();
}

std::string typeString(const Type* t, const Package* relativeTo) {
    TypeWriter w({.relativeTo = relativeTo});
    w.write(t);
    return std::move(w.text);
}

std::string runtimeTypeString(const Type* t) {
    TypeWriter w({.paramNames = false, .runtime = true});
    w.write(t);
    return std::move(w.text);
}

} // namespace unwind::types
