// Messages and the pieces they are made of. Counterpart: types2's errors.go, operand.go, errsupport.go.
#include "lang/types/checkerimpl.h"
#include "lang/types/typewriter.h"

#include "lang/syntax/print.h"

namespace unwind::types {

// Messages that tell of an invalid operand or type follow from an error that was reported already.
void Checker::report(std::string_view code, std::vector<ErrorDesc> lines) {
    const auto follows = [&](std::string_view text) {
        const size_t at = lines[0].message.find(text);
        return at != std::string::npos && at > 0;
    };
    if (!m_program.m_diagnostics.empty() && (follows("invalid operand") || follows("invalid type")))
        return;
    Diagnostic d;
    d.pos = m_env.errpos.isValid() ? m_env.errpos : lines[0].pos;
    d.code = code;
    d.message = (code == "InvalidSyntaxTree" ? "invalid syntax tree: " : "") + lines[0].message;
    for (size_t i = 1; i < lines.size(); ++i) {
        d.message += "\n\t";
        if (lines[i].pos.isValid())
            d.message += placeOf(lines[i].pos) + ": ";
        d.message += lines[i].message;
    }
    m_program.m_diagnostics.push_back(std::move(d));
}

std::string Checker::placeOf(SourcePos pos) const {
    const std::string path = m_program.m_pathOf ? m_program.m_pathOf(pos.file) + ":" : "";
    return fmt::format("{}{}:{}", path, pos.line, pos.column);
}

ErrorDesc Checker::otherDeclaration(const Object* obj) const {
    return {obj->pos(), fmt::format("other declaration of {}", obj->name())};
}

void Checker::unsupported(At at, std::string_view what) { errorf(at, "Unsupported", "{} are not supported yet", what); }

bool Checker::allowVersion(profile::Language since) const {
    return m_pkg->isStd() || m_program.m_rules.language >= since;
}

std::string Checker::requiresVersion(profile::Language since) const {
    return fmt::format("requires {} or later (-lang was set to {}; check go.mod)", profile::languageName(since),
                       profile::languageName(m_program.m_rules.language));
}

void Checker::verifyVersion(At at, profile::Language since, std::string_view what) {
    if (!allowVersion(since))
        errorf(at, "UnsupportedFeature", "{} {}", what, requiresVersion(since));
}

std::string Checker::str(const Type* t) const { return typeString(t, m_pkg); }

std::string Checker::str(const syntax::Expr* e) const { return syntax::exprString(*e); }

namespace {

std::string_view modeString(Mode mode) {
    switch (mode) {
    case Mode::Invalid: return "invalid operand";
    case Mode::NoValue: return "no value";
    case Mode::Builtin: return "built-in";
    case Mode::TypExpr: return "type";
    case Mode::Constant: return "constant";
    case Mode::Variable: return "variable";
    case Mode::MapIndex: return "map index expression";
    case Mode::Value: return "value";
    case Mode::NilValue: return "nil";
    case Mode::CommaOk: return "comma, ok expression";
    }
    return "";
}

bool modeHasType(Mode mode) {
    return mode != Mode::Invalid && mode != Mode::NoValue && mode != Mode::Builtin && mode != Mode::TypExpr;
}

} // namespace

std::string_view compositeKind(const Type* t) {
    switch (t->underlying()->kind()) {
    case Kind::Array: return "array";
    case Kind::Slice: return "slice";
    case Kind::Struct: return "struct";
    case Kind::Pointer: return "pointer";
    case Kind::Signature: return "func";
    case Kind::Interface: return "interface";
    case Kind::Map: return "map";
    case Kind::Chan: return "chan";
    case Kind::Tuple: return "tuple";
    default: return "";
    }
}

std::string Checker::str(const Operand& x) const {
    if (x.isNil()) {
        if (!x.type || !isValid(x.type))
            return "nil (with invalid type)";
        return isUntyped(x.type) ? "nil" : fmt::format("nil (of type {})", str(x.type));
    }
    const std::string text = x.expr ? str(x.expr) : x.isConstant() ? x.val.toString() : "";
    std::string out = text.empty() ? "" : text + " (";
    bool hasType = false;
    if (modeHasType(x.mode) && x.type) {
        if (isUntyped(x.type))
            out += std::string(exactly<Basic>(x.type)->name()) + " ";
        else
            hasType = true;
    }
    out += modeString(x.mode);
    if (x.isConstant()) {
        const std::string value = x.val.toString();
        if (value != text)
            out += " " + value;
    }
    if (hasType && isValid(x.type)) {
        std::string desc;
        if (exactly<Named>(x.type)) {
            desc = compositeKind(x.type);
            if (const auto* b = as<Basic>(x.type))
                desc = b->name();
            desc += " ";
        } else if (const auto* t = exactly<Interface>(x.type); t && t->isAny())
            desc = "interface ";
        out += " of " + desc + "type " + str(x.type);
    } else if (hasType)
        out += " with invalid type";
    return text.empty() ? out : out + ")";
}

std::string Checker::objectString(const Object* obj) const {
    switch (obj->kind()) {
    case ObjectKind::PkgName: return "package " + obj->name();
    case ObjectKind::Const: return "const " + obj->name() + (obj->type() ? " " + str(obj->type()) : "");
    case ObjectKind::TypeName: return "type " + obj->name() + (obj->type() ? " " + str(obj->type()->underlying()) : "");
    case ObjectKind::Var: {
        const auto* v = object<Var>(obj);
        return std::string(v->isField ? "field " : "var ") + obj->name() + (obj->type() ? " " + str(obj->type()) : "");
    }
    case ObjectKind::Func: return "func " + obj->name();
    default: return obj->name();
    }
}

std::string Checker::qualified(const Object* obj) const {
    return obj->pkg() && obj->pkg() != m_pkg ? obj->pkg()->name() + "." + obj->name() : obj->name();
}

std::string Checker::funcString(const Func* f, bool packagePath) const {
    TypeWriter w({.relativeTo = packagePath ? nullptr : m_pkg, .paramNames = false, .packagePath = packagePath});
    w.text = f->name();
    w.signature(f->signature());
    return std::move(w.text);
}

std::string Checker::typesSummary(const std::vector<const Type*>& list, bool variadic, bool hasDots) const {
    std::string out = "(";
    for (size_t i = 0; i < list.size(); ++i) {
        const Type* t = list[i];
        const bool last = i + 1 == list.size();
        std::string s;
        if (!t || !isValid(t))
            s = "unknown type";
        else if (isUntyped(t))
            s = isNumeric(t) ? "number"
                             : std::string(exactly<Basic>(t)->name().substr(std::string_view("untyped ").size()));
        else if (last && variadic)
            s = "..." + str(exactly<Slice>(t) ? exactly<Slice>(t)->elem() : t);
        else
            s = str(t);
        if (last && hasDots)
            s += "...";
        out += (i > 0 ? ", " : "") + s;
    }
    return out + ")";
}

namespace {

enum class Miss : uint8_t { Missing, Misspelled, Unexported, Inaccessible };

Miss missKind(std::string_view sel, const Object* alt, const Package* pkg) {
    if (!alt)
        return Miss::Missing;
    const std::string_view name = alt->name();
    if (alt->pkg() == pkg)
        return Miss::Misspelled;
    if (isExported(sel)) {
        if (isExported(name))
            return Miss::Misspelled;
        return sel.substr(1) == name.substr(1) ? Miss::Unexported : Miss::Missing;
    }
    if (isExported(name))
        return sel.substr(1) == name.substr(1) ? Miss::Misspelled : Miss::Missing;
    return sel == name ? Miss::Inaccessible : Miss::Missing;
}

} // namespace

std::string Checker::lookupError(const Type* type, std::string_view sel, const Object* alt, bool structLit) const {
    const Miss miss = missKind(sel, alt, m_pkg);
    const std::string T = str(type);
    if (structLit) {
        switch (miss) {
        case Miss::Missing: return fmt::format("unknown field {} in struct literal of type {}", sel, T);
        case Miss::Misspelled:
            return fmt::format("unknown field {} in struct literal of type {}, but does have {}", sel, T, alt->name());
        case Miss::Unexported:
            return fmt::format("unknown field {} in struct literal of type {}, but does have unexported {}", sel, T,
                               alt->name());
        case Miss::Inaccessible:
            return fmt::format("cannot refer to unexported field {} in struct literal of type {}", alt->name(), T);
        }
    }
    const std::string_view what = object<Var>(alt) ? "field" : object<Func>(alt) ? "method" : "object";
    switch (miss) {
    case Miss::Missing: return fmt::format("type {} has no field or method {}", T, sel);
    case Miss::Misspelled:
        return fmt::format("type {} has no field or method {}, but does have {} {}", T, sel, what, alt->name());
    case Miss::Unexported:
        return fmt::format("type {} has no field or method {}, but does have unexported {} {}", T, sel, what,
                           alt->name());
    case Miss::Inaccessible: return fmt::format("cannot refer to unexported {} {}", what, alt->name());
    }
    return {};
}

} // namespace unwind::types
