// Collecting what a package declares, before any of it is checked. Counterpart: types2's resolver.go.
#include "lang/types/checkerimpl.h"

#include "lang/syntax/literal.h"
#include "lang/syntax/walk.h"

#include <algorithm>

namespace unwind::types {

using namespace syntax;
using syntax::as;

Checker::Checker(Program& program, Package* pkg, bool lazy) : m_program(program), m_pkg(pkg), m_lazy(lazy) {
    pkg->m_checker = this;
    pkg->m_info = &program.m_info;
}

void Checker::collectObjects(const std::vector<const File*>& files) {
    for (const File* file : files) {
        makeRoom(file);
        auto* scope = make<Scope>(&m_pkg->m_scope);
        m_fileScopes.push_back(scope);
        for (const Decl* decl : file->decls) {
            if (const auto* func = dynCast<FuncDecl>(decl)) {
                collectFunc(func, scope);
                continue;
            }
            for (const Spec* spec : as<GenDecl>(*decl).specs) {
                if (const auto* s = dynCast<ImportSpec>(spec))
                    collectImport(s, scope);
                else if (const auto* s = dynCast<ConstSpec>(spec))
                    collectConst(s, scope);
                else if (const auto* s = dynCast<VarSpec>(spec))
                    collectVar(s, scope);
                else if (const auto* s = dynCast<TypeSpec>(spec)) {
                    auto* obj = make<TypeName>(s->name->pos, m_pkg, std::string(s->name->name), nullptr);
                    auto* info = make<DeclInfo>();
                    info->file = scope;
                    info->tdecl = s;
                    declarePkgObj(s->name, obj, info);
                }
            }
        }
    }
    checkFileScopes();
    associateMethods();
}

// Nodes are numbered as they are read, so the last declaration has the highest numbers: grow the tables once.
void Checker::makeRoom(const File* file) {
    uint32_t last = 0;
    if (!file->decls.empty())
        inspect(*file->decls.back(), [&last](const Node& n) {
            last = std::max(last, n.id);
            return true;
        });
    ensure(last);
}

void Checker::declarePkgObj(const Ident* id, Object* obj, DeclInfo* info) {
    if (id->name == "init") {
        errorf(id, "InvalidInitDecl", "cannot declare init - must be func");
        return;
    }
    if (id->name == "main" && m_pkg->name() == "main") {
        errorf(id, "InvalidMainDecl", "cannot declare main - must be func");
        return;
    }
    declare(&m_pkg->m_scope, id, obj);
    obj->m_declInfo = info;
    m_objects.push_back(obj);
    obj->m_order = static_cast<uint32_t>(m_objects.size());
}

void Checker::collectImport(const ImportSpec* spec, Scope* file) {
    if (!spec->path || spec->path->bad)
        return;
    const std::string path = stringValue(*spec->path);
    if (path.empty()) {
        errorf(spec->path, "BadImportPath", "invalid import path (empty string)");
        return;
    }
    Result<Package*> imported = m_program.import(path);
    if (!imported) {
        errorf(spec->path, "BrokenImport", "{}", imported.error());
        return;
    }
    Package* pkg = *imported;
    const std::string name(spec->name ? spec->name->name : std::string_view(pkg->name()));
    if (name == "init") {
        errorf(spec, "InvalidInitDecl", "cannot import package as init - init must be a func");
        return;
    }
    auto& imports = m_pkg->m_imports;
    if (std::find(imports.begin(), imports.end(), pkg) == imports.end())
        imports.push_back(pkg);
    auto* obj = make<PkgName>(spec->start, m_pkg, name, pkg);
    if (spec->name)
        recordDef(spec->name, obj);
    else
        recordLink(spec, obj);
    m_imports.push_back(obj);
    if (name != ".") {
        declare(file, nullptr, obj);
        return;
    }
    for (Object* each : pkg->scope().objects()) {
        if (!each->exported() || !laterRelease(*each).empty())
            continue;
        if (const Object* other = file->insert(each))
            report("DuplicateDecl", {{spec->name->start, fmt::format("{} redeclared in this block", other->name())},
                                     otherDeclaration(other)});
        else
            m_dotImports[each] = obj;
    }
}

void Checker::collectConst(const ConstSpec* spec, Scope* file) {
    for (size_t i = 0; i < spec->names.size(); ++i) {
        const Ident* name = spec->names[i];
        auto* obj = make<ConstObj>(name->pos, m_pkg, std::string(name->name), nullptr, constant::Value());
        auto* info = make<DeclInfo>();
        info->file = file;
        info->vtyp = spec->type;
        info->init = i < spec->values.size() ? spec->values[i] : nullptr;
        info->inherited = spec->inherited;
        info->iota = spec->iota;
        declarePkgObj(name, obj, info);
    }
    arity(spec->pos, spec->names, spec->values, true, spec->inherited);
}

void Checker::collectVar(const VarSpec* spec, Scope* file) {
    DeclInfo* shared = nullptr;
    if (spec->values.size() == 1 && spec->names.size() > 1) {
        shared = make<DeclInfo>();
        shared->file = file;
        shared->vtyp = spec->type;
        shared->init = spec->values[0];
    }
    for (size_t i = 0; i < spec->names.size(); ++i) {
        const Ident* name = spec->names[i];
        Var* obj = newVar(name->pos, name->name, nullptr);
        DeclInfo* info = shared;
        if (shared)
            shared->lhs.push_back(obj);
        else {
            info = make<DeclInfo>();
            info->file = file;
            info->vtyp = spec->type;
            info->init = i < spec->values.size() ? spec->values[i] : nullptr;
        }
        declarePkgObj(name, obj, info);
    }
    if (!spec->type || !spec->values.empty())
        arity(spec->pos, spec->names, spec->values, false, false);
}

void Checker::collectFunc(const FuncDecl* decl, Scope* file) {
    const std::string name(decl->name->name);
    auto* obj = make<Func>(decl->name->pos, m_pkg, name, nullptr);
    obj->m_decl = decl;
    obj->m_hasBody = decl->body != nullptr;
    auto* info = make<DeclInfo>();
    info->file = file;
    info->fdecl = decl;
    if (!decl->recv) {
        const bool isInit = name == "init", isMain = name == "main" && m_pkg->name() == "main";
        if (isInit || isMain) {
            const std::string_view code = isMain ? "InvalidMainDecl" : "InvalidInitDecl";
            if (!decl->tparams.empty())
                errorf(decl->tparams[0], code, "func {} must have no type parameters", name);
            if (!decl->type->params.empty() || !decl->type->results.empty())
                errorf(decl->name, code, "func {} must have no arguments and no return values", name);
        }
        if (isInit) {
            obj->m_parent = &m_pkg->m_scope;
            recordDef(decl->name, obj);
            if (!decl->body)
                errorf(obj, "MissingInitBody", "func init must have a body");
            m_pkg->m_inits.push_back(obj);
        } else
            declare(&m_pkg->m_scope, decl->name, obj);
    } else {
        const Expr* base = unparen(decl->recv->type);
        bool pointer = false;
        if (const auto* star = dynCast<StarExpr>(base)) {
            pointer = true;
            base = unparen(star->x);
        }
        if (const auto* recv = dynCast<Ident>(base); recv && name != "_")
            m_collected.push_back({obj, pointer, recv});
        recordDef(decl->name, obj);
    }
    m_pkg->m_funcs.push_back(obj);
    obj->m_declInfo = info;
    m_objects.push_back(obj);
    obj->m_order = static_cast<uint32_t>(m_objects.size());
}

void Checker::arity(SourcePos pos, const List<Ident*>& names, const List<Expr*>& values, bool isConst, bool inherited) {
    const size_t l = names.size(), r = values.size();
    if (l < r) {
        if (inherited)
            errorf(pos, "WrongAssignCount", "extra init expr at {}", placeOf(values[l]->pos));
        else
            errorf(values[l], "WrongAssignCount", "extra init expr {}", str(values[l]));
    } else if (l > r && (isConst || r != 1))
        errorf(names[r], "WrongAssignCount", "missing init expr for {}", names[r]->name);
}

namespace {

std::string packageString(const Package* pkg) { return fmt::format("package {} (\"{}\")", pkg->name(), pkg->path()); }

} // namespace

// No name may be declared by a file's import and by the package.
void Checker::checkFileScopes() {
    for (const Scope* scope : m_fileScopes) {
        for (const Object* obj : scope->objects()) {
            const Object* other = m_pkg->scope().lookup(obj->name());
            if (!other)
                continue;
            if (const auto* name = object<PkgName>(obj)) {
                report("DuplicateDecl", {{other->pos(), fmt::format("{} already declared through import of {}",
                                                                    other->name(), packageString(name->imported()))},
                                         otherDeclaration(obj)});
            } else
                report("DuplicateDecl", {{other->pos(), fmt::format("{} already declared through dot-import of {}",
                                                                    other->name(), packageString(obj->pkg()))},
                                         otherDeclaration(obj)});
        }
    }
}

void Checker::associateMethods() {
    for (const Method& m : m_collected) {
        const auto [pointer, base] = resolveBaseTypeName(m.pointer, m.recv);
        if (base) {
            m.func->m_pointerRecv = pointer;
            m_methods[base].push_back(m.func);
        }
    }
    m_collected.clear();
}

// The declared type that a receiver's type name leads to through aliases.
std::pair<bool, TypeName*> Checker::resolveBaseTypeName(bool ptr, const Ident* name) {
    std::vector<TypeName*> seen;
    while (name) {
        auto* tname = object<TypeName>(m_pkg->scope().lookup(name->name));
        if (!tname || !tname->m_declInfo || std::find(seen.begin(), seen.end(), tname) != seen.end())
            break;
        const TypeSpec* spec = tname->m_declInfo->tdecl;
        if (!spec->isAlias)
            return {ptr, tname};
        seen.push_back(tname);
        const Expr* type = unparen(spec->type);
        if (const auto* star = dynCast<StarExpr>(type)) {
            if (ptr)
                break;
            ptr = true;
            type = unparen(star->x);
        }
        name = dynCast<Ident>(type);
    }
    return {false, nullptr};
}

// Types first, aliases after them, then the rest, so that a declaration meets resolved types where it can.
void Checker::checkAll() {
    ++m_depth;
    std::vector<Object*> aliases, others;
    for (size_t i = 0; i < m_objects.size(); ++i) {
        auto* tname = object<TypeName>(m_objects[i]);
        if (!tname)
            others.push_back(m_objects[i]);
        else if (tname->m_declInfo->tdecl->isAlias)
            aliases.push_back(tname);
        else
            objDecl(tname);
    }
    for (Object* obj : aliases)
        objDecl(obj);
    for (Object* obj : others)
        objDecl(obj);
    processDelayed(0);
    --m_depth;
    reportInitCycles();
    unusedImports();
    if (m_program.hasErrors())
        return;
    for (const Func* f : m_pkg->funcs()) {
        if (!f->hasBody())
            errorf(f->decl()->pos, "MissingBody", "missing function body");
    }
}

void Checker::unusedImports() {
    for (const PkgName* name : m_imports) {
        if (name->name() == "_" || name->used)
            continue;
        const std::string& path = name->imported()->path();
        const std::string elem = path.substr(path.rfind('/') + 1);
        if (name->name() == "." || name->name() == elem)
            errorf(name, "UnusedImport", "\"{}\" imported and not used", path);
        else
            errorf(name, "UnusedImport", "\"{}\" imported as {} and not used", path, name->name());
    }
}

} // namespace unwind::types
