#include "profile/profile.h"

#include <QtTest>

using namespace unwind;

class TestProfile : public QObject {
    Q_OBJECT
private slots:
    void goReleasesNeverCatchGoexit() {
        for (const char* name : {"go1.25", "go1.24"}) {
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
                 QString("There is no profile named go9; choose one of go1.25, go1.24, article-1.25, article-1.24."));
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
    }
    void headerChoosesProfile() {
        QCOMPARE(profile::requested("// T\n//unwind:profile article-1.25\n\npackage main\n"), std::string_view("article-1.25"));
        QVERIFY(profile::requested("package main\n//unwind:profile go1.24\n").empty());
        QVERIFY(profile::requested("//unwind:profile ").empty());
    }
};

QTEST_APPLESS_MAIN(TestProfile)
#include "tst_profile.moc"
