#include "lang/syntax/print.h"

#include <array>

namespace unwind::syntax {
namespace {

class Printer {
public:
    void print(const Expr& expr);
    void exprs(List<Expr*> list);
    std::string take() { return std::move(m_text); }
    Printer& operator<<(std::string_view text)
    {
        m_text += text;
        return *this;
    }
    Printer& operator<<(const Expr* expr)
    {
        if (expr)
            print(*expr);
        return *this;
    }

private:
    void slice(const SliceExpr& slice);
    void structType(const StructType& type);
    void interfaceType(const InterfaceType& type);
    void chanType(const ChanType& type);
    void signature(const FuncType& type);
    void params(List<Field*> fields);

    std::string m_text;
};

void Printer::exprs(List<Expr*> list)
{
    for (uint32_t i = 0; i < list.size(); ++i)
        *this << (i > 0 ? ", " : "") << list[i];
}

void Printer::print(const Expr& expr)
{
    Printer& out = *this;
    switch (expr.kind) {
    case Kind::BadExpr: out << "<bad expr>"; break;
    case Kind::Ident: out << as<Ident>(expr).name; break;
    case Kind::BasicLit: out << as<BasicLit>(expr).text; break;
    case Kind::CompositeLit:
        out << as<CompositeLit>(expr).type << (as<CompositeLit>(expr).elts.empty() ? "{}" : "{…}");
        break;
    case Kind::FuncLit:
        out << as<FuncLit>(expr).type << (as<FuncLit>(expr).body->stmts.empty() ? " {}" : " {…}");
        break;
    case Kind::ParenExpr: out << "(" << as<ParenExpr>(expr).x << ")"; break;
    case Kind::SelectorExpr: out << as<SelectorExpr>(expr).x << "." << as<SelectorExpr>(expr).sel; break;
    case Kind::IndexExpr:
        out << as<IndexExpr>(expr).x << "[";
        exprs(as<IndexExpr>(expr).indices);
        out << "]";
        break;
    case Kind::SliceExpr: slice(as<SliceExpr>(expr)); break;
    case Kind::TypeAssertExpr: {
        const auto& assertion = as<TypeAssertExpr>(expr);
        out << assertion.x << ".(";
        if (assertion.type)
            out << assertion.type;
        else
            out << "type";
        out << ")";
        break;
    }
    case Kind::CallExpr:
        out << as<CallExpr>(expr).fun << "(";
        exprs(as<CallExpr>(expr).args);
        out << (as<CallExpr>(expr).hasDots ? "...)" : ")");
        break;
    case Kind::StarExpr: out << "*" << as<StarExpr>(expr).x; break;
    case Kind::UnaryExpr: out << opText(as<UnaryExpr>(expr).op) << as<UnaryExpr>(expr).x; break;
    case Kind::BinaryExpr: {
        const auto& binary = as<BinaryExpr>(expr);
        out << binary.x << " " << opText(binary.op) << " " << binary.y;
        break;
    }
    case Kind::KeyValueExpr: out << as<KeyValueExpr>(expr).key << ": " << as<KeyValueExpr>(expr).value; break;
    case Kind::Ellipsis: out << "..." << as<Ellipsis>(expr).elt; break;
    case Kind::ArrayType: out << "[" << as<ArrayType>(expr).len << "]" << as<ArrayType>(expr).elem; break;
    case Kind::StructType: structType(as<StructType>(expr)); break;
    case Kind::FuncType:
        out << "func";
        signature(as<FuncType>(expr));
        break;
    case Kind::InterfaceType: interfaceType(as<InterfaceType>(expr)); break;
    case Kind::MapType: out << "map[" << as<MapType>(expr).key << "]" << as<MapType>(expr).value; break;
    default: chanType(as<ChanType>(expr)); break;
    }
}

void Printer::slice(const SliceExpr& slice)
{
    *this << slice.x << "[" << slice.lo << ":" << slice.hi;
    if (slice.max)
        *this << ":" << slice.max;
    *this << "]";
}

/// Fields declared together are printed together.
void Printer::structType(const StructType& type)
{
    *this << "struct{";
    for (uint32_t i = 0; i < type.fields.size(); ++i) {
        const Field& field = *type.fields[i];
        if (field.name)
            *this << field.name;
        const bool more = i + 1 < type.fields.size();
        if (field.name && more && type.fields[i + 1]->name && type.fields[i + 1]->type == field.type) {
            *this << ", ";
            continue;
        }
        *this << (field.name ? " " : "") << field.type;
        if (field.tag)
            *this << " " << field.tag;
        *this << (more ? "; " : "");
    }
    *this << "}";
}

void Printer::interfaceType(const InterfaceType& type)
{
    *this << "interface{";
    for (uint32_t i = 0; i < type.methods.size(); ++i) {
        const Field& method = *type.methods[i];
        *this << (i > 0 ? "; " : "");
        if (method.name) {
            *this << method.name;
            signature(as<FuncType>(*method.type));
        } else {
            *this << method.type;
        }
    }
    *this << "}";
}

void Printer::chanType(const ChanType& type)
{
    *this << (type.dir == ChanDir::RecvOnly ? "<-chan " : type.dir == ChanDir::SendOnly ? "chan<- " : "chan ");
    const auto* elem = dynCast<ChanType>(type.elem);
    if (type.dir == ChanDir::Both && elem && elem->dir == ChanDir::RecvOnly)
        *this << "(" << type.elem << ")"; // chan (<-chan T), not chan<- chan T
    else
        *this << type.elem;
}

void Printer::signature(const FuncType& type)
{
    params(type.params);
    if (type.results.empty())
        return;
    *this << " ";
    if (type.results.size() == 1 && !type.results[0]->name)
        *this << type.results[0]->type;
    else
        params(type.results);
}

void Printer::params(List<Field*> fields)
{
    *this << "(";
    for (uint32_t i = 0; i < fields.size(); ++i) {
        const Field& field = *fields[i];
        *this << (i > 0 ? ", " : "");
        if (field.name) {
            *this << field.name;
            if (i + 1 < fields.size() && fields[i + 1]->name && fields[i + 1]->type == field.type)
                continue;
            *this << " ";
        }
        *this << field.type;
    }
    *this << ")";
}

} // namespace

std::string_view opText(Op op)
{
    static constexpr std::array<std::string_view, 23> kText = {
        "", "!", "<-", "~", "||", "&&", "==", "!=", "<", "<=", ">", ">=",
        "+", "-", "|", "^", "*", "/", "%", "&", "&^", "<<", ">>",
    };
    static_assert(kText.size() == static_cast<size_t>(Op::Shr) + 1);
    return kText[static_cast<size_t>(op)];
}

std::string exprString(const Expr& expr)
{
    Printer printer;
    printer.print(expr);
    return printer.take();
}

std::string exprListString(List<Expr*> exprs)
{
    Printer printer;
    printer.exprs(exprs);
    return printer.take();
}

std::string stmtString(const Stmt& stmt)
{
    switch (stmt.kind) {
    case Kind::ExprStmt: return exprString(*as<ExprStmt>(stmt).x);
    case Kind::SendStmt: return exprString(*as<SendStmt>(stmt).chan) + " <- " + exprString(*as<SendStmt>(stmt).value);
    case Kind::IncDecStmt: return exprString(*as<IncDecStmt>(stmt).x) + (as<IncDecStmt>(stmt).inc ? "++" : "--");
    case Kind::AssignStmt: {
        const auto& assign = as<AssignStmt>(stmt);
        std::string text = exprListString(assign.lhs) + " ";
        text += assign.define ? ":" : opText(assign.op);
        return text + "= " + exprListString(assign.rhs);
    }
    default: return {};
    }
}

} // namespace unwind::syntax
