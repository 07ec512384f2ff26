<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>DeferCards</name>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatesLayout</name>
    <message numerus="yes">
        <source>%n step(s), newest first</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps, newest first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n earlier one(s)</source>
        <translation>
            <numerusform>and %n earlier one</numerusform>
            <numerusform>and %n earlier ones</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>unwind::widgets::StatesView</name>
    <message numerus="yes">
        <source>%n time(s), last at #%1</source>
        <translation>
            <numerusform>once, at #%1</numerusform>
            <numerusform>%n times, last at #%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PanicCards</name>
    <message numerus="yes">
        <source>%n deferred call(s) begun</source>
        <translation>
            <numerusform>%n deferred call begun</numerusform>
            <numerusform>%n deferred calls begun</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>unwind::widgets::GoroutinesDock</name>
    <message numerus="yes">
        <source>%n live</source>
        <translation>
            <numerusform>%n live</numerusform>
            <numerusform>%n live</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> · %n unwinding</source>
        <translation>
            <numerusform> · %n unwinding</numerusform>
            <numerusform> · %n unwinding</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>unwind::widgets::ObservabilityDock</name>
    <message numerus="yes">
        <source>%1 of %n log lines</source>
        <translation>
            <numerusform>%1 of %n log line</numerusform>
            <numerusform>%1 of %n log lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n counters</source>
        <translation>
            <numerusform>%n counter</numerusform>
            <numerusform>%n counters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n spans</source>
        <translation>
            <numerusform>%n span</numerusform>
            <numerusform>%n spans</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>unwind::widgets::OutputDock</name>
    <message numerus="yes">
        <source>%1 of %n lines</source>
        <translation>
            <numerusform>%1 of %n line</numerusform>
            <numerusform>%1 of %n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>unwind::widgets::SchedulerDock</name>
    <message numerus="yes">
        <source>%1 of %n P busy</source>
        <translation>
            <numerusform>%1 of %n P busy</numerusform>
            <numerusform>%1 of %n P busy</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>unwind::widgets::SourcePanel</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s) (F8)</source>
        <translation>
            <numerusform>%n warning (F8)</numerusform>
            <numerusform>%n warnings (F8)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>unwind::widgets::TimelineDock</name>
    <message numerus="yes">
        <source>%n goroutine(s)</source>
        <translation>
            <numerusform>%n goroutine</numerusform>
            <numerusform>%n goroutines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComparePicture</name>
    <message numerus="yes">
        <source>and %n more goroutines</source>
        <translation>
            <numerusform>and %n more goroutine</numerusform>
            <numerusform>and %n more goroutines</numerusform>
        </translation>
    </message>
</context>
</TS>
