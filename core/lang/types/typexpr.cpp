// Identifiers and type expressions. Counterpart: types2's typexpr.go.
#include "lang/types/checkerimpl.h"

namespace unwind::types {

using namespace syntax;
using syntax::as;
using ArrayTypeExpr = syntax::ArrayType;
using MapTypeExpr = syntax::MapType;

void Checker::ident(Operand& x, const Ident* e, bool wantType) {
    x.mode = Mode::Invalid;
    x.expr = e;
    Object* obj = lookup(e->name);
    if (!obj) {
        if (e->name == "_")
            errorf(e, "InvalidBlank", "cannot use _ as value or type");
        else
            errorf(e, "UndeclaredName", "undefined: {}", e->name);
        return;
    }
    recordUse(e, obj);
    const bool isType = obj->kind() == ObjectKind::TypeName;
    if (!isType && wantType) {
        errorf(e, "NotAType", "{} is not a type", obj->name());
        if (auto* v = object<Var>(obj))
            markUsed(v);
        return;
    }
    if (obj->m_declInfo && obj->m_pkg != m_pkg)
        resolve(obj);
    else if (!obj->m_type || (isType && wantType && obj->m_pkg == m_pkg))
        objDecl(obj);
    if (const auto dot = m_dotImports.find(obj); dot != m_dotImports.end())
        dot->second->used = true;
    const Type* type = obj->m_type;
    switch (obj->kind()) {
    case ObjectKind::PkgName: errorf(e, "InvalidPkgUse", "use of package {} not in selector", obj->name()); return;
    case ObjectKind::Const:
        addDeclDep(obj);
        if (!isValid(type))
            return;
        if (obj->m_pkg == nullptr && obj->name() == "iota") {
            if (!m_env.iota) {
                errorf(e, "InvalidIota", "cannot use iota outside constant declaration");
                return;
            }
            x.val = constant::Value::ofInt(*m_env.iota);
        } else
            x.val = static_cast<ConstObj*>(obj)->value();
        x.mode = Mode::Constant;
        break;
    case ObjectKind::TypeName:
        if (isComplex(type)) {
            errorf(e, "Unsupported", "type {}: complex numbers are not supported yet", obj->name());
            return;
        }
        if (!isValid(type) && obj->m_declInfo == nullptr)
            return;
        x.mode = Mode::TypExpr;
        break;
    case ObjectKind::Var:
        markUsed(static_cast<Var*>(obj));
        addDeclDep(obj);
        if (!type || !isValid(type))
            return;
        x.mode = Mode::Variable;
        break;
    case ObjectKind::Func:
        addDeclDep(obj);
        if (!isValid(type))
            return;
        x.mode = Mode::Value;
        break;
    case ObjectKind::Builtin:
        x.id = static_cast<Builtin*>(obj)->id();
        x.mode = Mode::Builtin;
        type = invalidType();
        break;
    case ObjectKind::Nil: x.mode = Mode::NilValue; break;
    case ObjectKind::Label: return;
    }
    x.type = type;
}

const Type* Checker::varType(const Expr* e) {
    const Type* type = definedType(e, nullptr);
    validVarType(e, type);
    return type;
}

void Checker::validVarType(const Expr* e, const Type* type) {
    const auto* named = exactly<Named>(type);
    if (!exactly<Interface>(type) &&
        !(named && (!named->m_underlying || named->m_underlying->kind() == Kind::Named || isInterface(named))))
        return;
    later([this, e, type] {
        const auto* t = types::as<Interface>(type);
        if (t && t->isComparable())
            errorf(e, "MisplacedConstraintIface",
                   "cannot use type {} outside a type constraint: interface is (or embeds) comparable", str(type));
    });
}

const Type* Checker::definedType(const Expr* e, TypeName* def) {
    const Type* type = typInternal(e, def);
    recordTypeAndValue(e, Mode::TypExpr, type, nullptr);
    return type;
}

void Checker::setDefType(TypeName* def, const Type* type) {
    if (!def)
        return;
    if (auto* named = const_cast<Named*>(exactly<Named>(def->type())))
        named->m_underlying = type;
}

const Type* Checker::namedTypeExpr(const Expr* e, TypeName* def) {
    Operand x;
    if (const auto* id = dynCast<Ident>(e))
        ident(x, id, true);
    else
        selector(x, static_cast<const SelectorExpr*>(e), def, true);
    switch (x.mode) {
    case Mode::TypExpr: setDefType(def, x.type); return x.type;
    case Mode::Invalid: break;
    case Mode::NoValue: errorf(x, "NotAType", "{} used as type", str(x)); break;
    default: errorf(x, "NotAType", "{} is not a type", str(x));
    }
    setDefType(def, invalidType());
    return invalidType();
}

const Type* Checker::typInternal(const Expr* e, TypeName* def) {
    switch (e->kind) {
    case syntax::Kind::BadExpr: break;
    case syntax::Kind::Ident:
    case syntax::Kind::SelectorExpr: return namedTypeExpr(e, def);
    case syntax::Kind::IndexExpr: {
        const auto& index = as<IndexExpr>(*e);
        Operand x;
        exprOrType(x, index.x);
        if (x.valid() && isValid(x.type))
            errorf(index.x, "NotAGenericType", "{} is not a generic type", str(x.type));
        break;
    }
    case syntax::Kind::ParenExpr: return definedType(as<ParenExpr>(*e).x, def);
    case syntax::Kind::ArrayType: return arrayType(&as<ArrayTypeExpr>(*e), def);
    case syntax::Kind::Ellipsis: errorf(e, "InvalidSyntaxTree", "invalid use of ..."); break;
    case syntax::Kind::StructType: {
        auto* type = make<Struct>();
        setDefType(def, type);
        structType(type, &as<StructType>(*e));
        return type;
    }
    case syntax::Kind::StarExpr: {
        auto* type = make<Pointer>(invalidType());
        setDefType(def, type);
        type->m_base = varType(as<StarExpr>(*e).x);
        if (isValid(type->m_base))
            return type;
        break;
    }
    case syntax::Kind::FuncType: {
        auto* type = make<Signature>();
        type->m_params = type->m_results = make<Tuple>();
        setDefType(def, type);
        funcType(type, nullptr, &as<FuncType>(*e));
        return type;
    }
    case syntax::Kind::InterfaceType: {
        auto* type = make<Interface>();
        setDefType(def, type);
        interfaceType(type, &as<InterfaceType>(*e), def);
        return type;
    }
    case syntax::Kind::MapType: return mapType(&as<MapTypeExpr>(*e), def);
    case syntax::Kind::ChanType: {
        const auto& chan = as<ChanType>(*e);
        auto* type = make<Chan>(static_cast<ChanDir>(chan.dir), invalidType());
        setDefType(def, type);
        type->m_elem = varType(chan.elem);
        return type;
    }
    default: errorf(e, "NotAType", "{} is not a type", str(e)); use(e);
    }
    setDefType(def, invalidType());
    return invalidType();
}

const Type* Checker::arrayType(const ArrayTypeExpr* e, TypeName* def) {
    if (e->isSlice()) {
        auto* type = make<Slice>(invalidType());
        setDefType(def, type);
        type->m_elem = varType(e->elem);
        return type;
    }
    auto* type = make<Array>(invalidType(), 0);
    setDefType(def, type);
    if (dynCast<Ellipsis>(e->len)) {
        errorf(e, "BadDotDotDotSyntax", "invalid use of [...] array (outside a composite literal)");
        type->m_length = -1;
    } else
        type->m_length = arrayLength(e->len);
    type->m_elem = varType(e->elem);
    if (type->m_length >= 0)
        return type;
    setDefType(def, invalidType());
    return invalidType();
}

const Type* Checker::mapType(const MapTypeExpr* e, TypeName* def) {
    auto* type = make<Map>(invalidType(), invalidType());
    setDefType(def, type);
    type->m_key = varType(e->key);
    type->m_elem = varType(e->value);
    later([this, e, type] {
        if (isValid(type->key()) && !comparable(type->key()))
            errorf(e->key, "IncomparableMapKey", "invalid map key type {}", str(type->key()));
    });
    return type;
}

int64_t Checker::arrayLength(const Expr* e) {
    if (const auto* name = dynCast<Ident>(e)) {
        const Object* obj = lookup(name->name);
        if (!obj) {
            errorf(name, "InvalidArrayLen", "undefined array length {} or missing type constraint", name->name);
            return -1;
        }
        if (obj->kind() != ObjectKind::Const) {
            errorf(name, "InvalidArrayLen", "invalid array length {}", name->name);
            return -1;
        }
    }
    Operand x;
    expr(x, e);
    if (!x.isConstant()) {
        if (x.valid())
            errorf(x, "InvalidArrayLen", "array length {} must be constant", str(x));
        return -1;
    }
    if (isUntyped(x.type) || isInteger(x.type)) {
        const auto n = x.val.toInt().int64Val();
        if (n && *n >= 0)
            return *n;
    }
    if (isInteger(x.type))
        errorf(x, "InvalidArrayLen", "invalid array length {}", str(x));
    else
        errorf(x, "InvalidArrayLen", "array length {} must be integer", str(x));
    return -1;
}

} // namespace unwind::types
