// Index and slice expressions. Counterpart: types2's index.go.
#include "lang/types/checkerimpl.h"

namespace unwind::types {

using namespace syntax;
using syntax::as;

void Checker::indexExpr(Operand& x, const IndexExpr* e) {
    exprOrType(x, e->x);
    if (!x.valid()) {
        useAll(e->indices);
        return;
    }
    if (x.mode == Mode::TypExpr) {
        x.mode = Mode::Invalid;
        x.type = varType(e);
        return;
    }
    int64_t length = -1;
    const Type* elem = nullptr;
    const Type* u = x.type->underlying();
    const auto* pointer = exactly<Pointer>(u);
    if (exactly<Basic>(u) && isString(u)) {
        if (x.isConstant())
            length = static_cast<int64_t>(x.val.stringVal().size());
        x.mode = Mode::Value;
        elem = byteType();
    } else if (const auto* a = exactly<Array>(u)) {
        length = a->length();
        x.mode = x.mode == Mode::Variable ? Mode::Variable : Mode::Value;
        elem = a->elem();
    } else if (const auto* pa = pointer ? types::as<Array>(pointer->base()) : nullptr) {
        length = pa->length();
        x.mode = Mode::Variable;
        elem = pa->elem();
    } else if (const auto* s = exactly<Slice>(u)) {
        x.mode = Mode::Variable;
        elem = s->elem();
    } else if (const auto* m = exactly<Map>(u)) {
        if (e->indices.size() > 1)
            errorf(e->indices[1], "InvalidIndex", "invalid operation: more than one index");
        Operand key;
        expr(key, e->indices[0]);
        assignment(key, m->key(), "map index");
        x.mode = Mode::MapIndex;
        x.type = m->elem();
        x.expr = e;
        return;
    }
    if (!elem) {
        errorf(e->pos, "NonSliceableOperand", "cannot index {}", str(x));
        useAll(e->indices);
        x.mode = Mode::Invalid;
        return;
    }
    if (e->indices.size() > 1)
        errorf(e->indices[1], "InvalidIndex", "invalid operation: more than one index");
    x.type = elem;
    index(e->indices[0], length);
}

void Checker::sliceExpr(Operand& x, const SliceExpr* e) {
    const Expr* indices[3] = {e->lo, e->hi, e->max};
    expr(x, e->x);
    if (!x.valid()) {
        for (const Expr* i : indices) {
            if (i)
                use(i);
        }
        return;
    }
    int64_t length = -1;
    bool valid = true;
    const Type* u = x.type->underlying();
    const auto* pointer = exactly<Pointer>(u);
    if (exactly<Basic>(u) && isString(u)) {
        if (e->slice3) {
            errorf(e->max ? static_cast<const Node*>(e->max) : e, "InvalidSliceExpr",
                   "invalid operation: 3-index slice of string");
            x.mode = Mode::Invalid;
            return;
        }
        if (x.isConstant())
            length = static_cast<int64_t>(x.val.stringVal().size());
        if (isUntyped(x.type))
            x.type = basic(BasicKind::String);
    } else if (const auto* a = exactly<Array>(u)) {
        length = a->length();
        if (x.mode != Mode::Variable) {
            errorf(x, "NonSliceableOperand", "cannot slice unaddressable value {}", str(x));
            x.mode = Mode::Invalid;
            return;
        }
        markAddressTaken(e->x);
        x.type = make<Slice>(a->elem());
    } else if (const auto* pa = pointer ? types::as<Array>(pointer->base()) : nullptr) {
        length = pa->length();
        x.type = make<Slice>(pa->elem());
    } else
        valid = exactly<Slice>(u) != nullptr;
    if (!valid) {
        errorf(x, "NonSliceableOperand", "cannot slice {}", str(x));
        for (const Expr* i : indices) {
            if (i)
                use(i);
        }
        x.mode = Mode::Invalid;
        return;
    }
    x.mode = Mode::Value;
    if (e->slice3 && (!e->hi || !e->max)) {
        x.mode = Mode::Invalid; // a syntax error
        return;
    }
    int64_t known[3] = {-1, -1, -1};
    for (int i = 0; i < 3; ++i) {
        if (indices[i])
            known[i] = index(indices[i], length >= 0 ? length + 1 : -1).second;
        else if (i == 0)
            known[i] = 0;
        else if (length >= 0)
            known[i] = length;
    }
    for (int i = 0; i < 2; ++i) {
        for (int j = i + 1; known[i] > 0 && j < 3; ++j) {
            if (known[j] >= 0 && known[j] < known[i]) {
                errorf(indices[j] ? static_cast<const Node*>(indices[j]) : e, "SwappedSliceIndices",
                       "invalid slice indices: {} < {}", known[j], known[i]);
                return;
            }
        }
    }
}

std::pair<const Type*, int64_t> Checker::index(const Expr* e, int64_t max) {
    Operand x;
    expr(x, e);
    if (!isValidIndex(x, "InvalidIndex", "index", false))
        return {invalidType(), -1};
    if (!x.isConstant())
        return {x.type, -1};
    const auto v = x.val.int64Val();
    if (!v)
        return {invalidType(), -1};
    if (max >= 0 && *v >= max) {
        errorf(x, "InvalidIndex", "invalid argument: index {} out of bounds [0:{}]", x.val.toString(), max);
        return {invalidType(), -1};
    }
    return {x.type, *v};
}

bool Checker::isValidIndex(Operand& x, std::string_view code, std::string_view what, bool allowNegative) {
    if (!x.valid())
        return false;
    convertUntyped(x, basic(BasicKind::Int));
    if (!x.valid())
        return false;
    if (!isInteger(x.type)) {
        errorf(x, code, "invalid argument: {} {} must be integer", what, str(x));
        return false;
    }
    if (!x.isConstant())
        return true;
    if (!allowNegative && x.val.sign() < 0) {
        errorf(x, code, "invalid argument: {} {} must not be negative", what, str(x));
        return false;
    }
    if (!representableConst(x.val, basic(BasicKind::Int), &x.val)) {
        errorf(x, code, "invalid argument: {} {} overflows int", what, str(x));
        return false;
    }
    return true;
}

} // namespace unwind::types
