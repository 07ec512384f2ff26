// Signatures. In a parameter list "a, b" may be names or types; that is known only at its end.
#include "lang/syntax/parserimpl.h"

namespace unwind::syntax {

/// Behind "func" or a name. Type parameters go to *typeParams; with a context they are not permitted.
FuncType* Parser::funcType(const char* context, List<Field*>* typeParams)
{
    auto* signature = make<FuncType>(pos());
    if (got(Tok::Lbrack)) {
        if (context)
            syntaxErrorAt(signature->pos, std::string(context) + " must have no type parameters");
        if (at(Tok::Rbrack)) {
            syntaxError("empty type parameter list");
            next();
        } else {
            const List<Field*> params = paramList(nullptr, nullptr, {Tok::Rbrack, true, false});
            if (typeParams)
                *typeParams = params;
        }
    }
    want(Tok::Lparen);
    signature->params = paramList(nullptr, nullptr, {Tok::Rparen, false, true});
    signature->results = funcResult();
    for (const auto& fields : {signature->params, signature->results}) {
        for (const Field* field : fields)
            grow(signature, field->type);
    }
    return done(signature);
}

List<Field*> Parser::funcResult()
{
    if (got(Tok::Lparen))
        return paramList(nullptr, nullptr, {Tok::Rparen, false, false});
    const SourcePos start = pos();
    Expr* result = typeOrNull();
    if (!result)
        return {};
    Collector<Field> results(*this);
    results.add(makeField(start, nullptr, result));
    return results.take();
}

Field* Parser::makeField(SourcePos at, Ident* ident, Expr* type)
{
    auto* field = make<Field>(at);
    field->name = ident;
    field->type = type;
    return done(field);
}

/// What follows a parameter's first name when that may be (the begin of) a type; true when the parameter is complete.
bool Parser::namedParam(Field*& field, Ident* ident, bool typeSets)
{
    if (at(Tok::Lbrack)) {
        field->type = arrayOrTypeArgs();
        if (auto* instance = dynCast<IndexExpr>(field->type)) {
            instance->x = ident;
            instance->start = ident->start;
        } else {
            field->name = ident;
        }
    } else if (at(Tok::Dot)) {
        field->type = qualifiedName(ident);
    } else if (typeSets && atOp(Op::Or)) {
        field->type = ident;
    } else {
        field->name = ident;
        return false;
    }
    if (typeSets && atOp(Op::Or))
        field = embeddedElem(field);
    return true;
}

/// One parameter: a name, a type or both. The name may have been read. In brackets constraints are understood.
Field* Parser::paramDeclOrNull(Ident* ident, Tok follow)
{
    const bool typeSets = follow == Tok::Rbrack;
    if (!ident && typeSets && atOp(Op::Tilde))
        return embeddedElem(nullptr);
    Field* field = makeField(ident ? ident->pos : pos(), nullptr, nullptr);
    if (!ident && at(Tok::Name))
        ident = name();
    if (ident && namedParam(field, ident, typeSets))
        return done(field);
    if (at(Tok::DotDotDot)) {
        auto* dots = make<Ellipsis>(pos());
        next();
        dots->elt = typeOrNull();
        field->type = dots;
        if (!dots->elt) {
            field->type = badExpr(pos());
            syntaxError("... is missing type");
        }
        grow(dots, dots->elt);
        done(dots);
        return done(field);
    }
    if (typeSets && atOp(Op::Tilde)) {
        field->type = embeddedElem(nullptr)->type;
        return done(field);
    }
    field->type = typeOrNull();
    if (typeSets && atOp(Op::Or) && field->type)
        field = embeddedElem(field);
    if (field->name || field->type)
        return done(field);
    syntaxError("expected " + tokName(follow));
    advance({Tok::Comma, follow});
    return nullptr;
}

/// Behind the opening parenthesis or bracket. The first name, or first name and type, may have been read.
List<Field*> Parser::paramList(Ident* ident, Expr* firstType, ParamRules rules)
{
    std::vector<Field*> params;
    if (ident && firstType && at(rules.close)) {
        next();
        params.push_back(makeField(ident->pos, ident, firstType));
        return m_arena.list(params);
    }
    const SourcePos close = list("parameter list", Tok::Comma, rules.close, [&] {
        Field* param = firstType ? makeField(ident->pos, ident, firstType) : paramDeclOrNull(ident, rules.close);
        ident = nullptr;
        firstType = nullptr;
        if (param)
            params.push_back(param);
        return false;
    });
    distributeTypes(params, rules, close);
    checkDots(params, rules);
    return m_arena.list(params);
}

/// Decides which lone names are types, and gives "a, b T" its T twice.
void Parser::distributeTypes(std::vector<Field*>& params, ParamRules rules, SourcePos close)
{
    size_t named = 0;
    size_t typed = 0;
    for (const Field* param : params) {
        named += param->name && param->type;
        typed += param->type != nullptr;
    }
    if (named == params.size())
        return;
    if (named == 0 && !rules.requireNames) {
        for (Field* param : params) {
            if (param->name) {
                param->type = param->name;
                param->name = nullptr;
            }
        }
        return;
    }
    SourcePos fault; // the leftmost
    Expr* current = nullptr;
    for (auto it = params.rbegin(); it != params.rend(); ++it) {
        Field* param = *it;
        if (param->type) {
            current = param->type;
            if (!param->name) {
                fault = current->start;
                param->name = makeName(fault, "_");
            }
        } else if (current) {
            param->type = current;
            param->typeFollows = true;
        } else {
            fault = param->name->pos;
            param->type = badExpr(fault);
        }
    }
    if (!fault.isValid())
        return;
    if (named == typed) {
        syntaxErrorAt(close, rules.requireNames ? "missing type constraint" : "missing parameter type");
    } else if (rules.requireNames) {
        syntaxErrorAt(fault, params.size() == 1 ? "missing type parameter name or invalid array length"
                                                : "missing type parameter name");
    } else {
        syntaxErrorAt(fault, "missing parameter name");
    }
}

/// "..." stands in front of the last parameter's type or nowhere; wrong ones are dropped, the first with a message.
void Parser::checkDots(std::vector<Field*>& params, ParamRules rules)
{
    bool reported = false;
    for (Field* param : params) {
        const auto* dots = dynCast<Ellipsis>(param->type);
        if (!dots || (rules.dotsAllowed && param == params.back()))
            continue;
        if (!reported)
            errorAt(dots->pos, rules.dotsAllowed ? "can only use ... with final parameter" : "invalid use of ...");
        reported = true;
        param->type = dots->elt;
    }
}

} // namespace unwind::syntax
