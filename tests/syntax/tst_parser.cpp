// The tree: shapes, places, numbers of nodes, shared parts, and texts made to break the parser.
#include <QtTest>

#include "parsing.h"

#include "lang/syntax/positions.h"
#include "lang/syntax/print.h"

#include <set>

using namespace unwind;
using namespace unwind::syntax;

namespace {

std::string at(SourcePos pos)
{
    return fmt::format("{}:{}", pos.line, pos.column);
}

std::string fieldText(const Field& field)
{
    return (field.name ? std::string(field.name->name) + " " : "") + exprString(*field.type);
}

std::string fieldsText(List<Field*> fields)
{
    std::string text;
    for (const Field* field : fields)
        text += (text.empty() ? "" : ", ") + fieldText(*field);
    return text;
}

ParseResult parseDecls(const QString& text)
{
    return parseText("package p\n" + text.toStdString() + "\n");
}

ParseResult parseBody(const QString& text)
{
    return parseText("package p\nfunc f() {\n" + text.toStdString() + "\n}\n");
}

} // namespace

class TestParser : public QObject {
    Q_OBJECT

private slots:
    void accepts_data();
    void accepts();
    void places_data();
    void places();
    void typeParams_data();
    void typeParams();
    void parameters_data();
    void parameters();
    void constGroups();
    void idsAreUnique();
    void fieldsShareTypes();
    void typeSwitch();
    void rangeLoops();
    void pragmas();
    void wrongPackageClause();
    void endOfNodes();
    void deepNesting_data();
    void deepNesting();
    void everyPrefixEnds();
    void tenFaultsEndTheScan();
};

void TestParser::accepts_data()
{
    QTest::addColumn<QString>("body");
    for (const char* body : {
             "", ";", ";;", "{}", "x := 1", "x, y = y, x", "var x, y int = 1, 2", "const c = iota", "type T = int",
             "type T[P any] struct{ x P }", "go f()", "defer func() { recover() }()", "return", "return 1, 2",
             "for {}", "for x {}", "for x := 0; x < 1; x++ {}", "for ;; {}", "for range 10 {}", "for i := range 10 {}",
             "for k, v = range m {}", "for x := range f {}", "for range ch {}", "if x {} else if y {} else {}",
             "if x := f(); x {}", "if (T{}) == x {}", "if f(T{}) {}", "if x == (struct{}{}) {}", "switch {}",
             "switch x {}", "switch x := f(); x { case 1, 2: fallthrough; case 3: default: }",
             "switch x.(type) { case nil, *T, []int, func(), map[K]V, <-chan int: }",
             "switch y := x.(type) { default: }", "switch x := 1; y := z.(type) { case int: }",
             "select {}", "select { case <-c: case x := <-c: case x, ok = <-c: case c <- v: default: }",
             "L: for { break L; continue L }", "goto L; L:", "goto L; L: {}", "a[i], *p, x.y = 1, 2, 3", "x <<= 2",
             "f(a...)", "f(func() {}, []int{1, 2,},)", "_ = map[string][]T{\"a\": {{1}, {}}, \"b\": nil}",
             "_ = [...]int{5: 1, 2}", "_ = &T{x: 1}", "_ = G[int]{}", "_ = G[int, []string](x)", "_ = x[i](y)",
             "_ = a[1:2:3]", "_ = x.(interface{ M() })", "_ = func(x int) (y int, err error) { return }",
             "_ = struct{ a, b int `tag`; T; *U; p.V; G[int]; c [3]int; d []int; e [n]int }{}",
             "var c chan<- <-chan int", "var c chan (<-chan int)", "var f func(...int)", "_ = -x + +y ^ ^z &^ w",
             "_ = (<-chan int)(nil)", "_ = <-<-c", "_ = 0x1p-2i + 'a' + 1_000", "var _ = (*T).M", "x.y.z()",
             "type _ interface{ ~int | ~string; M(); error; fmt.Stringer; G[int] }",
             "for i := range (T{}).x {}", "func() {}()", "struct{}{}.f()", "if f := func() bool { return T{}.x }; f() {}",
         })
        QTest::newRow(body) << QString(body);
}

void TestParser::accepts()
{
    QFETCH(QString, body);
    QCOMPARE(QString::fromStdString(errorText(parseBody(body))), QString());
}

/// Place of the compiler, leftmost place, the compiler's end, all in columns of the text behind "var _ = ".
void TestParser::places_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("pos");
    QTest::addColumn<int>("start");
    QTest::addColumn<int>("compilerEnd");
    QTest::addColumn<int>("end");
    QTest::newRow("name") << "abc" << 1 << 1 << 4 << 4;
    QTest::newRow("binary") << "ab + c" << 4 << 1 << 7 << 7;
    QTest::newRow("call") << "f(x, y)" << 2 << 1 << 7 << 8;
    QTest::newRow("call without arguments") << "f()" << 2 << 1 << 2 << 4;
    QTest::newRow("index") << "a[i]" << 2 << 1 << 4 << 5;
    QTest::newRow("slice") << "ab[i:j]" << 3 << 3 << 3 << 8;
    QTest::newRow("selector") << "a.bc" << 2 << 1 << 5 << 5;
    QTest::newRow("assertion") << "a.(T)" << 2 << 1 << 5 << 6;
    QTest::newRow("literal") << "T{1}" << 2 << 1 << 4 << 5;
    QTest::newRow("unary") << "-abc" << 1 << 1 << 5 << 5;
    QTest::newRow("parentheses") << "(a + b)" << 1 << 1 << 7 << 8;
    QTest::newRow("function") << "func() {}" << 1 << 1 << 9 << 10;
    QTest::newRow("chain") << "a.b(c)[d] + e" << 11 << 1 << 14 << 14;
}

void TestParser::places()
{
    QFETCH(QString, text);
    QFETCH(int, pos);
    QFETCH(int, start);
    QFETCH(int, compilerEnd);
    QFETCH(int, end);
    const ParseResult result = parseText("package p\nvar _ = " + text.toStdString() + "\n");
    QCOMPARE(QString::fromStdString(errorText(result)), QString());
    const Expr& x = *first<VarSpec>(*result.file)->values[0];
    constexpr int kOffset = 8;
    QCOMPARE(static_cast<int>(x.pos.column) - kOffset, pos);
    QCOMPARE(static_cast<int>(x.start.column) - kOffset, start);
    QCOMPARE(static_cast<int>(compilerEndPos(x).column) - kOffset, compilerEnd);
    QCOMPARE(static_cast<int>(x.end.column) - kOffset, end);
}

void TestParser::typeParams_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("params");
    QTest::addColumn<QString>("type");
    QTest::newRow("array of constant") << "type T [n]int" << "" << "[n]int";
    QTest::newRow("array of product") << "type T [n * m]int" << "" << "[n * m]int";
    QTest::newRow("array of call") << "type T [f(x)]int" << "" << "[f(x)]int";
    QTest::newRow("slice") << "type T []int" << "" << "[]int";
    QTest::newRow("one") << "type T[P any] int" << "P any" << "int";
    QTest::newRow("two") << "type T[P, Q any] int" << "P any, Q any" << "int";
    QTest::newRow("pointer with comma") << "type T[P *C,] int" << "P *C" << "int";
    QTest::newRow("pointer to type") << "type T[P *[]C] int" << "P *[]C" << "int";
    QTest::newRow("union") << "type T[P *C|~D] int" << "P *C | ~D" << "int";
    QTest::newRow("tilde") << "type T[P ~int] int" << "P ~int" << "int";
    QTest::newRow("slice constraint") << "type T[P []E, E any] int" << "P []E, E any" << "int";
    QTest::newRow("interface") << "type T[P interface{ M() }] int" << "P interface{M()}" << "int";
    QTest::newRow("parenthesized") << "type T[P (C),] int" << "P C" << "int";
    QTest::newRow("alias") << "type T[P any] = []P" << "P any" << "[]P";
    QTest::newRow("instance") << "type T[P C[int], Q D[P]] int" << "P C[int], Q D[P]" << "int";
    QTest::newRow("qualified") << "type T[P p.C | q.D] int" << "P p.C | q.D" << "int";
}

void TestParser::typeParams()
{
    QFETCH(QString, text);
    QFETCH(QString, params);
    QFETCH(QString, type);
    const ParseResult result = parseDecls(text);
    QCOMPARE(QString::fromStdString(errorText(result)), QString());
    const auto* spec = first<TypeSpec>(*result.file);
    QCOMPARE(QString::fromStdString(fieldsText(spec->tparams)), params);
    QCOMPARE(QString::fromStdString(exprString(*spec->type)), type);
    QCOMPARE(spec->isAlias, text.contains(" = "));
}

void TestParser::parameters_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("params");
    QTest::addColumn<QString>("results");
    QTest::newRow("none") << "func f()" << "" << "";
    QTest::newRow("types") << "func f(a, b)" << "a, b" << "";
    QTest::newRow("names") << "func f(a, b int)" << "a int, b int" << "";
    QTest::newRow("groups") << "func f(a, b int, c string)" << "a int, b int, c string" << "";
    QTest::newRow("variadic") << "func f(a int, b ...T)" << "a int, b ...T" << "";
    QTest::newRow("unnamed variadic") << "func f(int, ...T)" << "int, ...T" << "";
    QTest::newRow("qualified") << "func f(p.T, *q.U)" << "p.T, *q.U" << "";
    QTest::newRow("instances") << "func f(G[int], H[a, b])" << "G[int], H[a, b]" << "";
    QTest::newRow("arrays") << "func f(a [n]int, b []int)" << "a [n]int, b []int" << "";
    QTest::newRow("result") << "func f() error" << "" << "error";
    QTest::newRow("results") << "func f() (n int, err error)" << "" << "n int, err error";
    QTest::newRow("function result") << "func f() func() int" << "" << "func() int";
    QTest::newRow("trailing comma") << "func f(a int,) (b int,)" << "a int" << "b int";
}

void TestParser::parameters()
{
    QFETCH(QString, text);
    QFETCH(QString, params);
    QFETCH(QString, results);
    const ParseResult result = parseDecls(text);
    QCOMPARE(QString::fromStdString(errorText(result)), QString());
    const auto* func = first<FuncDecl>(*result.file);
    QCOMPARE(QString::fromStdString(fieldsText(func->type->params)), params);
    QCOMPARE(QString::fromStdString(fieldsText(func->type->results)), results);
    QVERIFY(!func->body);
}

void TestParser::constGroups()
{
    const ParseResult result = parseDecls("const (\na, b int = iota, 1\nc, d\n_, _\ne = 5\nf\n)");
    const auto* decl = first<GenDecl>(*result.file);
    QCOMPARE(decl->specs.size(), 5u);
    const auto spec = [&](size_t i) -> const ConstSpec& { return as<ConstSpec>(*decl->specs[i]); };
    for (size_t i = 0; i < 5; ++i)
        QCOMPARE(spec(i).iota, static_cast<uint32_t>(i));
    QVERIFY(!spec(0).inherited);
    QVERIFY(spec(1).inherited && spec(2).inherited);
    QCOMPARE(spec(2).type, spec(0).type);
    QCOMPARE(spec(2).values[1], spec(0).values[1]);
    QVERIFY(!spec(3).inherited && !spec(3).type);
    QCOMPARE(spec(4).values[0], spec(3).values[0]);
}

void TestParser::idsAreUnique()
{
    NodeIds ids;
    const char* text = "package p\nfunc f(a, b int) { for i := range a { g(i, b) } }\n";
    const ParseResult one = parse({"a.go", text}, FileId{1}, ids);
    const ParseResult two = parse({"b.go", text}, FileId{2}, ids);
    std::set<uint32_t> seen;
    for (const ParseResult* result : {&one, &two}) {
        inspect(*result->file, [&](const Node& node) {
            const bool isNew = seen.insert(node.id).second;
            return isNew && node.pos.file == result->file->fileId && node.id > 0 && node.id < ids.next;
        });
    }
    QCOMPARE(seen.size(), static_cast<size_t>(ids.next - 1));
}

void TestParser::fieldsShareTypes()
{
    const ParseResult result = parseDecls("type T struct { a, b int `tag`; c int }");
    const auto* type = first<StructType>(*result.file);
    QCOMPARE(type->fields[0]->type, type->fields[1]->type);
    QCOMPARE(type->fields[0]->tag, type->fields[1]->tag);
    QVERIFY(type->fields[0]->typeFollows && !type->fields[1]->typeFollows);
    QVERIFY(type->fields[1]->type != type->fields[2]->type);
    int visits = 0;
    inspect(*result.file, [&](const Node& node) {
        visits += &node == type->fields[0]->type;
        return true;
    });
    QCOMPARE(visits, 1);
}

void TestParser::typeSwitch()
{
    const ParseResult result = parseBody("switch a := f(); b := a.(type) { case int: default: }");
    const auto* stmt = first<TypeSwitchStmt>(*result.file);
    QVERIFY(stmt && stmt->init && stmt->lhs);
    QCOMPARE(std::string(stmt->lhs->name), std::string("b"));
    QCOMPARE(exprString(*stmt->guard->x), std::string("a"));
    QCOMPARE(stmt->clauses.size(), 2u);
    QVERIFY(stmt->clauses[1]->isDefault);
    const ParseResult plain = parseBody("switch a.(type) {}");
    QVERIFY(!first<TypeSwitchStmt>(*plain.file)->lhs);
}

void TestParser::rangeLoops()
{
    const ParseResult result = parseBody("for k, v := range m {\n}");
    const auto* loop = first<RangeStmt>(*result.file);
    QVERIFY(loop && loop->define && loop->key && loop->value && !loop->extra);
    QCOMPARE(at(loop->pos), std::string("3:1"));
    QCOMPARE(at(loop->rangePos), std::string("3:13"));
    const ParseResult bare = parseBody("for range 3 {}");
    QVERIFY(!first<RangeStmt>(*bare.file)->key);
    const ParseResult three = parseBody("for a, b, c = range m {}");
    QVERIFY(first<RangeStmt>(*three.file)->extra && !first<RangeStmt>(*three.file)->define);
}

void TestParser::pragmas()
{
    const ParseResult result = parseText("//go:build linux\npackage p\n\n//unwind:expect a\n//go:noinline\n"
                                         "func f() {\n//unwind:here\n}\n\nvar x int //unwind:late\n\nfunc g() {}\n");
    QCOMPARE(result.file->pragmas.size(), size_t{5});
    const auto& f = as<FuncDecl>(*result.file->decls[0]);
    QCOMPARE(f.pragmas.size(), 2u);
    QCOMPARE(std::string(f.pragmas[1].text), std::string("go:noinline"));
    QCOMPARE(at(f.pragmas[0].pos), std::string("4:1"));
    QVERIFY(as<GenDecl>(*result.file->decls[1]).pragmas.empty());
}

void TestParser::wrongPackageClause()
{
    const ParseResult result = parseText("func f() {}\n");
    QVERIFY(result.file && !result.file->package && !result.checkable);
    const ParseResult labels = parseText("package p\nfunc f() { L: }\n");
    QCOMPARE(errorText(labels), std::string("2:12: label L defined and not used\n"));
    QVERIFY(labels.checkable);
}

void TestParser::endOfNodes()
{
    const ParseResult result = parseText("package p\n\nfunc f(a int) {\n\tg(a)\n\tx := []int{\n\t\t1,\n\t}\n}\n");
    const auto& func = as<FuncDecl>(*result.file->decls[0]);
    QCOMPARE(at(func.start), std::string("3:1"));
    QCOMPARE(at(func.pos), std::string("3:6"));
    QCOMPARE(at(func.end), std::string("8:2"));
    QCOMPARE(at(func.body->rbrace), std::string("8:1"));
    QCOMPARE(at(func.body->stmts[0]->end), std::string("4:6"));
    QCOMPARE(at(func.body->stmts[1]->end), std::string("7:3"));
    QCOMPARE(at(func.body->stmts[1]->pos), std::string("5:4"));
}

void TestParser::deepNesting_data()
{
    QTest::addColumn<QString>("head");
    QTest::addColumn<QString>("repeated");
    const auto row = [](const char* head, const char* repeated) {
        QTest::newRow(repeated) << QString(head) << QString(repeated);
    };
    for (const char* repeated : {"(", "-", "!", "&", "*", "<-", "f(", "f[", "a[b:", "T{", "T{{", "[]", "[n]", "func() {_=",
                                 "func(", "struct{a ", "interface{m(", "map[", "chan ", "<-chan ", "x.(", "1+", "f()"})
        row("var x = f", repeated);
    for (const char* repeated : {"a|", "a[b,"})
        row("type x interface{", repeated);
    for (const char* repeated : {"{", "if x {", "if x {} else ", "for {", "L:", "switch { case 1:", "select { default:",
                                 "go func() {", "x := func() {", "if x := func() bool {"})
        row("func f() {", repeated);
    for (const char* repeated : {".x", "()", "[0]", "[1:2]", ".(T)", "{}", "+1", "&&a"})
        row("var x = a", repeated);
}

/// No crash, and one clear message first.
void TestParser::deepNesting()
{
    QFETCH(QString, head);
    QFETCH(QString, repeated);
    const ParseResult result = parseDecls(head + repeated.repeated(100000));
    QVERIFY(!result.errors.empty());
    uint16_t highest = 0;
    inspect(*result.file, [&](const Node& node) {
        highest = std::max(highest, node.height);
        return true;
    });
    QVERIFY(highest <= 3000); // a level more for each one still open when the limit of 2000 was hit
}

/// The parser comes to an end on a text cut off anywhere.
void TestParser::everyPrefixEnds()
{
    const std::string text = "package p\nimport (\"fmt\"; x \"y\")\ntype T[P any, Q *P,] struct { a, b int; G[int] }\n"
                             "func (t *T[P, Q]) m(x ...int) (y, z func(int) chan<- []P) {\nL: for i, v := range x[1:2:3] {\n"
                             "switch y := v.(type) { case int, *T: break L; default: fallthrough }\n"
                             "select { case c <- 1: case x := <-c: }\nif x := (T{a: 1}); x == `q` { goto L } else { i++ }\n"
                             "defer func() { recover() }()\n_ = map[string]int{\"a\\n\": 'b', 1e3: 0x1p2}\n}\nreturn\n}\n";
    QCOMPARE(QString::fromStdString(errorText(parseText(text))),
             QString("6:56: cannot fallthrough in type switch\n"));
    for (size_t size = 0; size < text.size(); ++size) {
        const ParseResult result = parseText(text.substr(0, size));
        inspect(*result.file, [](const Node& node) { return node.id > 0; });
    }
}

/// The scanner may be stopped by a fault that it reports itself.
void TestParser::tenFaultsEndTheScan()
{
    const std::string labels = "package p\nfunc f() {\n" + [] {
        std::string lines;
        for (int i = 0; i < 10; ++i)
            lines += "break\n";
        return lines;
    }() + "}\nvar x int\n";
    const std::string endings[] = {{'x', '\0', 'y', '\0'}, "\xff\xff", "\xef\xbb\xbf z", "@", "0b2", "'ab'", "/*", "\"\\q"};
    for (const std::string& ending : endings) {
        const ParseResult result = parseText(labels + ending);
        QCOMPARE(result.errors.size(), size_t{11});
        QCOMPARE(result.errors.back().message, std::string("too many errors"));
    }
}

QTEST_APPLESS_MAIN(TestParser)
#include "tst_parser.moc"
