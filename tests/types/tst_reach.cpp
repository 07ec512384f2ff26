// Packages of the standard library are checked as far as a program reaches into them, and no further.
#include "checking.h"

#include <QTest>

using namespace checking;

class TestReach : public QObject {
    Q_OBJECT
private slots:
    void onlyWhatIsMentioned();
    void methodsOfBoxedTypes();
    void packageVariables();
    void natives();
    void standardLibrary();
};

namespace {

std::string reached(Checked& p) {
    std::vector<std::string> names;
    for (const types::Func* f : p.program.reach().funcs)
        names.push_back(f->fullName());
    std::sort(names.begin(), names.end());
    std::string out;
    for (const std::string& n : names)
        out += n + " ";
    return out;
}

} // namespace

void TestReach::onlyWhatIsMentioned() {
    // broken's body is wrong, and nobody looks.
    Checked p("package main\nimport \"lib\"\nfunc main() { lib.A() }\nfunc unused() {}\n", "prog.go",
              {{"lib", "package lib\nfunc A() { b() }\nfunc b() {}\nfunc broken() { return 1 + undefined }\n"}});
    QCOMPARE(reached(p), std::string("lib.A lib.b main.main main.unused "));
    QCOMPARE(p.messages(), std::string());
    QVERIFY(!types::object<types::Func>(p.program.packages()[1]->scope().lookup("broken"))->info());
}

void TestReach::methodsOfBoxedTypes() {
    Checked p("package main\nimport \"lib\"\nfunc main() { var x any = lib.T{}\n_ = x\nvar y lib.U\n_ = y }\n",
              "prog.go",
              {{"lib", "package lib\ntype T struct{ in Inner }\nfunc (T) String() string { return \"\" }\ntype Inner "
                       "int\nfunc (Inner) M() { helper() }\nfunc helper() {}\ntype U int\nfunc (U) N() {}\n"}});
    QCOMPARE(reached(p), std::string("lib.Inner.M lib.T.String lib.helper main.main "));
}

void TestReach::packageVariables() {
    Checked p("package main\nimport \"lib\"\nfunc main() { println(lib.Used) }\n", "prog.go",
              {{"lib", "package lib\nvar Used int = f()\nvar unused int = g()\nvar dep = 4\nfunc f() int { return dep "
                       "}\nfunc g() int { return 1 }\nfunc init() { h() }\nfunc h() {}\n"}});
    QCOMPARE(reached(p), std::string("lib.f lib.h lib.init main.main "));
    std::string order;
    for (const types::Initializer& init : p.program.initOrder(*p.program.packages()[1]))
        order += init.lhs[0]->name() + " ";
    QCOMPARE(order, std::string("dep Used "));
}

void TestReach::natives() {
    Checked p("package main\nimport \"lib\"\nfunc main() { lib.Native(1) }\n", "prog.go",
              {{"lib", "package lib\nfunc Native(x int) int\n"}});
    QCOMPARE(reached(p), std::string("lib.Native main.main "));
    QVERIFY(!p.program.body(types::object<types::Func>(p.program.packages()[1]->scope().lookup("Native"))));
}

// Every package under resources/std is correct throughout, not only where programs reach.
void TestReach::standardLibrary() {
    const auto root = std::filesystem::path(UNWIND_SOURCE_DIR) / "resources/std";
    std::string text = "package main\n";
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
        if (entry.is_directory()) {
            const auto& files = std::filesystem::directory_iterator(entry);
            const bool hasGo =
                std::any_of(begin(files), end(files), [](const auto& f) { return f.path().extension() == ".go"; });
            if (hasGo)
                text += fmt::format("import _ \"{}\"\n", std::filesystem::relative(entry.path(), root).string());
        }
    }
    Checked p(text + "func main() {}\n");
    QCOMPARE(p.messages(), std::string());
    for (size_t i = 0; i < p.program.packages().size(); ++i) {
        const types::Package* pkg = p.program.packages()[i];
        for (types::Object* obj : pkg->scope().objects()) {
            if (const auto* v = types::object<types::Var>(obj))
                p.program.initializer(v);
        }
        for (const types::Func* f : pkg->funcs())
            p.program.body(f);
    }
    QCOMPARE(p.messages(), std::string());
}

QTEST_APPLESS_MAIN(TestReach)
#include "tst_reach.moc"
