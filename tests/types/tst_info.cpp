// What the checker writes down for the compiler: final types, selections, captured variables, order of initialization.
#include "checking.h"

#include <QTest>

using namespace checking;

class TestInfo : public QObject {
    Q_OBJECT
private slots:
    void untypedOperandsTakeFinalTypes();
    void selections();
    void commaOk();
    void typeSwitchVariables();
    void captures();
    void namedResultsAreReassigned();
    void boxes();
    void initializationOrder();
    void methodSets();
    void typeStrings();
    void builtins();
};

namespace {

Checked check(const std::string& body, const std::string& decls = "") {
    return Checked("package main\n" + decls + "\nfunc main() {\n" + body + "\n}\n", "prog.go", {{"-", ""}});
}

/// "expression: type[ = value]" of every expression that prints as text.
std::string typeOf(const Checked& program, std::string_view text) {
    std::string out;
    syntax::inspect(*program.file, [&](const syntax::Node& node) {
        if (syntax::isExpr(node)) {
            const auto& e = static_cast<const syntax::Expr&>(node);
            const auto tv = program.program.info().of(e);
            if (tv.type && syntax::exprString(e) == text && out.empty())
                out = types::typeString(tv.type, program.main) + (tv.value ? " = " + tv.value->toString() : "");
        }
        return true;
    });
    return out;
}

std::string names(const std::vector<types::Var*>& vars) {
    std::string out;
    for (const types::Var* v : vars)
        out += (out.empty() ? "" : " ") + v->name();
    return out;
}

} // namespace

void TestInfo::untypedOperandsTakeFinalTypes() {
    const Checked p = check("var f float64 = 1\nvar i any = 2 + 3\ns := 3\nvar u uint8 = 1 << s\nvar b = f == 7\nvar e "
                            "error = nil\nprintln(f, i, u, b, e, 'x')");
    QCOMPARE(p.messages(), std::string());
    QCOMPARE(typeOf(p, "1"), std::string("float64 = 1"));
    QCOMPARE(typeOf(p, "2 + 3"), std::string("int = 5"));
    QCOMPARE(typeOf(p, "1 << s"), std::string("uint8"));
    QCOMPARE(typeOf(p, "7"), std::string("float64 = 7"));
    QCOMPARE(typeOf(p, "f == 7"), std::string("bool"));
    QCOMPARE(typeOf(p, "nil"), std::string("error"));
    QCOMPARE(typeOf(p, "'x'"), std::string("rune = 120"));
}

void TestInfo::selections() {
    const Checked p = check("var o Outer\n_ = o.x\n_ = o.M\n_ = (*Inner).P\no.P()",
                            "type Inner struct{ x int }\ntype Outer struct {\n\ta int\n\t*Inner\n}\nfunc (Inner) M() "
                            "{}\nfunc (*Inner) P() {}");
    QCOMPARE(p.messages(), std::string());
    std::vector<const types::Selection*> found;
    syntax::inspect(*p.file, [&](const syntax::Node& node) {
        if (const auto* sel = syntax::dynCast<syntax::SelectorExpr>(&node))
            found.push_back(p.program.info().selection(*sel));
        return true;
    });
    QCOMPARE(found.size(), size_t{4});
    const std::vector<int> path{1, 0}, pathP{1, 1};
    QCOMPARE(found[0]->kind, types::SelectionKind::FieldVal);
    QCOMPARE(found[0]->index, path);
    QVERIFY(found[0]->indirect);
    QCOMPARE(found[1]->kind, types::SelectionKind::MethodVal);
    QCOMPARE(found[1]->index, path);
    QCOMPARE(found[2]->kind, types::SelectionKind::MethodExpr);
    QCOMPARE(found[3]->index, pathP);
    QCOMPARE(found[3]->method()->fullName(), std::string("main.(*Inner).P"));
}

void TestInfo::commaOk() {
    const Checked p = check("m := map[string]int{}\nv, ok := m[\"a\"]\nvar c chan int\nw, ok := <-c\nvar e any\nx, ok "
                            ":= e.(int)\n_, _, _, _ = v, w, x, ok");
    QCOMPARE(p.messages(), std::string());
    QCOMPARE(typeOf(p, "m[\"a\"]"), std::string("(int, bool)"));
    QCOMPARE(typeOf(p, "<-c"), std::string("(int, bool)"));
    QCOMPARE(typeOf(p, "e.(int)"), std::string("(int, bool)"));
}

void TestInfo::typeSwitchVariables() {
    const Checked p =
        check("var e any\nswitch x := e.(type) {\ncase int:\n_ = x\ncase string, bool:\n_ = x\ndefault:\n_ = x\n}");
    QCOMPARE(p.messages(), std::string());
    std::string found;
    syntax::inspect(*p.file, [&](const syntax::Node& node) {
        if (const auto* c = syntax::dynCast<syntax::CaseClause>(&node))
            found += types::typeString(p.program.info().implicit(*c)->type()) + " ";
        return true;
    });
    QCOMPARE(found, std::string("int any any "));
}

void TestInfo::captures() {
    const Checked p = check("a, b, c := 1, 2, 3\nf := func() {\n\tprintln(a)\n\tfunc() { b++ }()\n}\nf()\nprintln(c)");
    QCOMPARE(p.messages(), std::string());
    const types::FuncInfo* main = p.object<types::Func>("main")->info();
    QCOMPARE(names(main->locals), std::string("a b c f"));
    QCOMPARE(main->literals.size(), size_t{1});
    const types::FuncInfo* outer = main->literals[0];
    QCOMPARE(names(outer->captures), std::string("a b"));
    QCOMPARE(outer->outer, main);
    QCOMPARE(names(outer->literals[0]->captures), std::string("b"));
    const types::Var *a = main->locals[0], *b = main->locals[1], *c = main->locals[2];
    QVERIFY(a->captured && !a->reassigned && !a->needsBox());
    QVERIFY(b->captured && b->reassigned && b->needsBox());
    QVERIFY(!c->captured && !c->needsBox());
}

void TestInfo::namedResultsAreReassigned() {
    const Checked p = check("", "func f() (err error) {\n\tdefer func() { println(err) }()\n\treturn nil\n}");
    QCOMPARE(p.messages(), std::string());
    QVERIFY(p.object<types::Func>("f")->info()->locals[0]->needsBox());
}

void TestInfo::boxes() {
    const Checked p = check("var a, b, c, d T\nvar arr [3]int\n_ = &a.x\nb.P()\nc.V()\nd.x = 1\n_ = arr[:]\n_ = c",
                            "type T struct{ x int }\nfunc (*T) P() {}\nfunc (T) V() {}");
    QCOMPARE(p.messages(), std::string());
    std::string taken;
    for (const types::Var* v : p.object<types::Func>("main")->info()->locals)
        taken += v->addressTaken ? v->name() + " " : "";
    QCOMPARE(taken, std::string("a b arr "));
    QVERIFY(p.object<types::Func>("main")->info()->locals[3]->reassigned);
}

void TestInfo::initializationOrder() {
    Checked p = check("", "var a = c + b\nvar b = f()\nvar c = 1\nfunc f() int { return d }\nvar d = 3\nvar x, y = "
                          "g()\nfunc g() (int, int) { return a, 0 }\nvar _ = h()\nfunc h() int { return 0 }");
    QCOMPARE(p.messages(), std::string());
    std::string order;
    for (const types::Initializer& init : p.program.initOrder(*p.main))
        order += names(init.lhs) + "; ";
    QCOMPARE(order, std::string("c; d; b; a; x y; _; "));
}

void TestInfo::methodSets() {
    const Checked p = check("", "type A struct{}\nfunc (A) V() {}\nfunc (*A) P() {}\ntype B struct{ A }\ntype C "
                                "struct{ *A }\ntype I interface{ V(); P() }");
    const auto list = [&](const char* name) {
        std::string out;
        for (const types::Selection& s : types::methodSet(p.object<types::TypeName>(name)->type()))
            out += s.obj->name() + " ";
        return out;
    };
    QCOMPARE(list("A"), std::string("V "));
    QCOMPARE(list("B"), std::string("V "));
    QCOMPARE(list("C"), std::string("P V "));
    QCOMPARE(list("I"), std::string("P V "));
    const auto* i = types::as<types::Interface>(p.object<types::TypeName>("I")->type());
    QVERIFY(types::implements(p.object<types::TypeName>("C")->type(), i));
    QCOMPARE(types::missingMethod(p.object<types::TypeName>("B")->type(), i)->name(), std::string("P"));
}

void TestInfo::typeStrings() {
    const Checked p = check("", "type T struct{ a int `k:\"v\"` }\nvar v map[string][]func(x T, ys ...int) (<-chan "
                                "any, error)\nvar w struct{ T; i interface{ M(byte) rune } }");
    QCOMPARE(p.messages(), std::string());
    const types::Type* v = p.object<types::Var>("v")->type();
    QCOMPARE(types::typeString(v, p.main), std::string("map[string][]func(x T, ys ...int) (<-chan any, error)"));
    QCOMPARE(types::runtimeTypeString(v),
             std::string("map[string][]func(main.T, ...int) (<-chan interface {}, error)"));
    const types::Type* w = p.object<types::Var>("w")->type();
    QCOMPARE(types::runtimeTypeString(w), std::string("struct { main.T; i interface { M(uint8) int32 } }"));
    QCOMPARE(types::hash(v), types::hash(p.object<types::Var>("v")->type()));
}

void TestInfo::builtins() {
    const Checked p = check("defer func() { recover() }()\nprintln(len(\"abc\"))");
    const types::FuncInfo* main = p.object<types::Func>("main")->info();
    QVERIFY(main->hasDefer && !main->hasRecover);
    QVERIFY(main->literals[0]->hasRecover);
    QCOMPARE(typeOf(p, "len(\"abc\")"), std::string("int = 3"));
}

QTEST_APPLESS_MAIN(TestInfo)
#include "tst_info.moc"
