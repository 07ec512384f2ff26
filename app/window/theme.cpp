#include "app/window/theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QLocale>
#include <QProxyStyle>
#include <QTranslator>

namespace unwind::app {

namespace {

bool systemIsDark = false;

// Named colours of the sheet are replaced by the theme's.
const char* const kSheet = R"(
QMainWindow, QDialog { background: @background; }
QMainWindow::separator { background: transparent; width: 8px; height: 8px; }
QMenuBar { background: @panel; border-bottom: 1px solid @line; padding: 2px 8px; }
QMenuBar::item { padding: 5px 9px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected, QMenu::item:selected { background: @selection; color: @text; }
QMenu { background: @panel; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 24px; border-radius: 4px; }
QMenu::item:disabled { color: @disabled; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
QMenu::indicator { width: 14px; height: 14px; left: 5px; }
QStatusBar { background: @panel; border-top: 1px solid @line; color: @secondary; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: @secondary; }
QToolTip, #messageTip { background: @panel; color: @text; border: 1px solid @line; padding: 4px; }
QToolButton { border: 1px solid @line; border-radius: 5px; padding: 4px 7px; background: @panel; color: @text; }
QToolButton:hover { background: @selection; }
QToolButton:pressed, QToolButton:checked { background: @selection; border-color: @accent; }
QToolButton:disabled { color: @disabled; background: transparent; }
QToolButton:focus { border-color: @accent; }
QToolButton::menu-indicator { image: none; }
QToolButton[popupMode="1"] { padding-right: 20px; }
QToolButton::menu-button { border: none; border-left: 1px solid @line; width: 16px; }
QToolButton::menu-arrow { image: url(:/icons/@arrow); width: 9px; height: 6px; }
QToolButton[primary="true"] { background: @accent; border-color: @accent; color: @onAccent; }
QToolButton[primary="true"]:hover { background: @accentHover; }
QToolButton[primary="true"]:disabled { background: @line; border-color: @line; color: @secondary; }
QPushButton { border: 1px solid @line; border-radius: 5px; padding: 5px 14px; background: @panel; color: @text; }
QPushButton:hover { background: @selection; }
QPushButton:focus { border-color: @accent; }
QPushButton:default { background: @accent; border-color: @accent; color: @onAccent; }
QPushButton:disabled { color: @disabled; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QLineEdit, QSpinBox { border: 1px solid @line; border-radius: 5px; padding: 2px 8px; background: @panel; selection-background-color: @accent; }
QLineEdit:focus { border-color: @accent; }
QRadioButton::indicator { width: 10px; height: 10px; border: 2px solid @secondary; border-radius: 7px; background: @panel; }
QRadioButton::indicator:checked { width: 4px; height: 4px; border-width: 5px; }
QRadioButton::indicator:focus, QRadioButton::indicator:checked { border-color: @accent; }
#galleryHeading { font-size: 22px; font-weight: 600; }
#galleryArticleHeading { font-size: 18px; font-weight: 600; }
#galleryLead { font-size: 14px; color: @secondary; }
#explanationSentence { font-size: 15px; }
#explanationRule { font-size: 12px; color: @secondary; }
#lessonTitle { font-size: 20px; font-weight: 600; }
#lessonBoxHead { font-size: 12px; font-weight: 600; color: @secondary; }
#lessonHint { font-size: 13px; color: @text; }
#panelTitle { font-size: 12px; font-weight: 600; }
#panelCount { font-size: 12px; color: @secondary; }
QHeaderView { background: @panel; font-size: 11px; }
QHeaderView::section { background: @panel; color: @secondary; border: none; border-bottom: 1px solid @line; padding: 3px 6px; }
QTableView, QListView, QTreeView, QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QTreeView::item { height: 24px; }
QTreeView::item:selected, QListView::item:selected { background: @selection; color: @text; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: @secondary; padding: 5px 12px; border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: @text; border-bottom-color: @accent; }
QTabBar::tab:hover { color: @text; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @line; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: @secondary; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSlider { min-height: 20px; }
QSlider::groove:horizontal { height: 4px; background: @line; border-radius: 2px; }
QSlider::sub-page:horizontal { background: @accent; border-radius: 2px; }
QSlider::handle:horizontal { width: 12px; height: 12px;  margin: -6px 0; border-radius: 7px; border: 2px solid @accent; background: @panel; }
QSlider::handle:horizontal:disabled { border-color: @line; }
QSlider::sub-page:horizontal:disabled { background: @line; }
QComboBox { border: 1px solid @line; border-radius: 5px; padding: 3px 8px; background: @panel; color: @text; }
QComboBox:hover { background: @selection; }
QComboBox:focus { border-color: @accent; }
QComboBox::drop-down { border: none; width: 16px; }
QComboBox::down-arrow { image: url(:/icons/@arrow); width: 9px; height: 6px; }
QComboBox QAbstractItemView { background: @panel; border: 1px solid @line; selection-background-color: @selection; selection-color: @text; }
)";

// Fusion, but a click beside a slider's handle brings it there: a page is nothing in a recording of a million events.
class Style : public QProxyStyle {
public:
    Style() : QProxyStyle(QStringLiteral("Fusion")) {}
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const override {
        return hint == SH_Slider_AbsoluteSetButtons ? int(Qt::LeftButton) : QProxyStyle::styleHint(hint, option, widget, data);
    }
};

QString sheet(const widgets::Palette& p) {
    QString text = QString::fromUtf8(kSheet);
    auto put = [&](const char* name, const QColor& colour) { text.replace(QLatin1String(name), colour.name()); };
    put("@accentHover", p.dark ? p.accent.lighter(108) : p.accent.lighter(112));
    put("@accent", p.accent);
    put("@onAccent", widgets::readableOn(p.accent));
    put("@background", p.background);
    put("@panel", p.panel);
    put("@line", p.line);
    put("@text", p.text);
    put("@secondary", p.secondary);
    put("@selection", p.selection);
    put("@disabled", p.toQt().color(QPalette::Disabled, QPalette::Text));
    text.replace(QLatin1String("@arrow"), p.dark ? QStringLiteral("down-dark.svg") : QStringLiteral("down-light.svg"));
    return text;
}

} // namespace

void setupApplication(QApplication& application) {
    systemIsDark = application.palette().color(QPalette::Window).lightness() < 128;
    application.setStyle(new Style);
    QFont font = application.font();
    QStringList families;
    const QStringList installed = QFontDatabase::families();
    for (const char* clear : {"Inter", "Noto Sans", "Cantarell", "Open Sans", "DejaVu Sans Condensed"})
        if (installed.contains(QLatin1String(clear))) families << QLatin1String(clear);
    families << QFontInfo(font).family();
    for (const char* chinese : {"Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", "Droid Sans Fallback"})
        if (installed.contains(QLatin1String(chinese))) families << QLatin1String(chinese);
    families.removeDuplicates();
    font.setFamilies(families);
    font.setPixelSize(13);
    application.setFont(font);
}

const widgets::Palette& paletteFor(ThemeChoice choice) {
    const bool dark = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && systemIsDark);
    return dark ? widgets::Palette::darkTheme() : widgets::Palette::light();
}

void applyTheme(ThemeChoice choice) {
    const widgets::Palette& palette = paletteFor(choice);
    qApp->setPalette(palette.toQt());
    qApp->setStyleSheet(sheet(palette));
}

void applyLanguage(const QString& language) {
    static QTranslator translator, sentences;
    QCoreApplication::removeTranslator(&translator);
    QCoreApplication::removeTranslator(&sentences);
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    if (locale.language() != QLocale::Chinese) {
        if (translator.load(QStringLiteral(":/i18n/unwind_en.qm"))) QCoreApplication::installTranslator(&translator);
        return; // the English file holds plural forms only
    }
    if (sentences.load(QStringLiteral(":/i18n/sentences_zh_CN.qm"))) QCoreApplication::installTranslator(&sentences);
    if (translator.load(QStringLiteral(":/i18n/unwind_zh_CN.qm"))) QCoreApplication::installTranslator(&translator);
}

bool hasChineseFont() { return !QFontDatabase::families(QFontDatabase::SimplifiedChinese).isEmpty(); }

} // namespace unwind::app
