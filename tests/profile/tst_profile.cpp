#include "profile/profile.h"

#include <QtTest>

using namespace unwind;

namespace {
template <class T>
QString text(const Result<T>& result) {
    return result ? QString() : QString::fromStdString(result.error());
}
} // namespace

class TestProfile : public QObject {
    Q_OBJECT
private slots:
    void goReleasesNeverCatchGoexit() {
        for (const char* name : {"go1.25", "go1.24", "go1.21", "go1.19"}) {
            auto p = profile::find(name);
            QVERIFY(p);
            QVERIFY(p->recoverDuringGoexit == profile::RecoverDuringGoexit::Nil);
            QVERIFY(p->recoverOutsideDeferred == profile::RecoverOutsideDeferred::Nil);
            QVERIFY(p->goexitStatusPath == profile::GoexitStatusPath::Direct);
        }
    }
    void releasesDifferInRepanicPrint() {
        QVERIFY(profile::find("go1.25")->repanicPrint == profile::RepanicPrint::Repanicked);
        QVERIFY(profile::find("go1.24")->repanicPrint == profile::RepanicPrint::TwoLines);
    }
    void article125IsStrictAndIntercepts() {
        auto p = profile::find("article-1.25");
        QVERIFY(p->recoverDuringGoexit == profile::RecoverDuringGoexit::Intercept);
        QVERIFY(p->recoverOutsideDeferred == profile::RecoverOutsideDeferred::RuntimeError);
    }
    void unknownProfileNamesTheChoices() {
        auto p = profile::find("go9");
        QVERIFY(!p);
        QCOMPARE(QString::fromStdString(p.error()),
                 QString("There is no profile named go9; choose one of go1.25, go1.24, go1.21, go1.19, article-1.25, article-1.24, "
                         "tinygo-0.33, or a file that ends with .json."));
    }
    void everyRuleValueCanBeSet() {
        for (const auto& rule : profile::rules())
            for (size_t i = 0; i < rule.values.size(); ++i) {
                profile::Profile p;
                QVERIFY(profile::setRule(p, std::string(rule.name) + "=" + std::string(rule.values[i].name)));
                QCOMPARE(size_t(rule.get(p)), i);
            }
    }
    void wrongRulesAreRefused() {
        profile::Profile p;
        QVERIFY(!profile::setRule(p, "no-such=1"));
        QVERIFY(!profile::setRule(p, "panic-nil=2"));
        QVERIFY(!profile::setRule(p, "panic-nil"));
        QCOMPARE(text(profile::setRule(p, "panic-nil=2")), QString("Rule panic-nil can not be \"2\"; it takes one of error, nil."));
        QVERIFY(text(profile::setRule(p, "no-such=1")).startsWith("There is no rule named no-such; the rules are recover-outside-"));
    }
    void everyRuleHasWordsAndSources() {
        QSet<QString> names;
        for (const auto& rule : profile::rules()) {
            names << QString::fromUtf8(rule.name.data(), int(rule.name.size()));
            QVERIFY(rule.sentence.ends_with('.'));
            QVERIFY(rule.values.size() > 1);
            for (const auto& value : rule.values)
                QVERIFY2(value.sentence.ends_with('.') && !value.source.empty(), std::string(value.name).c_str());
        }
        QCOMPARE(size_t(names.size()), profile::rules().size());
    }
    void releasesTellWhatChanged() {
        const auto changes = [](const char* newer, const char* older) {
            QStringList list;
            for (const std::string& rule : profile::differences(*profile::find(older), *profile::find(newer)))
                list << QString::fromStdString(rule);
            return list.join(' ');
        };
        QCOMPARE(changes("go1.25", "go1.24"), QString("repanic-print=two-lines empty-map-key-text=runtime-error language=go1.24"));
        QCOMPARE(changes("go1.24", "go1.21"), QString("panic-indent=none sync-wait-reasons=named-locks timer-channels=buffered "
                                                      "loop-variables=per-loop language=go1.21"));
        QCOMPARE(changes("go1.21", "go1.19"),
                 QString("panic-nil=nil array-conversion-text=pointer deep-stacks=innermost created-by=plain "
                         "sync-wait-reasons=semacquire language=go1.19"));
    }
    void tinyGoSaysWhatIsItsOwn() {
        const profile::Profile tinygo = *profile::find("tinygo-0.33");
        const auto rules = profile::differences(tinygo, *profile::find("go1.24"));
        QCOMPARE(rules, (std::vector<std::string>{"recover-caller=any", "goexit-runs-defers=no", "panic-nil=nil",
                                                  "runtime-errors=fatal", "language=go1.23"}));
        QVERIFY(tinygo.description.find("Everything else stays Go 1.24") != std::string::npos);
    }
    void contradictionsStandInTheDescriptions() {
        QVERIFY(profile::find("article-1.25")->description.find("recover-during-goexit=observe") != std::string::npos);
        QVERIFY(profile::find("article-1.24")->description.find("goexit-runs-defers=no") != std::string::npos);
    }
    void userProfileGoesThroughJson() {
        profile::Profile mine = *profile::find("article-1.25");
        mine.name = "mine";
        mine.description = "For the course.";
        QVERIFY(profile::setRule(mine, "recover-during-goexit=observe"));
        const std::string json = profile::toJson(mine, *profile::find("article-1.25"));
        auto read = profile::fromJson(json, "mine.json");
        QVERIFY(read);
        QCOMPARE(read->name, mine.name);
        QCOMPARE(read->description, mine.description);
        QVERIFY(profile::assignments(*read) == profile::assignments(mine));
        QVERIFY(json.find("strict") == std::string::npos); // only what differs from the base
    }
    void wrongUserProfilesAreRefused_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* name, const char* json, const char* sentence) { QTest::newRow(name) << QByteArray(json) << sentence; };
        row("no JSON", "{", "p.json is not valid JSON; mend it, or save the profile again.");
        row("no object", "[]", "p.json: a profile is an object with the keys name, description, base, rules.");
        row("key", R"({"name": "x", "rule": {}})", "p.json: there is no key \"rule\"; the keys are name, description, base, rules.");
        row("no name", "{}", "p.json: the key \"name\" is missing; give the profile a name.");
        row("name", R"({"name": 3})", "p.json: the value of \"name\" is 3; it must be a text in quotes.");
        row("taken", R"({"name": "go1.25"})", "p.json: the name \"go1.25\" is taken; choose another one.");
        row("base", R"({"name": "x", "base": "go2"})",
            "p.json: There is no profile named go2; choose one of go1.25, go1.24, go1.21, go1.19, article-1.25, article-1.24, tinygo-0.33, "
            "or a file that ends with .json.");
        row("file as base", R"({"name": "x", "base": "y.json"})",
            "p.json: the base \"y.json\" is a file; it must be a profile that Unwind brings along.");
        row("rules", R"({"name": "x", "rules": ["panic-nil"]})",
            "p.json: the value of \"rules\" is [\"panic-nil\"]; it must be an object of rules and values.");
        row("value", R"({"name": "x", "rules": {"panic-nil": "never"}})",
            "p.json: Rule panic-nil can not be \"never\"; it takes one of error, nil.");
        row("type", R"({"name": "x", "rules": {"panic-nil": true}})",
            "p.json: Rule panic-nil can not be \"true\"; it takes one of error, nil.");
    }
    void wrongUserProfilesAreRefused() {
        QFETCH(QByteArray, json);
        QFETCH(QString, sentence);
        auto read = profile::fromJson(json.toStdString(), "p.json");
        QVERIFY(!read);
        QCOMPARE(QString::fromStdString(read.error()), sentence);
    }
    void missingFileIsNamed() {
        QCOMPARE(text(profile::find("/nowhere/p.json")),
                 QString("The profile /nowhere/p.json can not be read: No such file or directory; check the name."));
    }
    void headerChoosesProfile() {
        QCOMPARE(profile::requested("// T\n//unwind:profile article-1.25\n\npackage main\n"), std::string_view("article-1.25"));
        QVERIFY(profile::requested("package main\n//unwind:profile go1.24\n").empty());
        QVERIFY(profile::requested("//unwind:profile ").empty());
    }
};

QTEST_APPLESS_MAIN(TestProfile)
#include "tst_profile.moc"
