// The timeline as a person uses it: keys, clicks, drags, the wheel; and what is painted where.
#include "gui/syntheticlog.h"
#include "widgets/common/palette.h"
#include "widgets/timeline/timelineplottable.h"
#include "widgets/timeline/timelineview.h"

#include <QtTest>

using namespace unwind;
using namespace unwind::widgets;

class TestTimelineView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void showsEverythingAtFirst();
    void processorsStayInView();
    void zoomsAndPansByKeys();
    void wheelZoomsAtThePointer();
    void clickMovesTheCursor();
    void dragSelectsARange();
    void paintsThePanic();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Recording> m_recording;
    Cursor m_cursor;
    std::unique_ptr<TimelineView> m_view;
};

void TestTimelineView::initTestCase() {
    qApp->setPalette(Palette::light().toQt());
    const QString path = m_folder.filePath(QStringLiteral("synthetic.unwind"));
    test::writeSyntheticLog(path);
    m_recording = std::move(*Recording::open(path));
    m_recording->catchUp();
    m_cursor.setRecording(m_recording.get());
    m_view = std::make_unique<TimelineView>(&m_cursor);
    m_view->resize(1000, 300);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_view->refreshNow();
}

void TestTimelineView::showsEverythingAtFirst() {
    QCOMPARE(m_view->lanes()->rows().goroutines(), 3);
    QVERIFY(m_view->lanes()->rows().processors() >= 2);
    QVERIFY(m_view->visibleRange().from <= 0);
    QVERIFY(m_view->visibleRange().to >= m_recording->endTime());
}

void TestTimelineView::processorsStayInView() {
    TimelineRows rows;
    rows.setCounts(30, 4);
    constexpr int view = 200, row = TimelineRows::kRow;
    QVERIFY(rows.pinned(view));
    for (int scroll : {0, 77, rows.maxScroll(view)}) {
        QCOMPARE(rows.top(33, scroll, view), view - row);
        QVERIFY(rows.isShown(30, scroll, view));
        QCOMPARE(rows.rowAt(view - 1, scroll, view), 33);
    }
    QVERIFY(!rows.isShown(29, 0, view));
    QVERIFY(rows.isShown(29, rows.maxScroll(view), view));
    QCOMPARE(rows.rowAt(TimelineRows::kTop + 1, 3 * row, view), 3);
    QCOMPARE(rows.rowAt(rows.scrolledHeight(view) + 2, 0, view), -1); // the gap
    QVERIFY(!rows.pinned(rows.height())); // everything fits
    rows.setCounts(30, 8);
    QVERIFY(!rows.pinned(view)); // they would take too much
}

void TestTimelineView::zoomsAndPansByKeys() {
    const TimeRange all = m_view->visibleRange();
    QTest::keyClick(m_view.get(), Qt::Key_W);
    const TimeRange closer = m_view->visibleRange();
    QVERIFY(closer.to - closer.from < all.to - all.from);
    QTest::keyClick(m_view.get(), Qt::Key_W);
    const TimeRange before = m_view->visibleRange();
    QTest::keyClick(m_view.get(), Qt::Key_D);
    QVERIFY(m_view->visibleRange().from > before.from);
    QTest::keyClick(m_view.get(), Qt::Key_F);
    QCOMPARE(m_view->visibleRange(), all);
}

void TestTimelineView::wheelZoomsAtThePointer() {
    const TimeRange all = m_view->visibleRange();
    const QPointF at(600, 60);
    const Time under = all.from + Time(double(all.to - all.from) * 0.5);
    const double pixel = m_view->pixelOf(under);
    QWheelEvent wheel(QPointF(pixel, at.y()), m_view->mapToGlobal(QPointF(pixel, at.y())), {}, {0, 240}, Qt::NoButton,
                      Qt::ControlModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(m_view.get(), &wheel);
    QVERIFY(m_view->visibleRange().to - m_view->visibleRange().from < all.to - all.from);
    QVERIFY(std::abs(m_view->pixelOf(under) - pixel) < 2);
    m_view->fit();
    QTest::keyClick(m_view.get(), Qt::Key_F);
}

void TestTimelineView::clickMovesTheCursor() {
    const Time time = m_recording->endTime() / 2;
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, QPoint(int(m_view->pixelOf(time)), 50));
    QVERIFY(std::abs(double(m_cursor.snapshot().time - time)) < double(m_recording->endTime()) / 40);
    QCOMPARE(m_cursor.goroutine(), GoId{7}); // the second row
}

void TestTimelineView::dragSelectsARange() {
    QTest::mousePress(m_view.get(), Qt::LeftButton, {}, QPoint(300, 60));
    QMouseEvent move(QEvent::MouseMove, QPointF(500, 60), m_view->mapToGlobal(QPointF(500, 60)), Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(m_view.get(), &move);
    QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, QPoint(500, 60));
    QVERIFY(m_cursor.range());
    QVERIFY(std::abs(m_view->pixelOf(m_cursor.range()->from) - 300) < 2);
    QVERIFY(std::abs(m_view->pixelOf(m_cursor.range()->to) - 500) < 2);
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QVERIFY(!m_cursor.range());
}

void TestTimelineView::paintsThePanic() {
    m_cursor.moveTo(1);
    QTest::keyClick(m_view.get(), Qt::Key_F);
    m_view->replot(QCustomPlot::rpImmediateRefresh);
    const QImage image = m_view->grab().toImage();
    // Somewhere in G8's row stands the colour of a panic, and in G7's the colour of a Goexit.
    auto has = [&](const QColor& colour) {
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (image.pixelColor(x, y) == colour) return true;
        return false;
    };
    QVERIFY(has(Palette::light().fill(Token::Panicking)));
    QVERIFY(has(Palette::light().fill(Token::Goexit)));
}

QTEST_MAIN(TestTimelineView)
#include "tst_timelineview.moc"
