// Chinese is there, whole, with every place for an argument; English plurals too.
#include "app/window/demos.h"
#include "app/window/mainwindow.h"
#include "app/window/profiles.h"
#include "app/window/theme.h"
#include "state/explain.h"
#include "state/recovertable.h"
#include "widgets/common/text.h"
#include "widgets/common/sentences.h"
#ifndef Q_MOC_RUN
#include "vet/vet.h"
#endif

#include <QtTest>
#include <QXmlStreamReader>

using namespace unwind;
using namespace unwind::app;

class TestTranslations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everySentenceIsChinese();
    void everyDemoIsChinese();
    void everyWarningIsExplainedInChinese();
    void everyRuleIsChinese();
    void windowSwitchesLanguage();
    void filesAreWhole_data();
    void filesAreWhole();
};

void TestTranslations::everySentenceIsChinese() {
    applyLanguage(QStringLiteral("zh_CN"));
    static const QRegularExpression place(QStringLiteral("\\{\\d\\}"));
    auto places = [](const QString& text) {
        QSet<QString> found;
        for (auto it = place.globalMatch(text); it.hasNext();) found.insert(it.next().captured());
        return found;
    };
    for (std::string_view code : state::explanationCodes()) {
        const QString english = widgets::fromUtf8(state::englishTemplate(code));
        const QString chinese = widgets::Sentences::pattern(code);
        QVERIFY2(chinese != english, qPrintable(english));
        QCOMPARE(places(chinese), places(english));
    }
    applyLanguage(QStringLiteral("en"));
}

void TestTranslations::everyDemoIsChinese() {
    applyLanguage(QStringLiteral("zh_CN"));
    for (const Demo& demo : demos()) {
        QVERIFY2(demo.shownTitle() != demo.title, qPrintable(demo.title));
        QVERIFY2(demo.shownDescription() != demo.description, qPrintable(demo.description));
    }
    applyLanguage(QStringLiteral("en"));
}

void TestTranslations::everyWarningIsExplainedInChinese() {
    applyLanguage(QStringLiteral("zh_CN"));
    for (const vet::Check& check : vet::checks()) {
        const QString english = widgets::fromUtf8(check.explanation);
        QVERIFY2(QCoreApplication::translate("Vet", check.explanation.data()) != english, qPrintable(english));
    }
    applyLanguage(QStringLiteral("en"));
}

void TestTranslations::everyRuleIsChinese() {
    applyLanguage(QStringLiteral("zh_CN"));
    const auto isChinese = [](std::string_view english) { return ruleText(english) != widgets::fromUtf8(english); };
    for (const profile::Profile& p : profile::profiles()) QVERIFY2(isChinese(p.description), p.name.c_str());
    for (const profile::Rule& rule : profile::rules()) {
        QVERIFY2(isChinese(rule.sentence), std::string(rule.sentence).c_str());
        for (const profile::RuleValue& value : rule.values) QVERIFY2(isChinese(value.sentence), std::string(value.sentence).c_str());
    }
    for (const auto axis : {state::recoverPlaces(), state::recoverProgress(), state::recoverAlready()})
        for (const state::RecoverAxis& entry : axis)
            QVERIFY2(QCoreApplication::translate("RecoverTable", entry.label.data()) != QLatin1String(entry.label.data()), entry.label.data());
    applyLanguage(QStringLiteral("en"));
}

void TestTranslations::windowSwitchesLanguage() {
    setupApplication(*qApp);
    MainWindow window;
    window.setLanguage(QStringLiteral("zh_CN"));
    QTRY_COMPARE(window.findChild<QMenu*>(QStringLiteral("menuFile"))->title(), QStringLiteral("文件(&F)"));
    QCOMPARE(window.findChild<QDockWidget*>(QStringLiteral("deferStackDock"))->windowTitle(), QStringLiteral("defer 栈"));
    window.setLanguage(QStringLiteral("en"));
    QTRY_COMPARE(window.findChild<QMenu*>(QStringLiteral("menuFile"))->title(), QStringLiteral("&File"));
}

void TestTranslations::filesAreWhole_data() {
    QTest::addColumn<QString>("file");
    for (const char* name : {"unwind_zh_CN.ts", "sentences_zh_CN.ts", "unwind_en.ts"})
        QTest::newRow(name) << QStringLiteral(UNWIND_SOURCE_DIR "/translations/") + QLatin1String(name);
}

void TestTranslations::filesAreWhole() {
    QFETCH(QString, file);
    QFile ts(file);
    QVERIFY(ts.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&ts);
    int translations = 0;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement || xml.name() != QLatin1String("translation")) continue;
        QVERIFY2(!xml.attributes().hasAttribute(QStringLiteral("type")), "unfinished or vanished");
        ++translations;
    }
    QVERIFY(!xml.hasError());
    QVERIFY(translations > 5);
}

QTEST_MAIN(TestTranslations)
#include "tst_translations.moc"
