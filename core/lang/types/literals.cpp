// Basic, function and composite literals. Counterpart: types2's literals.go.
#include "lang/types/checkerimpl.h"

#include "lang/syntax/literal.h"

#include <algorithm>
#include <set>

namespace unwind::types {

using namespace syntax;
using syntax::as;

void Checker::basicLit(Operand& x, const BasicLit* e) {
    if (e->bad)
        return;
    constexpr size_t kLimit = 10000;
    const bool number = e->lit == LitKind::Int || e->lit == LitKind::Float || e->lit == LitKind::Imag;
    if (number && e->text.size() > kLimit) {
        errorf(e, "InvalidConstVal", "excessively long constant: {}... ({} chars)", e->text.substr(0, 10),
               e->text.size());
        return;
    }
    switch (e->lit) {
    case LitKind::Int:
        x.val = constant::Value::intLiteral(e->text);
        x.type = basic(BasicKind::UntypedInt);
        break;
    case LitKind::Float:
        x.val = constant::Value::floatLiteral(e->text);
        x.type = basic(BasicKind::UntypedFloat);
        break;
    case LitKind::Imag:
        errorf(e, "Unsupported", "imaginary literal {}: complex numbers are not supported yet", e->text);
        return;
    case LitKind::Rune:
        x.val = constant::Value::ofInt(static_cast<int64_t>(runeValue(*e)));
        x.type = basic(BasicKind::UntypedRune);
        break;
    case LitKind::String:
        x.val = constant::Value::ofString(stringValue(*e));
        x.type = basic(BasicKind::UntypedString);
        break;
    }
    if (!x.val.known()) {
        errorf(e, "InvalidConstVal", "malformed constant: {}", e->text);
        return;
    }
    x.mode = Mode::Constant;
    x.expr = e;
    overflow(x, e->start);
}

void Checker::funcLit(Operand& x, const FuncLit* e) {
    const auto* sig = exactly<Signature>(typ(e->type));
    if (!sig)
        return;
    auto* info = make<FuncInfo>();
    info->node = e;
    info->outer = m_env.func;
    if (m_env.func)
        m_env.func->literals.push_back(info);
    recordLink(e, info);
    if (e->body) {
        later([this, e, info, sig, decl = m_env.decl, iota = m_env.iota, scope = m_env.scope] {
            Environment saved = std::exchange(m_env, Environment{});
            m_env.scope = scope;
            funcBody(info, decl, sig, e->body, iota);
            m_env = std::move(saved);
        });
    }
    x.mode = Mode::Value;
    x.type = sig;
}

void Checker::compositeLit(Operand& x, const CompositeLit* e, const Type* hint) {
    const Type* type = invalidType();
    const Type* base = type;
    bool isElem = false;
    if (e->type) {
        const auto* array = dynCast<syntax::ArrayType>(e->type);
        if (array && array->len && dynCast<Ellipsis>(array->len))
            type = make<Array>(varType(array->elem), -1);
        else
            type = typ(e->type);
        base = type;
    } else if (hint) {
        type = hint;
        base = deref(hint->underlying());
        if (!exactly<Pointer>(hint->underlying()))
            base = hint;
        isElem = true;
    } else
        errorf(e, "UntypedLit", "missing type in composite literal");

    const Type* u = base->underlying();
    if (const auto* s = exactly<Struct>(u))
        structLit(x, e, s, base);
    else if (const auto* a = exactly<Array>(u)) {
        const int64_t n = indexedElts(e->elts, a->elem(), a->length());
        if (a->length() < 0) {
            const_cast<Array*>(a)->m_length = n;
            if (e->type)
                recordTypeAndValue(e->type, Mode::TypExpr, a, nullptr);
        }
    } else if (const auto* s = exactly<Slice>(u))
        indexedElts(e->elts, s->elem(), -1);
    else if (const auto* m = exactly<Map>(u))
        mapLit(x, e, m);
    else {
        useAll(e->elts);
        if (isValid(u)) {
            errorf(e, "InvalidLit", "invalid composite literal{} type {}", isElem ? " element" : "", str(type));
            x.mode = Mode::Invalid;
            return;
        }
    }
    x.mode = Mode::Value;
    x.type = type;
}

void Checker::structLit(Operand& x, const CompositeLit* e, const Struct* s, const Type* base) {
    if (e->elts.empty())
        return;
    if (dynCast<KeyValueExpr>(e->elts[0])) {
        keyedStructLit(x, e, s, base);
        return;
    }
    for (size_t i = 0; i < e->elts.size(); ++i) {
        const Expr* elt = e->elts[i];
        if (dynCast<KeyValueExpr>(elt)) {
            errorf(elt, "MixedStructLit", "mixture of field:value and value elements in struct literal");
            continue;
        }
        expr(x, elt);
        if (i >= s->numFields()) {
            errorf(x, "InvalidStructLit", "too many values in struct literal of type {}", str(base));
            break;
        }
        const Var* f = s->field(i);
        if (!f->exported() && f->pkg() != m_pkg) {
            errorf(x, "UnexportedLitField", "implicit assignment to unexported field {} in struct literal of type {}",
                   f->name(), str(base));
            continue;
        }
        assignment(x, f->type(), "struct literal");
    }
    if (e->elts.size() < s->numFields())
        errorf(e->rbrace, "InvalidStructLit", "too few values in struct literal of type {}", str(base));
}

void Checker::keyedStructLit(Operand& x, const CompositeLit* e, const Struct* s, const Type* base) {
    std::vector<bool> visited(s->numFields());
    for (const Expr* elt : e->elts) {
        const auto* kv = dynCast<KeyValueExpr>(elt);
        if (!kv) {
            errorf(elt, "MixedStructLit", "mixture of field:value and value elements in struct literal");
            continue;
        }
        const auto* key = dynCast<Ident>(kv->key);
        expr(x, kv->value);
        if (!key) {
            errorf(kv, "InvalidLitField", "invalid field name {} in struct literal", str(kv->key));
            continue;
        }
        const auto& fields = s->fields();
        auto at = std::find_if(fields.begin(), fields.end(), [&](const Var* f) { return f->sameId(m_pkg, key->name); });
        if (at == fields.end() || key->name == "_") {
            const auto equal = [](char a, char b) {
                return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
            };
            at = std::find_if(fields.begin(), fields.end(), [&](const Var* f) {
                return std::equal(f->name().begin(), f->name().end(), key->name.begin(), key->name.end(), equal);
            });
            errorf(kv->key, "MissingLitField", "{}",
                   lookupError(base, key->name, at == fields.end() || key->name == "_" ? nullptr : *at, true));
            continue;
        }
        if (const std::string added = laterRelease(**at, base); !added.empty()) {
            errorf(kv->key, "MissingLitField", "{}{}", lookupError(base, key->name, nullptr, true), added);
            continue;
        }
        recordUse(key, *at);
        assignment(x, (*at)->type(), "struct literal");
        const auto i = static_cast<size_t>(at - fields.begin());
        if (visited[i])
            errorf(kv, "DuplicateLitField", "duplicate field name {} in struct literal", key->name);
        visited[i] = true;
    }
}

namespace {

// Constants of different kinds but equal value have the same text.
std::string keyText(const constant::Value& v) {
    const constant::Value i = v.toInt();
    return fmt::format("{}:{}",
                       v.kind() == constant::Kind::String ? 's'
                       : v.kind() == constant::Kind::Bool ? 'b'
                                                          : 'n',
                       v.kind() == constant::Kind::String ? v.stringVal() : (i.known() ? i : v).exactString());
}

} // namespace

void Checker::mapLit(Operand& x, const CompositeLit* e, const Map* m) {
    const bool keyIsInterface = isInterface(m->key());
    std::unordered_map<std::string, std::vector<const Type*>> visited;
    for (const Expr* elt : e->elts) {
        const auto* kv = dynCast<KeyValueExpr>(elt);
        if (!kv) {
            errorf(elt, "MissingLitKey", "missing key in map literal");
            continue;
        }
        exprWithHint(x, kv->key, m->key());
        assignment(x, m->key(), "map literal");
        if (!x.valid())
            continue;
        if (x.isConstant()) {
            auto& types = visited[keyText(x.val)];
            const bool duplicate = keyIsInterface ? std::any_of(types.begin(), types.end(),
                                                                [&](const Type* t) { return identical(t, x.type); })
                                                  : !types.empty();
            types.push_back(x.type);
            if (duplicate) {
                errorf(x, "DuplicateLitKey", "duplicate key {} in map literal", x.val.toString());
                continue;
            }
        }
        exprWithHint(x, kv->value, m->elem());
        assignment(x, m->elem(), "map literal");
    }
}

// Checks the elements of an array or slice literal and returns its length. length < 0: not limited.
int64_t Checker::indexedElts(const List<Expr*>& elts, const Type* elem, int64_t length) {
    std::unordered_set<int64_t> visited;
    bool keyed = false;
    int64_t at = 0, max = 0;
    for (const Expr* elt : elts) {
        bool validIndex = false;
        const Expr* value = elt;
        if (const auto* kv = dynCast<KeyValueExpr>(elt)) {
            if (!keyed) {
                for (int64_t i = 0; i < at; ++i)
                    visited.insert(i);
            }
            keyed = true;
            const auto [type, i] = index(kv->key, length);
            if (isValid(type)) {
                if (i >= 0) {
                    at = i;
                    validIndex = true;
                } else
                    errorf(elt, "InvalidLitIndex", "index {} must be integer constant", str(kv->key));
            }
            value = kv->value;
        } else if (length >= 0 && at >= length)
            errorf(elt, "OversizeArrayLit", "index {} is out of bounds (>= {})", at, length);
        else
            validIndex = true;
        if (validIndex && keyed && !visited.insert(at).second)
            errorf(elt, "DuplicateLitKey", "duplicate index {} in array or slice literal", at);
        ++at;
        max = std::max(max, at);
        Operand x;
        exprWithHint(x, value, elem);
        assignment(x, elem, "array or slice literal");
    }
    return max;
}

} // namespace unwind::types
