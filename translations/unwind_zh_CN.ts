<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Course</name>
    <message>
        <source>%1 can not be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
</context>
<context>
    <name>DeferCards</name>
    <message>
        <source>runs after that</source>
        <translation>在其后运行</translation>
    </message>
    <message>
        <source>runs next</source>
        <translation>下一个运行</translation>
    </message>
    <message>
        <source> · arguments evaluated at line %1</source>
        <translation> · 参数在第 %1 行求值</translation>
    </message>
    <message>
        <source>will not run: %1</source>
        <translation>不会运行：%1</translation>
    </message>
    <message>
        <source>running because its function returns</source>
        <translation>因所在函数返回而运行</translation>
    </message>
    <message>
        <source>running because of runtime.Goexit</source>
        <translation>因 runtime.Goexit 而运行</translation>
    </message>
    <message>
        <source>running because of a panic</source>
        <translation>因 panic 而运行</translation>
    </message>
    <message>
        <source>running because of panic(%1)</source>
        <translation>因 panic(%1) 而运行</translation>
    </message>
    <message>
        <source> · recover() at line %1 returned %2</source>
        <translation> · 第 %1 行的 recover() 返回了 %2</translation>
    </message>
    <message>
        <source> · recover() at line %1 returned nil</source>
        <translation> · 第 %1 行的 recover() 返回了 nil</translation>
    </message>
    <message>
        <source>deferred by %1, now at line %2</source>
        <translation>由 %1 延迟，现在在第 %2 行</translation>
    </message>
    <message>
        <source>deferred by a frame that is gone</source>
        <translation>由一个已不存在的栈帧延迟</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n 条记录</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportCommand</name>
    <message>
        <source>%1 can not be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>export needs one file, a .go program or a .unwind recording; the view matrix needs none.</source>
        <translation>导出需要一个文件：.go 程序或 .unwind 录制；matrix 视图不需要文件。</translation>
    </message>
    <message>
        <source>export needs a file to write to: -o OUT.</source>
        <translation>导出需要一个输出文件：-o OUT。</translation>
    </message>
    <message>
        <source>There is no format %1; there are png, svg and pdf.</source>
        <translation>没有格式 %1；可用的有 png、svg 和 pdf。</translation>
    </message>
    <message>
        <source>Two profiles can be compared; more are named.</source>
        <translation>只能比较两个规则集；给出的多于两个。</translation>
    </message>
    <message>
        <source>The other recording can not be read.</source>
        <translation>另一个录制无法读取。</translation>
    </message>
    <message>
        <source>There is no view %1; there are timeline, defers, panics, scheduler, explanation, not-run, states, compare and matrix.</source>
        <translation>没有视图 %1；可用的有 timeline、defers、panics、scheduler、explanation、not-run、states、compare 和 matrix。</translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>G status of %1</source>
        <translation>%1 的 G 状态</translation>
    </message>
    <message>
        <source>States of %1</source>
        <translation>%1 的状态</translation>
    </message>
    <message>
        <source>The program reports no states; see package unwind/states.</source>
        <translation>程序没有报告状态；参见包 unwind/states。</translation>
    </message>
    <message>
        <source>There is no machine %1; there are %2.</source>
        <translation>没有状态机 %1；有 %2。</translation>
    </message>
    <message>
        <source>Truth table of recover</source>
        <translation>recover 真值表</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>解释</translation>
    </message>
    <message>
        <source>What did not run</source>
        <translation>未运行的内容</translation>
    </message>
    <message>
        <source>No recover() was called before this.</source>
        <translation>在此之前没有调用过 recover()。</translation>
    </message>
    <message>
        <source>Every deferred call has run, every goroutine has ended.</source>
        <translation>所有延迟调用都已运行，所有 goroutine 都已结束。</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Defer stack of %1</source>
        <translation>%1 的 defer 栈</translation>
    </message>
    <message>
        <source>Panic chain of %1</source>
        <translation>%1 的 panic 链</translation>
    </message>
    <message>
        <source>Scheduler</source>
        <translation>调度器</translation>
    </message>
    <message>
        <source>#%1 of %2 · %3 · rules %4 · seed %5 · %6 P</source>
        <translation>第 %1 / %2 个事件 · %3 · 规则 %4 · 种子 %5 · %6 个 P</translation>
    </message>
    <message>
        <source>No deferred calls here.</source>
        <translation>这里没有延迟调用。</translation>
    </message>
    <message>
        <source>No panic here.</source>
        <translation>这里没有 panic。</translation>
    </message>
    <message>
        <source>There is no recording to draw; run a program first.</source>
        <translation>没有可绘制的录制；请先运行一个程序。</translation>
    </message>
    <message>
        <source>%1 can not be written; choose another place.</source>
        <translation>无法写入 %1；请换一个位置。</translation>
    </message>
    <message>
        <source>There is nothing to compare with; compare the run with a profile or a recording first.</source>
        <translation>没有可比较的运行；请先将本次运行与一个规则集或录制比较。</translation>
    </message>
</context>
<context>
    <name>NotRunCards</name>
    <message>
        <source>NEVER CALLED</source>
        <translation>从未调用</translation>
    </message>
</context>
<context>
    <name>PanicCards</name>
    <message numerus="yes">
        <source>%n deferred call(s) begun</source>
        <translation>
            <numerusform>已开始 %n 个延迟调用</numerusform>
        </translation>
    </message>
    <message>
        <source>INTERCEPTED</source>
        <translation>被拦截</translation>
    </message>
    <message>
        <source>UNWINDING</source>
        <translation>正在展开</translation>
    </message>
    <message>
        <source>✓ RECOVERED</source>
        <translation>✓ 已恢复</translation>
    </message>
    <message>
        <source>ABORTED</source>
        <translation>已中止</translation>
    </message>
    <message>
        <source>RAISED AGAIN</source>
        <translation>再次引发</translation>
    </message>
    <message>
        <source>FATAL</source>
        <translation>致命</translation>
    </message>
    <message>
        <source>DONE</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>a newer panic</source>
        <translation>更新的 panic</translation>
    </message>
    <message>
        <source>control resumes in %1</source>
        <translation>控制权回到 %1</translation>
    </message>
    <message>
        <source>control resumes in %1, %2</source>
        <translation>控制权回到 %1，%2</translation>
    </message>
    <message>
        <source>not a panic: nothing to recover</source>
        <translation>不是 panic：没有可恢复的</translation>
    </message>
    <message>
        <source>looking for a deferred call that recovers</source>
        <translation>正在寻找会恢复它的延迟调用</translation>
    </message>
    <message>
        <source>overtaken by %1</source>
        <translation>被 %1 取代</translation>
    </message>
    <message>
        <source>recovered, then overtaken by %1</source>
        <translation>已恢复，随后被 %1 取代</translation>
    </message>
    <message>
        <source>its value was raised again</source>
        <translation>它的值被再次引发</translation>
    </message>
    <message>
        <source>nobody recovered: the program dies</source>
        <translation>无人恢复：程序终止</translation>
    </message>
    <message>
        <source>all deferred calls have run: the goroutine ends</source>
        <translation>所有延迟调用已运行：goroutine 结束</translation>
    </message>
</context>
<context>
    <name>SchedulerLayout</name>
    <message>
        <source>global queue</source>
        <translation>全局队列</translation>
    </message>
    <message>
        <source>next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>spinning, stealing</source>
        <translation>自旋，窃取中</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>looking for work</source>
        <translation>正在找工作</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>system call</source>
        <translation>系统调用</translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>runnable</source>
        <translation>可运行</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>sleep / syscall</source>
        <translation>睡眠 / 系统调用</translation>
    </message>
    <message>
        <source>panicking</source>
        <translation>panic 中</translation>
    </message>
    <message>
        <source>Goexit</source>
        <translation>Goexit</translation>
    </message>
    <message>
        <source>recovered</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>PENDING</source>
        <translation>待运行</translation>
    </message>
    <message>
        <source>RUNNING</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>DONE</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>SKIPPED</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>已返回</translation>
    </message>
    <message>
        <source>ended by a panic of its own</source>
        <translation>因自身的 panic 而结束</translation>
    </message>
    <message>
        <source>ended by runtime.Goexit</source>
        <translation>因 runtime.Goexit 而结束</translation>
    </message>
    <message>
        <source>its frame was left by a recovered panic</source>
        <translation>它的栈帧被一次已恢复的 panic 抛弃</translation>
    </message>
    <message>
        <source>os.Exit ends the program without deferred calls</source>
        <translation>os.Exit 直接结束程序，不运行延迟调用</translation>
    </message>
    <message>
        <source>main returned first: other goroutines&apos; deferred calls do not run</source>
        <translation>main 先返回：其他 goroutine 的延迟调用不会运行</translation>
    </message>
    <message>
        <source>a fatal error runs no deferred calls</source>
        <translation>致命错误不运行延迟调用</translation>
    </message>
    <message>
        <source>an uncaught panic ended the program</source>
        <translation>未捕获的 panic 结束了程序</translation>
    </message>
    <message>
        <source>the profile&apos;s rule: Goexit runs no deferred calls</source>
        <translation>按此规则集：Goexit 不运行延迟调用</translation>
    </message>
    <message>
        <source>a signal that nobody handles ended the program</source>
        <translation>没有人处理的信号结束了程序</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>aborted</source>
        <translation>已中止</translation>
    </message>
    <message>
        <source>raised again</source>
        <translation>再次引发</translation>
    </message>
    <message>
        <source>fatal</source>
        <translation>致命</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>panic</source>
        <translation>panic</translation>
    </message>
    <message>
        <source>panic with an error</source>
        <translation>带 error 的 panic</translation>
    </message>
    <message>
        <source>run-time error</source>
        <translation>运行时错误</translation>
    </message>
    <message>
        <source>being made</source>
        <translation>正在创建</translation>
    </message>
    <message>
        <source>running on %1</source>
        <translation>在 %1 上运行</translation>
    </message>
    <message>
        <source>system call</source>
        <translation>系统调用</translation>
    </message>
    <message>
        <source> · panicking</source>
        <translation> · panic 中</translation>
    </message>
    <message>
        <source> · Goexit</source>
        <translation> · Goexit</translation>
    </message>
</context>
<context>
    <name>VerdictPicture</name>
    <message>
        <source>✓ RECOVERED</source>
        <translation>✓ 已恢复</translation>
    </message>
    <message>
        <source>✓ INTERCEPTED</source>
        <translation>✓ 已拦截</translation>
    </message>
    <message>
        <source>OBSERVED</source>
        <translation>已观察</translation>
    </message>
    <message>
        <source>RUN-TIME ERROR</source>
        <translation>运行时错误</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>unwind::app::Banner</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>unwind::app::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Type a command</source>
        <translation>输入命令</translation>
    </message>
</context>
<context>
    <name>unwind::app::EngineClient</name>
    <message>
        <source>%1 can not be started</source>
        <translation>无法启动 %1</translation>
    </message>
    <message>
        <source>it was killed or crashed</source>
        <translation>它被终止或崩溃了</translation>
    </message>
    <message>
        <source>it left with code %1</source>
        <translation>它以代码 %1 退出</translation>
    </message>
    <message>
        <source>The engine stopped: %1.</source>
        <translation>引擎已停止：%1。</translation>
    </message>
</context>
<context>
    <name>unwind::app::ExportDialog</name>
    <message>
        <source>States</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>解释</translation>
    </message>
    <message>
        <source>What did not run</source>
        <translation>未运行的内容</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Defer stack</source>
        <translation>defer 栈</translation>
    </message>
    <message>
        <source>Panic chain</source>
        <translation>panic 链</translation>
    </message>
    <message>
        <source>Scheduler</source>
        <translation>调度器</translation>
    </message>
    <message>
        <source>PNG, for slides and issues</source>
        <translation>PNG，用于幻灯片和问题报告</translation>
    </message>
    <message>
        <source>SVG, text stays text</source>
        <translation>SVG，文字仍是文字</translation>
    </message>
    <message>
        <source>PDF, for papers</source>
        <translation>PDF，用于论文</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Log lines, counters and spans</source>
        <translation>日志、计数器与跨度</translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation>JSON 行</translation>
    </message>
    <message>
        <source>Prometheus text, the counters</source>
        <translation>Prometheus 文本，仅计数器</translation>
    </message>
    <message>
        <source>OTLP, for the OpenTelemetry Collector</source>
        <translation>OTLP，供 OpenTelemetry Collector 读取</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>unwind::app::Gallery</name>
    <message>
        <source>What happens when Go panics?</source>
        <translation>Go 发生 panic 时会怎样？</translation>
    </message>
    <message>
        <source>The article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>What an article says about Go 1.25, claim by claim. Choose Go 1.25 in the profile box to see what released Go does.</source>
        <translation>一篇文章关于 Go 1.25 的说法，逐条演示。在规则集框中选择 Go 1.25 即可看到发布版 Go 的实际行为。</translation>
    </message>
    <message>
        <source>Pick a program and step through it, forwards and backwards.</source>
        <translation>选一个程序，向前或向后逐步查看。</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>课程</translation>
    </message>
</context>
<context>
    <name>unwind::app::MainWindow</name>
    <message>
        <source>%1 with %2</source>
        <translation>%1，加上 %2</translation>
    </message>
    <message>
        <source>Save the profile</source>
        <translation>保存规则集</translation>
    </message>
    <message>
        <source>Open a profile</source>
        <translation>打开规则集</translation>
    </message>
    <message>
        <source>Profiles (*.json)</source>
        <translation>规则集 (*.json)</translation>
    </message>
    <message>
        <source>Trut&amp;h table of recover…</source>
        <translation>recover 真值表(&amp;H)…</translation>
    </message>
    <message>
        <source>recover in every place and situation, run under the rules in force</source>
        <translation>recover 在每个位置、每种情形下的结果，按当前规则运行</translation>
    </message>
    <message>
        <source>About Unwind</source>
        <translation>关于 Unwind</translation>
    </message>
    <message>
        <source>Unwind %1 shows what Go&apos;s defer, panic, recover and runtime.Goexit do, step by step.</source>
        <translation>Unwind %1 逐步展示 Go 的 defer、panic、recover 和 runtime.Goexit 做了什么。</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>示例库</translation>
    </message>
    <message>
        <source>All demos</source>
        <translation>所有示例</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Save &amp;recording…</source>
        <translation>保存录制(&amp;R)…</translation>
    </message>
    <message>
        <source>Keep this run as a file that can be opened again</source>
        <translation>把这次运行保存为可再次打开的文件</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Edit the program</source>
        <translation>编辑程序(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Next warning or error</source>
        <translation>下一个警告或错误(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Search events</source>
        <translation>搜索事件(&amp;S)</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Forward to the next breakpoint, or as far as it goes</source>
        <translation>前进到下一个断点，或尽可能远</translation>
    </message>
    <message>
        <source>Run back</source>
        <translation>向后运行</translation>
    </message>
    <message>
        <source>Back to the breakpoint before, or to the start</source>
        <translation>后退到上一个断点，或回到开头</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Stop the running program where it is</source>
        <translation>让正在运行的程序停在原处</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>End the program; its recording stays</source>
        <translation>结束程序；录制保留</translation>
    </message>
    <message>
        <source>Run &amp;again</source>
        <translation>重新运行(&amp;A)</translation>
    </message>
    <message>
        <source>Run the program again from the beginning</source>
        <translation>从头重新运行程序</translation>
    </message>
    <message>
        <source>line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>To the next line of this goroutine, over calls</source>
        <translation>到此 goroutine 的下一行，越过调用</translation>
    </message>
    <message>
        <source>line back</source>
        <translation>后退一行</translation>
    </message>
    <message>
        <source>To the line before of this goroutine, over calls</source>
        <translation>到此 goroutine 的上一行，越过调用</translation>
    </message>
    <message>
        <source>Step &amp;into</source>
        <translation>步入(&amp;I)</translation>
    </message>
    <message>
        <source>To the next line, into calls</source>
        <translation>到下一行，进入调用</translation>
    </message>
    <message>
        <source>Step into, backwards</source>
        <translation>向后步入</translation>
    </message>
    <message>
        <source>Step &amp;out</source>
        <translation>步出(&amp;O)</translation>
    </message>
    <message>
        <source>To the line after this function</source>
        <translation>到此函数之后的一行</translation>
    </message>
    <message>
        <source>Step out, backwards</source>
        <translation>向后步出</translation>
    </message>
    <message>
        <source>event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>One micro-step of the machinery forward</source>
        <translation>前进一个微步骤</translation>
    </message>
    <message>
        <source>event back</source>
        <translation>后退一个事件</translation>
    </message>
    <message>
        <source>One micro-step of the machinery back</source>
        <translation>后退一个微步骤</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>到开头</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>到结尾</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Step by itself</source>
        <translation>自动步进</translation>
    </message>
    <message>
        <source>Toggle &amp;breakpoint</source>
        <translation>切换断点(&amp;B)</translation>
    </message>
    <message>
        <source>Clear all breakpoints</source>
        <translation>清除所有断点</translation>
    </message>
    <message>
        <source>Select the goroutine of each step</source>
        <translation>选中每一步的 goroutine</translation>
    </message>
    <message>
        <source>Larger code</source>
        <translation>放大代码</translation>
    </message>
    <message>
        <source>Smaller code</source>
        <translation>缩小代码</translation>
    </message>
    <message>
        <source>Reset the layout</source>
        <translation>重置布局</translation>
    </message>
    <message>
        <source>&amp;Commands…</source>
        <translation>命令(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>按键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Unwind</source>
        <translation>关于 Unwind(&amp;A)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Language of the system</source>
        <translation>系统语言</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>面板(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>No file was opened yet</source>
        <translation>还没有打开过文件</translation>
    </message>
    <message>
        <source>Forget these</source>
        <translation>清除记录</translation>
    </message>
    <message>
        <source>What was recorded so far can still be looked at.</source>
        <translation>到目前为止的录制仍可查看。</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>重新启动</translation>
    </message>
    <message>
        <source>Unsaved text</source>
        <translation>未保存的文本</translation>
    </message>
    <message>
        <source>%1 was edited and not saved.</source>
        <translation>%1 已编辑但未保存。</translation>
    </message>
    <message>
        <source>%1 can not be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>Open a program or a recording</source>
        <translation>打开程序或录制</translation>
    </message>
    <message>
        <source>Go programs and recordings (*.go *.unwind)</source>
        <translation>Go 程序和录制 (*.go *.unwind)</translation>
    </message>
    <message>
        <source>Save the program</source>
        <translation>保存程序</translation>
    </message>
    <message>
        <source>Go programs (*.go)</source>
        <translation>Go 程序 (*.go)</translation>
    </message>
    <message>
        <source>%1 can not be written: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
    <message>
        <source>Save the recording</source>
        <translation>保存录制</translation>
    </message>
    <message>
        <source>Recordings (*.unwind)</source>
        <translation>录制 (*.unwind)</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>%1 – Unwind</source>
        <translation>%1 – Unwind</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>Compiling and starting</source>
        <translation>正在编译并启动</translation>
    </message>
    <message>
        <source>Stopped; its last events are being read</source>
        <translation>已停下，正在读取最后的事件</translation>
    </message>
    <message>
        <source>%1 has %2 MB: a Go file may have up to %3 MB here.</source>
        <translation>%1 有 %2 MB：这里的 Go 文件最大为 %3 MB。</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>正在运行</translation>
    </message>
    <message>
        <source>Paused at a breakpoint</source>
        <translation>停在断点</translation>
    </message>
    <message>
        <source>Paused; it can go on from the end (F5)</source>
        <translation>已暂停；可以从末尾继续 (F5)</translation>
    </message>
    <message>
        <source>Paused after a step</source>
        <translation>步进后暂停</translation>
    </message>
    <message>
        <source>A saved recording</source>
        <translation>已保存的录制</translation>
    </message>
    <message>
        <source>Finished with exit code %1</source>
        <translation>已结束，退出码 %1</translation>
    </message>
    <message>
        <source>The engine is gone</source>
        <translation>引擎已不在</translation>
    </message>
    <message>
        <source>The program does not run</source>
        <translation>程序无法运行</translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation>%1 个事件</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>种子 %1</translation>
    </message>
    <message>
        <source>%1 P</source>
        <translation>%1 个 P</translation>
    </message>
    <message>
        <source>%1 events did not fit</source>
        <translation>%1 个事件放不下</translation>
    </message>
    <message>
        <source>Output: %1</source>
        <translation>输出：%1</translation>
    </message>
    <message>
        <source>No font for Chinese is installed: install one, for example the package fonts-wqy-microhei.</source>
        <translation>没有安装中文字体：请安装一个，例如软件包 fonts-wqy-microhei。</translation>
    </message>
    <message>
        <source>Compare with profile…</source>
        <translation>与规则集比较…</translation>
    </message>
    <message>
        <source>Run the program under other rules too and show where the two part</source>
        <translation>再用另一套规则运行程序，显示两次运行从哪里分开</translation>
    </message>
    <message>
        <source>Compare with recording…</source>
        <translation>与录制比较…</translation>
    </message>
    <message>
        <source>Show where this run and a saved one part</source>
        <translation>显示本次运行与已保存的运行从哪里分开</translation>
    </message>
    <message>
        <source>Compare with a recording</source>
        <translation>与一个录制比较</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Running the program again to find out where the two part and why…</source>
        <translation>正在重新运行程序，查找两次运行从哪里、为何分开…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The other recording can not be read.</source>
        <translation>另一个录制无法读取。</translation>
    </message>
    <message>
        <source>Interception cost…</source>
        <translation>拦截开销…</translation>
    </message>
    <message>
        <source>Measure what it costs to be told of a Goexit, in three ways</source>
        <translation>测量以三种方式得知 Goexit 的开销</translation>
    </message>
    <message>
        <source>&amp;Lessons</source>
        <translation>课程(&amp;L)</translation>
    </message>
    <message>
        <source>The course, beside the program</source>
        <translation>在程序旁边打开课程</translation>
    </message>
    <message>
        <source>Open l&amp;esson…</source>
        <translation>打开课程文件(&amp;E)…</translation>
    </message>
    <message>
        <source>Open a lesson</source>
        <translation>打开课程文件</translation>
    </message>
    <message>
        <source>Lessons (*.md)</source>
        <translation>课程文件 (*.md)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Send SI&amp;GTERM</source>
        <translation>发送 SIGTERM(&amp;G)</translation>
    </message>
    <message>
        <source>A signal reaches the program now; go on from its event</source>
        <translation>现在向程序发送一个信号；可从它的事件继续</translation>
    </message>
    <message>
        <source>Send si&amp;gnal</source>
        <translation>发送信号(&amp;N)</translation>
    </message>
    <message>
        <source>Save a view as a picture, or what the program reports as text</source>
        <translation>将视图存为图片，或将程序的报告存为文本</translation>
    </message>
</context>
<context>
    <name>unwind::app::PlaybackBar</name>
    <message>
        <source>%1 P</source>
        <translation>%1 个 P</translation>
    </message>
    <message>
        <source>#%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>#%1 of %2 · %3</source>
        <translation>%1 / %2 · %3</translation>
    </message>
    <message>
        <source>Position in the recording</source>
        <translation>录制中的位置</translation>
    </message>
    <message>
        <source>Speed of playing</source>
        <translation>播放速度</translation>
    </message>
    <message>
        <source>Rules the program runs under; a change runs it again</source>
        <translation>程序运行所依据的规则；更改后会重新运行</translation>
    </message>
    <message>
        <source>Number of processors (P) of the next run; a change runs it again</source>
        <translation>下次运行的处理器 (P) 数；更改后会重新运行</translation>
    </message>
</context>
<context>
    <name>unwind::app::ReportExporter</name>
    <message>
        <source>%1 can not be written: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
</context>
<context>
    <name>unwind::app::ShortcutSheet</name>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Timeline: zoom in and out</source>
        <translation>时间线：放大和缩小</translation>
    </message>
    <message>
        <source>Timeline: to the left and right</source>
        <translation>时间线：向左和向右</translation>
    </message>
    <message>
        <source>Timeline: show everything, or the range</source>
        <translation>时间线：显示全部或所选范围</translation>
    </message>
    <message>
        <source>wheel</source>
        <translation>滚轮</translation>
    </message>
    <message>
        <source>Timeline: zoom at the pointer</source>
        <translation>时间线：在指针处缩放</translation>
    </message>
    <message>
        <source>drag</source>
        <translation>拖动</translation>
    </message>
    <message>
        <source>Timeline: select a range of time</source>
        <translation>时间线：选择一段时间</translation>
    </message>
</context>
<context>
    <name>unwind::widgets::ArticleBox</name>
    <message>
        <source>What the article says</source>
        <translation>文章的说法</translation>
    </message>
    <message>
        <source>What the article says (%1)</source>
        <translation>文章的说法（%1）</translation>
    </message>
    <message>
        <source>What Go does</source>
        <translation>Go 的实际行为</translation>
    </message>
</context>
<context>
    <name>unwind::widgets::CallStackDock</name>
    <message>
        <source>Call stack</source>
        <translation>调用栈</translation>
    </message>
    <message>
        <source>The calls in progress of the selected goroutine appear here, the newest on top.</source>
        <translation>所选 goroutine 正在进行的调用显示在这里，最新的在最上面。</translation>
    </message>
</context>
<context>
    <name>unwind::widgets::CallStackModel</name>
    <message>
        <source>deferred call</source>
        <translation>延迟调用</translation>
    </message>
    <message>
        <source>created by a go statement</source>
        <translation>由 go 语句创建</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Runs as</source>
        <translation>运行方式</translation>
    </message>
</context>
<context>
    <name>unwind::widgets::CountersModel</name>
    <message>
        <source>Counter</source>
        <translation>计数器</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>unwind::widgets::DeferStackDock</name>
    <message>
        <source>Defer stack</source>
        <translation>defer 栈</translation>
    </message>
    <message>
        <source>Each defer statement puts a card here; the newest is on top and runs first.</source>
        <translation>每条 defer 语句在这里放一张卡片；最新的在最上面，最先运行。</translation>
    </message>
</context>
<context>
    <name>unwind::widgets::DepthPlottable</name>
    <message>
        <source>most: %1</source>
        <translation>最多：%1</translation>
    </message>
</context>
<context>
    <name>unwind::widgets::EventsDock</name>
    <message>
        <source>no event contains “%1”</source>
        <translation>没有包含“%1”的事件</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Every micro-step of the run appears here as one row.</source>
        <translation>运行的每个微步骤在这里显示为一行。</translation>
    </message>
    <message>
        <source>Search events (/)</source>
        <translation>搜索事件 (/)</translation>
    </message>
</context>
<context>
    <name>unwind::widgets::EventsModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>参数</translation>
    </message>
</context>
<context>
    <name>unwind::widgets::ExplanationStrip</name>
    <message>
        <source>Explanation</source>
        <translation>解释</translation>
    </message>
    <message>
        <source>The program has not begun. Step forward to see its first event.</source>
        <translation>程序尚未开始。向前一步即可看到第一个事件。</translation>
    </message>
    <message>
        <source>Open and run a program: every step of it is explained here in one sentence.</source>
        <translation>打开并运行一个程序：它的每一步都会在这里用一句话解释。</translation>
    </message>
    <message>
        <source>rule: %1</source>
        <translation>规则：%1</translation>
    </message>
</context>
<context>
    <name>unwind::widgets::GoroutinesDock</name>
    <message numerus="yes">
        <source>%n live</source>
        <translation>
            <numerusform>%n 个存活</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> · %n unwinding</source>
        <translation>
            <numerusform> · %n 个正在展开</numerusform>
        </translation>
    </message>
    <message>
        <source>Goroutines</source>
        <translation>Goroutine</translation>
    </message>
    <message>
        <source>Every goroutine appears here with its state and place once a program runs.</source>
        <translation>程序运行后，每个 goroutine 及其状态和位置显示在这里。</translation>
    </message>
</context>
<context>
    <name>unwind::widgets::GoroutinesModel</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Defers</source>
        <translation>defer</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>创建者</translation>
    </message>
</context>
<context>
    <name>unwind::widgets::Legend</name>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
</context>
<context>
    <name>unwind::widgets::LessonList</name>
    <message>
        <source>%1 of %2 predicted right</source>
        <translation>%2 个预测中 %1 个正确</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>已开始</translation>
    </message>
</context>
<context>
    <name>unwind::widgets::LessonPage</name>
    <message>
        <source>‹ All lessons</source>
        <translation>‹ 全部课程</translation>
    </message>
    <message>
        <source>▶ Run the program</source>
        <translation>▶ 运行程序</translation>
    </message>
    <message>
        <source>‹ Previous</source>
        <translation>‹ 上一课</translation>
    </message>
    <message>
        <source>Next lesson ›</source>
        <translation>下一课 ›</translation>
    </message>
</context>
<context>
    <name>unwind::widgets::LessonsDock</name>
    <message>
        <source>Lessons</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Close the lessons</source>
        <translation>关闭课程</translation>
    </message>
    <message>
        <source>There are no lessons in this language.</source>
        <translation>没有这种语言的课程。</translation>
    </message>
    <message>
        <source>en</source>
        <comment>folder of the lessons in the window&apos;s language: en or zh_CN</comment>
        <translation>zh_CN</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>已完成 %1 / %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Run the program first: then this link leads to the moment.</source>
        <translation>请先运行程序：之后此链接会带你到那一刻。</translation>
    </message>
    <message>
        <source>In this run there is no such moment.</source>
        <translation>这次运行里没有这一刻。</translation>
    </message>
</context>
<context>
    <name>unwind::widgets::LogLinesModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Log line</source>
        <translation>日志</translation>
    </message>
</context>
<context>
    <name>unwind::widgets::NotRunDock</name>
    <message>
        <source>Not run</source>
        <translation>未运行</translation>
    </message>
    <message>
        <source>When the program has ended, deferred calls that were never made and goroutines that had not ended stand here, with the cause.</source>
        <translation>程序结束后，从未进行的延迟调用和尚未结束的 goroutine 列在这里，并注明原因。</translation>
    </message>
</context>
<context>
    <name>unwind::widgets::ObservabilityDock</name>
    <message numerus="yes">
        <source>%1 of %n log lines</source>
        <translation>
            <numerusform>%1/%n 行日志</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n counters</source>
        <translation>
            <numerusform>%n 个计数器</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n spans</source>
        <translation>
            <numerusform>%n 个跨度</numerusform>
        </translation>
    </message>
    <message>
        <source>Observability</source>
        <translation>可观测性</translation>
    </message>
    <message>
        <source>What the program reports of itself stands here: log lines of log/slog, counters of unwind/metrics, and spans of unwind/trace as a waterfall in virtual time.</source>
        <translation>程序自身的报告显示在这里：log/slog 的日志、unwind/metrics 的计数器，以及 unwind/trace 的跨度（按虚拟时间排成瀑布图）。</translation>
    </message>
    <message>
        <source>Log lines</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Counters</source>
        <translation>计数器</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>跨度</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>As JSON lines, Prometheus text or OTLP, up to the cursor</source>
        <translation>导出为 JSON 行、Prometheus 文本或 OTLP，截至光标处</translation>
    </message>
</context>
<context>
    <name>unwind::widgets::OutputDock</name>
    <message numerus="yes">
        <source>%1 of %n lines</source>
        <translation>
            <numerusform>%1 / %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>What the program prints appears here. Click a line to go to the moment it was printed.</source>
        <translation>程序打印的内容显示在这里。点击一行即可回到它被打印的时刻。</translation>
    </message>
</context>
<context>
    <name>unwind::widgets::OutputModel</name>
    <message>
        <source>standard error: %1</source>
        <translation>标准错误：%1</translation>
    </message>
</context>
<context>
    <name>unwind::widgets::PanicChainDock</name>
    <message>
        <source>Panic chain</source>
        <translation>panic 链</translation>
    </message>
    <message>
        <source>A panic or runtime.Goexit of the selected goroutine appears here, linked to the one it interrupts.</source>
        <translation>所选 goroutine 的 panic 或 runtime.Goexit 显示在这里，并与它打断的那个相连。</translation>
    </message>
</context>
<context>
    <name>unwind::widgets::PredictionCard</name>
    <message>
        <source>Predict</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>**✓ Right.** That is what happened.</source>
        <translation>**✓ 正确。** 实际就是这样。</translation>
    </message>
    <message>
        <source>**✗ None of these** is what happened in this run.</source>
        <translation>**✗ 都不是。** 这次运行里发生的与这些都不同。</translation>
    </message>
    <message>
        <source>**You made no prediction.** What happened: %1.</source>
        <translation>**你没有做预测。** 实际情况：%1。</translation>
    </message>
    <message>
        <source>**✗ It came differently:** %1.</source>
        <translation>**✗ 实际并非如此。** 实际情况：%1。</translation>
    </message>
</context>
<context>
    <name>unwind::widgets::SchedulerDock</name>
    <message numerus="yes">
        <source>%1 of %n P busy</source>
        <translation>
            <numerusform>%1 / %n 个 P 忙碌</numerusform>
        </translation>
    </message>
    <message>
        <source>Scheduler</source>
        <translation>调度器</translation>
    </message>
    <message>
        <source>Processors and run queues appear here once a program runs.</source>
        <translation>程序运行后，处理器和运行队列显示在这里。</translation>
    </message>
</context>
<context>
    <name>unwind::widgets::SchedulerView</name>
    <message>
        <source>Scheduler</source>
        <translation>调度器</translation>
    </message>
</context>
<context>
    <name>unwind::widgets::SourcePanel</name>
    <message>
        <source> · standard library</source>
        <translation> · 标准库</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n 个问题</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s) (F8)</source>
        <translation>
            <numerusform>%n 个警告 (F8)</numerusform>
        </translation>
    </message>
    <message>
        <source> · edited: run it again to see where it goes</source>
        <translation> · 已编辑：重新运行以查看走向</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>源代码</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Edit the program (Ctrl+E)</source>
        <translation>编辑程序 (Ctrl+E)</translation>
    </message>
</context>
<context>
    <name>unwind::widgets::SpansModel</name>
    <message>
        <source>%1, open</source>
        <translation>%1，未结束</translation>
    </message>
    <message>
        <source>trace %1, span %2</source>
        <translation>追踪 %1，跨度 %2</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>追踪</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>跨度</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
</context>
<context>
    <name>unwind::widgets::TimelineDock</name>
    <message numerus="yes">
        <source>%n goroutine(s)</source>
        <translation>
            <numerusform>%n 个 goroutine</numerusform>
        </translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Every goroutine and processor over virtual time appears here once a program runs.</source>
        <translation>程序运行后，每个 goroutine 和处理器随虚拟时间的变化显示在这里。</translation>
    </message>
</context>
<context>
    <name>unwind::widgets::TimelinePlottable</name>
    <message>
        <source>panicking</source>
        <translation>panic 中</translation>
    </message>
    <message>
        <source>Goexit: unwinding</source>
        <translation>Goexit：正在展开</translation>
    </message>
</context>
<context>
    <name>unwind::widgets::TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>%1 from %2, event #%3</source>
        <translation>持续 %1，始于 %2，事件 #%3</translation>
    </message>
</context>
<context>
    <name>unwind::widgets::VariablesDock</name>
    <message>
        <source>engine at #%1</source>
        <translation>引擎在 #%1</translation>
    </message>
    <message>
        <source>These values are where the engine stands: %1, event #%2. The cursor is at #%3.</source>
        <translation>这些值属于引擎所在之处：%1，事件 #%2。光标在 #%3。</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Values appear here while the engine is paused at a breakpoint. The recording itself holds no values.</source>
        <translation>引擎停在断点时，变量值显示在这里。录制本身不含变量值。</translation>
    </message>
</context>
<context>
    <name>unwind::widgets::VariablesModel</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
</context>
<context>
    <name>unwind::app::Comparer</name>
    <message>
        <source>%1 can not be started</source>
        <translation>无法启动 %1</translation>
    </message>
    <message>
        <source>The comparison was ended before it was done.</source>
        <translation>比较在完成之前被终止。</translation>
    </message>
</context>
<context>
    <name>unwind::app::CompareDialog</name>
    <message>
        <source>Compare with a profile</source>
        <translation>与一个规则集比较</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>规则集</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>CompareText</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>There is no difference: %1 and %2 do the same, event by event.</source>
        <translation>没有差别：%1 与 %2 逐个事件完全相同。</translation>
    </message>
    <message>
        <source>There is no difference in the first %1 events; what follows was not kept.</source>
        <translation>前 %1 个事件没有差别；其后的事件未被保留。</translation>
    </message>
    <message>
        <source>Every goroutine does the same in %1 and %2; their order parts at event #%3.</source>
        <translation>每个 goroutine 在 %1 与 %2 中所做相同；次序从事件 #%3 起不同。</translation>
    </message>
    <message>
        <source>%1 and %2 part at the program&apos;s end.</source>
        <translation>%1 与 %2 在程序结束处分开。</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 和 %2</translation>
    </message>
    <message>
        <source>%1 and %2 part at %3, in %4.</source>
        <translation>%1 与 %2 在 %4 的 %3 处分开。</translation>
    </message>
    <message>
        <source>There is no such event.</source>
        <translation>没有这样的事件。</translation>
    </message>
    <message>
        <source>The program ends before %1 comes here.</source>
        <translation>程序在 %1 到达这里之前就结束了。</translation>
    </message>
    <message>
        <source>%1 has ended and does not come here.</source>
        <translation>%1 已经结束，不会到达这里。</translation>
    </message>
    <message>
        <source>the rule %1</source>
        <translation>规则 %1</translation>
    </message>
    <message>
        <source>the seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>the number of Ps</source>
        <translation>P 的数量</translation>
    </message>
    <message>
        <source>the arguments</source>
        <translation>程序参数</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1, %2 in %3 and %4 in %5</source>
        <translation>%1：在 %3 中为 %2，在 %5 中为 %4</translation>
    </message>
    <message>
        <source>Both were run with the same settings.</source>
        <translation>两次运行的设置相同。</translation>
    </message>
    <message>
        <source>The programs themselves differ.</source>
        <translation>两个程序本身不同。</translation>
    </message>
    <message>
        <source>Run again, the program does not do what the recordings hold; they come from another version of Unwind or had other limits.</source>
        <translation>重新运行时，程序的行为与录制不符；录制来自另一版本的 Unwind，或使用了别的限制。</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>What makes the difference: %1.</source>
        <translation>造成差别的是%1。</translation>
    </message>
    <message>
        <source>Each of these alone makes the difference: %1.</source>
        <translation>以下任何一项都足以造成差别：%1。</translation>
    </message>
    <message>
        <source>Only together these make the difference: %1.</source>
        <translation>以下各项合在一起才造成差别：%1。</translation>
    </message>
    <message>
        <source>does not end</source>
        <translation>没有结束</translation>
    </message>
    <message>
        <source>return or os.Exit</source>
        <translation>返回或 os.Exit</translation>
    </message>
    <message>
        <source>Exit code</source>
        <translation>退出码</translation>
    </message>
    <message>
        <source>Ends by</source>
        <translation>结束方式</translation>
    </message>
    <message>
        <source>Deferred calls stored</source>
        <translation>已登记的延迟调用</translation>
    </message>
    <message>
        <source>Deferred calls run</source>
        <translation>已运行的延迟调用</translation>
    </message>
    <message>
        <source>Deferred calls skipped</source>
        <translation>未运行的延迟调用</translation>
    </message>
    <message>
        <source>Panics</source>
        <translation>panic</translation>
    </message>
    <message>
        <source>Panics recovered</source>
        <translation>已恢复的 panic</translation>
    </message>
    <message>
        <source>Goexits</source>
        <translation>Goexit</translation>
    </message>
    <message>
        <source>Goexits intercepted</source>
        <translation>被拦截的 Goexit</translation>
    </message>
    <message>
        <source>Goroutines</source>
        <translation>goroutine</translation>
    </message>
    <message>
        <source>Goroutines finished</source>
        <translation>已结束的 goroutine</translation>
    </message>
    <message>
        <source>the signals</source>
        <translation>信号</translation>
    </message>
</context>
<context>
    <name>ComparePicture</name>
    <message>
        <source>event #%1 of %2 · %3</source>
        <translation>事件 #%1，共 %2 · %3</translation>
    </message>
    <message numerus="yes">
        <source>and %n more goroutines</source>
        <translation>
            <numerusform>以及另外 %n 个 goroutine</numerusform>
        </translation>
    </message>
    <message>
        <source>here they part</source>
        <translation>从这里分开</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Output in %1</source>
        <translation>%1 的输出</translation>
    </message>
</context>
<context>
    <name>unwind::widgets::CompareTimelines</name>
    <message>
        <source>Two timelines</source>
        <translation>两条时间线</translation>
    </message>
</context>
<context>
    <name>unwind::widgets::CompareView</name>
    <message>
        <source>The program has not begun.</source>
        <translation>程序尚未开始。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Back to the program</source>
        <translation>返回程序</translation>
    </message>
    <message>
        <source>To where they part</source>
        <translation>到分开处</translation>
    </message>
    <message>
        <source>No output</source>
        <translation>没有输出</translation>
    </message>
    <message>
        <source>Output in %1</source>
        <translation>%1 的输出</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排对照</translation>
    </message>
</context>
<context>
    <name>unwind::app::BenchDialog</name>
    <message>
        <source>What intercepting Goexit costs</source>
        <translation>拦截 Goexit 的开销</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The measurement was given up.</source>
        <translation>测量已取消。</translation>
    </message>
    <message>
        <source>%1 can not be started</source>
        <translation>无法启动 %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Measuring: the three mechanisms take turns…</source>
        <translation>正在测量：三种机制轮流进行…</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>重新测量</translation>
    </message>
    <message>
        <source>The measurement ended before it was done.</source>
        <translation>测量在完成之前结束。</translation>
    </message>
    <message>
        <source>CPU time from a goroutine&apos;s call of Goexit to the start of the next goroutine: %1 Goexits of each kind in %2 repetitions. Whiskers: standard deviation over the repetitions. The article&apos;s figures (§2.5) are from another machine: compare the ratios.</source>
        <translation>从 goroutine 调用 Goexit 到下一个 goroutine 开始的 CPU 时间：每种机制 %1 次 Goexit，分 %2 轮。误差线为各轮的标准差。文章的数据（§2.5）来自另一台机器：请比较倍数。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无拦截</translation>
    </message>
    <message>
        <source>hook</source>
        <translation>钩子</translation>
    </message>
    <message>
        <source>stack guard</source>
        <translation>stackguard</translation>
    </message>
    <message>
        <source>measured here</source>
        <translation>本机实测</translation>
    </message>
    <message>
        <source>the article, §2.5</source>
        <translation>文章 §2.5</translation>
    </message>
    <message>
        <source>ns per Goexit</source>
        <translation>每次 Goexit 的纳秒数</translation>
    </message>
    <message>
        <source>Mechanism</source>
        <translation>机制</translation>
    </message>
    <message>
        <source>Mean, ns</source>
        <translation>均值（ns）</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>× none</source>
        <translation>相对无拦截</translation>
    </message>
    <message>
        <source>Allocations</source>
        <translation>分配次数</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>回收次数</translation>
    </message>
    <message>
        <source>Article, × none</source>
        <translation>文章：相对无拦截</translation>
    </message>
</context>
<context>
    <name>unwind::widgets::VerdictDock</name>
    <message>
        <source>Verdict</source>
        <translation>裁决</translation>
    </message>
    <message>
        <source>Each recover() gets a card here: who called it, what was in progress, what it returned, and why.</source>
        <translation>每次 recover() 在这里都有一张卡片：谁调用了它，当时正在发生什么，它返回了什么，以及为什么。</translation>
    </message>
</context>
<context>
    <name>RecoverTable</name>
    <message>
        <source>↓ where it is called   → what is in progress</source>
        <translation>↓ 在哪里调用   → 正在进行什么</translation>
    </message>
    <message>
        <source>goes on: %1</source>
        <translation>继续传递：%1</translation>
    </message>
    <message>
        <source>the article: %1</source>
        <translation>文章：%1</translation>
    </message>
    <message>
        <source>The boundary matrix of the article, §3.3, as it runs here</source>
        <translation>文章 §3.3 的边界矩阵，在这里运行的结果</translation>
    </message>
    <message>
        <source>panic and recover</source>
        <translation>panic 与 recover</translation>
    </message>
    <message>
        <source>Goexit and recover</source>
        <translation>Goexit 与 recover</translation>
    </message>
</context>
<context>
    <name>Profiles</name>
    <message>
        <source>%1 can not be written: %2.</source>
        <translation>%1 无法写入：%2。</translation>
    </message>
</context>
<context>
    <name>unwind::widgets::RuleCard</name>
    <message>
        <source>changed; the profile says %1</source>
        <translation>已更改；该规则集为 %1</translation>
    </message>
</context>
<context>
    <name>unwind::widgets::ProfileDock</name>
    <message>
        <source>Profile</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>The rules of the program appear here when one is open.</source>
        <translation>打开程序后，它的规则显示在这里。</translation>
    </message>
    <message>
        <source>Find a rule</source>
        <translation>查找规则</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Back to the profile&apos;s own rules; the program runs again</source>
        <translation>恢复该规则集自己的规则；程序重新运行</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Take the rules of a profile in a file; the program runs again</source>
        <translation>采用文件中某个规则集的规则；程序重新运行</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Keep these rules as a profile of your own</source>
        <translation>把这些规则存为自己的规则集</translation>
    </message>
</context>
<context>
    <name>unwind::app::MatrixDialog</name>
    <message>
        <source>Truth table of recover</source>
        <translation>recover 真值表</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Every place of recover in every situation, run under %1.</source>
        <translation>recover 的每个位置、每种情形，在 %1 下运行的结果。</translation>
    </message>
    <message>
        <source>Export a picture</source>
        <translation>导出图片</translation>
    </message>
</context>
<context>
    <name>StatesFacts</name>
    <message>
        <source>the M gives it up</source>
        <translation>M 放开它</translation>
    </message>
    <message>
        <source>the P looks for another goroutine</source>
        <translation>P 寻找下一个 goroutine</translation>
    </message>
    <message>
        <source>SIGTERM goes to the main M</source>
        <translation>SIGTERM 发往主 M</translation>
    </message>
    <message>
        <source>read before it parks</source>
        <translation>挂起前读取</translation>
    </message>
    <message>
        <source>it stops for good: the process is exiting</source>
        <translation>就此停住：进程正在退出</translation>
    </message>
    <message>
        <source>the lock is released, the status not stored yet</source>
        <translation>锁已释放，状态尚未写入</translation>
    </message>
    <message>
        <source>too early: the status not stored yet</source>
        <translation>为时过早：状态尚未写入</translation>
    </message>
    <message>
        <source>frames of package reflect left out: %1</source>
        <translation>略去 reflect 包的栈帧：%1</translation>
    </message>
    <message>
        <source>go statement of %1</source>
        <translation>%1 的 go 语句</translation>
    </message>
    <message>
        <source>the program starts</source>
        <translation>程序启动</translation>
    </message>
    <message>
        <source>scheduled on %1</source>
        <translation>被调度到 %1</translation>
    </message>
    <message>
        <source>made ready by %1</source>
        <translation>被 %1 唤醒</translation>
    </message>
    <message>
        <source>made ready by the scheduler</source>
        <translation>被调度器唤醒</translation>
    </message>
    <message>
        <source>its time slice is over</source>
        <translation>时间片用完</translation>
    </message>
    <message>
        <source>system call</source>
        <translation>系统调用</translation>
    </message>
    <message>
        <source>back from the system call</source>
        <translation>从系统调用返回</translation>
    </message>
    <message>
        <source>its function returned</source>
        <translation>其函数已返回</translation>
    </message>
    <message>
        <source>taken from a run queue, to be dead</source>
        <translation>从运行队列取出，随即死亡</translation>
    </message>
    <message>
        <source>in no state yet</source>
        <translation>尚无状态</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>现为 %1</translation>
    </message>
    <message>
        <source>(%1)</source>
        <translation>（%1）</translation>
    </message>
</context>
<context>
    <name>StatesLayout</name>
    <message>
        <source>filled: now · thick: newest transition · dashed: not taken so far</source>
        <translation>填充：当前 · 粗线：最近一次转换 · 虚线：至此未发生</translation>
    </message>
    <message>
        <source>No transition up to here.</source>
        <translation>至此没有转换。</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s), newest first</source>
        <translation>
            <numerusform>%n 步，最近的在前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n earlier one(s)</source>
        <translation>
            <numerusform>以及更早的 %n 次</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>unwind::widgets::StatesView</name>
    <message numerus="yes">
        <source>%n time(s), last at #%1</source>
        <translation>
            <numerusform>%n 次，最近一次在 #%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>unwind::widgets::StatesDock</name>
    <message>
        <source>States</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>The statuses of a goroutine appear here once a program runs, and the states that the program reports.</source>
        <translation>程序运行后，这里显示 goroutine 的状态，以及程序自己报告的状态。</translation>
    </message>
    <message>
        <source>G status</source>
        <translation>G 状态</translation>
    </message>
    <message>
        <source>The runtime's statuses of the selected goroutine, or the states of a part of the program</source>
        <translation>所选 goroutine 的运行时状态，或程序某一部分的状态</translation>
    </message>
</context>
</TS>
