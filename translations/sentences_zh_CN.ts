<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Sentences</name>
    <message>
        <source>The program starts with {0} processors.</source>
        <translation>程序启动，有 {0} 个处理器。</translation>
    </message>
    <message>
        <source>The program ends with exit code {0}.</source>
        <translation>程序以退出码 {0} 结束。</translation>
    </message>
    <message>
        <source>The program ends with exit code {0}: {1}.</source>
        <translation>程序以退出码 {0} 结束：{1}。</translation>
    </message>
    <message>
        <source>{0} writes to standard output: {1}</source>
        <translation>{0} 写到标准输出：{1}</translation>
    </message>
    <message>
        <source>{0} writes to standard error: {1}</source>
        <translation>{0} 写到标准错误：{1}</translation>
    </message>
    <message>
        <source>The main goroutine {0} is made; it will run {1}.</source>
        <translation>主 goroutine {0} 被创建；它将运行 {1}。</translation>
    </message>
    <message>
        <source>{0} starts the goroutine {1} with a go statement: function and arguments are evaluated now, {2} will run later.</source>
        <translation>{0} 用 go 语句启动 goroutine {1}：函数和参数现在求值，{2} 稍后运行。</translation>
    </message>
    <message>
        <source>{1} → {2}: {0} exists and may run; it still has to be put into a queue.</source>
        <translation>{1} → {2}：{0} 已存在，可以运行；还要放进某个队列。</translation>
    </message>
    <message>
        <source>{1} → {2}: what {0} waited for has happened; it may run again.</source>
        <translation>{1} → {2}：{0} 等待的事情已发生；它又可以运行。</translation>
    </message>
    <message>
        <source>{1} → {2}: {0} could go on, but gives way to others.</source>
        <translation>{1} → {2}：{0} 本可继续，但把机会让给别人。</translation>
    </message>
    <message>
        <source>{1} → {2}: a P has chosen {0}.</source>
        <translation>{1} → {2}：一个 P 选中了 {0}。</translation>
    </message>
    <message>
        <source>{1} → {2}: {0} can not go on until something happens.</source>
        <translation>{1} → {2}：{0} 无法继续，直到某件事发生。</translation>
    </message>
    <message>
        <source>{1} → {2}: {0} is in a system call.</source>
        <translation>{1} → {2}：{0} 正在系统调用中。</translation>
    </message>
    <message>
        <source>{1} → {2}: {0} has ended; its deferred calls ran while it was still running.</source>
        <translation>{1} → {2}：{0} 已结束；它的延迟调用是在它仍在运行时运行的。</translation>
    </message>
    <message>
        <source>{1} → {2}: under this profile a goroutine that exits is made runnable once more before it dies.</source>
        <translation>{1} → {2}：按此规则集，退出的 goroutine 在结束前会再变为可运行一次。</translation>
    </message>
    <message>
        <source>{1} → {2}: {0} has ended, by way of the detour this profile describes.</source>
        <translation>{1} → {2}：{0} 经由此规则集描述的绕行而结束。</translation>
    </message>
    <message>
        <source>{1} → {2}: the status of {0} changes.</source>
        <translation>{1} → {2}：{0} 的状态改变。</translation>
    </message>
    <message>
        <source>{0} runs on {1}.</source>
        <translation>{0} 在 {1} 上运行。</translation>
    </message>
    <message>
        <source>{0} gives up {1} of its own will (runtime.Gosched) and stays runnable.</source>
        <translation>{0} 主动让出 {1}（runtime.Gosched），仍可运行。</translation>
    </message>
    <message>
        <source>{0} has used up its time slice on {1} and is preempted; it stays runnable.</source>
        <translation>{0} 用完了在 {1} 上的时间片，被抢占；它仍可运行。</translation>
    </message>
    <message>
        <source>{0} enters a system call; {1} is free for others.</source>
        <translation>{0} 进入系统调用；{1} 可供别人使用。</translation>
    </message>
    <message>
        <source>{0} waits ({2}): channel {1} has no value to receive.</source>
        <translation>{0} 等待（{2}）：通道 {1} 没有可接收的值。</translation>
    </message>
    <message>
        <source>{0} waits ({2}): nobody receives from channel {1} and its buffer has no room.</source>
        <translation>{0} 等待（{2}）：没有人从通道 {1} 接收，缓冲区也没有空位。</translation>
    </message>
    <message>
        <source>{0} receives from a nil channel: it waits for ever.</source>
        <translation>{0} 从 nil 通道接收：它将永远等待。</translation>
    </message>
    <message>
        <source>{0} sends to a nil channel: it waits for ever.</source>
        <translation>{0} 向 nil 通道发送：它将永远等待。</translation>
    </message>
    <message>
        <source>{0} waits ({2}): no case is ready and there is no default.</source>
        <translation>{0} 等待（{2}）：没有就绪的分支，也没有 default。</translation>
    </message>
    <message>
        <source>{0} waits for ever: a select without cases never goes on.</source>
        <translation>{0} 永远等待：没有分支的 select 永不继续。</translation>
    </message>
    <message>
        <source>{0} sleeps until its timer fires; virtual time jumps there when nobody else can run.</source>
        <translation>{0} 睡眠，直到定时器触发；没有别人可运行时，虚拟时间直接跳到那里。</translation>
    </message>
    <message>
        <source>{0} waits for a semaphore.</source>
        <translation>{0} 等待信号量。</translation>
    </message>
    <message>
        <source>{0} waits ({2}): another goroutine holds the mutex.</source>
        <translation>{0} 等待（{2}）：另一个 goroutine 持有互斥锁。</translation>
    </message>
    <message>
        <source>{0} waits ({2}): a writer holds the lock or waits for it.</source>
        <translation>{0} 等待（{2}）：有写者持有或在等待该锁。</translation>
    </message>
    <message>
        <source>{0} waits ({2}): others hold the lock.</source>
        <translation>{0} 等待（{2}）：别人持有该锁。</translation>
    </message>
    <message>
        <source>{0} waits ({2}) for a Signal or Broadcast.</source>
        <translation>{0} 等待（{2}）Signal 或 Broadcast。</translation>
    </message>
    <message>
        <source>{0} waits ({2}): the counter is not yet zero.</source>
        <translation>{0} 等待（{2}）：计数器还不是零。</translation>
    </message>
    <message>
        <source>{0} waits for input or output.</source>
        <translation>{0} 等待输入或输出。</translation>
    </message>
    <message>
        <source>{0} waits for the program to end: another goroutine is dying of a panic.</source>
        <translation>{0} 等待程序结束：另一个 goroutine 正因 panic 而终止。</translation>
    </message>
    <message>
        <source>{0} is held by the debugger.</source>
        <translation>{0} 被调试器扣住。</translation>
    </message>
    <message>
        <source>{0} waits for a signal on behalf of os/signal.</source>
        <translation>{0} 代 os/signal 等待信号。</translation>
    </message>
    <message>
        <source>{0} waits.</source>
        <translation>{0} 等待。</translation>
    </message>
    <message>
        <source>{0} makes {1} ready to run again.</source>
        <translation>{0} 使 {1} 又可以运行。</translation>
    </message>
    <message>
        <source>The scheduler makes {0} ready to run again: its time has come.</source>
        <translation>调度器使 {0} 又可以运行：它的时间到了。</translation>
    </message>
    <message>
        <source>{0} has returned from its first function and ends.</source>
        <translation>{0} 已从它的第一个函数返回，结束。</translation>
    </message>
    <message>
        <source>{0} ends: runtime.Goexit has run all its deferred calls.</source>
        <translation>{0} 结束：runtime.Goexit 已运行了它的所有延迟调用。</translation>
    </message>
    <message>
        <source>Machine M{1} takes {0}: it can run goroutines.</source>
        <translation>机器 M{1} 取得 {0}：它可以运行 goroutine 了。</translation>
    </message>
    <message>
        <source>{0} has found nothing to run and becomes idle.</source>
        <translation>{0} 没有找到可运行的，变为空闲。</translation>
    </message>
    <message>
        <source>{0} has nothing to run and looks for work in the queues of other Ps.</source>
        <translation>{0} 没有可运行的，到其他 P 的队列里找工作。</translation>
    </message>
    <message>
        <source>{0} stops looking for work.</source>
        <translation>{0} 停止找工作。</translation>
    </message>
    <message>
        <source>{0} is next on {1}: a goroutine just made or made ready goes into runnext, ahead of the queue.</source>
        <translation>{0} 是 {1} 上的下一个：刚创建或刚就绪的 goroutine 放进 runnext，排在队列前面。</translation>
    </message>
    <message>
        <source>{0} is put at the end of the queue of {1}.</source>
        <translation>{0} 被放到 {1} 的队列末尾。</translation>
    </message>
    <message>
        <source>{0} is put at the head of the queue of {1}.</source>
        <translation>{0} 被放到 {1} 的队列开头。</translation>
    </message>
    <message>
        <source>{0} is put at the end of the global queue, where any P may take it.</source>
        <translation>{0} 被放到全局队列末尾，任何 P 都可取走。</translation>
    </message>
    <message>
        <source>{0} is put at the head of the global queue.</source>
        <translation>{0} 被放到全局队列开头。</translation>
    </message>
    <message>
        <source>{0} leaves runnext of {1}.</source>
        <translation>{0} 离开 {1} 的 runnext。</translation>
    </message>
    <message>
        <source>{0} leaves the queue of {1}.</source>
        <translation>{0} 离开 {1} 的队列。</translation>
    </message>
    <message>
        <source>{0} is taken from the global queue.</source>
        <translation>{0} 从全局队列中取出。</translation>
    </message>
    <message>
        <source>{0} has nothing to run and steals from {1}; goroutines taken: {2}.</source>
        <translation>{0} 没有可运行的，从 {1} 窃取；取走的 goroutine 数：{2}。</translation>
    </message>
    <message>
        <source>Timer {0} is set for {1} ns after the start.</source>
        <translation>定时器 {0} 设在启动后 {1} ns。</translation>
    </message>
    <message>
        <source>Timer {0} is stopped before it fires.</source>
        <translation>定时器 {0} 在触发前被停止。</translation>
    </message>
    <message>
        <source>Timer {0} fires.</source>
        <translation>定时器 {0} 触发。</translation>
    </message>
    <message>
        <source>{0} begins with {1}.</source>
        <translation>{0} 从 {1} 开始。</translation>
    </message>
    <message>
        <source>{0} calls {1}.</source>
        <translation>{0} 调用 {1}。</translation>
    </message>
    <message>
        <source>The deferred call enters {1}.</source>
        <translation>延迟调用进入 {1}。</translation>
    </message>
    <message>
        <source>{0} returns to {1}.</source>
        <translation>{0} 返回到 {1}。</translation>
    </message>
    <message>
        <source>{0}, the first function of {1}, returns: the goroutine will end.</source>
        <translation>{1} 的第一个函数 {0} 返回：goroutine 将结束。</translation>
    </message>
    <message>
        <source>The deferred call {0} returns; results of a deferred call are thrown away.</source>
        <translation>延迟调用 {0} 返回；延迟调用的结果被丢弃。</translation>
    </message>
    <message>
        <source>The frame of {0} is dropped without returning.</source>
        <translation>{0} 的栈帧未返回就被丢弃。</translation>
    </message>
    <message>
        <source>The frame of {0} is dropped: the panic was recovered further out, control does not come back here.</source>
        <translation>{0} 的栈帧被丢弃：panic 在更外层被恢复，控制权不会回到这里。</translation>
    </message>
    <message>
        <source>The frame of {0} is dropped: a goroutine that exits does not return to its callers.</source>
        <translation>{0} 的栈帧被丢弃：退出的 goroutine 不会返回到调用者。</translation>
    </message>
    <message>
        <source>{0} is about to run {1}.</source>
        <translation>{0} 即将运行 {1}。</translation>
    </message>
    <message>
        <source>{0} is about to run {1}: {2}</source>
        <translation>{0} 即将运行 {1}：{2}</translation>
    </message>
    <message>
        <source>{0} stores a call of {1}, to be made when {0} ends. Nothing runs yet.</source>
        <translation>{0} 存下一次对 {1} 的调用，将在 {0} 结束时进行。现在什么也不运行。</translation>
    </message>
    <message>
        <source>{0} stores the call {1}({2}), to be made when {0} ends. The arguments are evaluated now.</source>
        <translation>{0} 存下调用 {1}({2})，将在 {0} 结束时进行。参数现在求值。</translation>
    </message>
    <message>
        <source>{1} is returning, its results are set: the newest stored call, {0}, runs now.</source>
        <translation>{1} 正在返回，结果已设定：最新存下的调用 {0} 现在运行。</translation>
    </message>
    <message>
        <source>The panic {2} runs the call of {0} stored by {1}. A recover() called directly by {0} would stop it.</source>
        <translation>panic {2} 运行由 {1} 存下的对 {0} 的调用。由 {0} 直接调用的 recover() 会停止它。</translation>
    </message>
    <message>
        <source>runtime.Goexit runs the call of {0} stored by {1}. This is not a panic.</source>
        <translation>runtime.Goexit 运行由 {1} 存下的对 {0} 的调用。这不是 panic。</translation>
    </message>
    <message>
        <source>The deferred call {0} is done.</source>
        <translation>延迟调用 {0} 完成。</translation>
    </message>
    <message>
        <source>The deferred call {0} is over: it panicked itself.</source>
        <translation>延迟调用 {0} 结束：它自己发生了 panic。</translation>
    </message>
    <message>
        <source>The deferred call {0} is over: it called runtime.Goexit.</source>
        <translation>延迟调用 {0} 结束：它调用了 runtime.Goexit。</translation>
    </message>
    <message>
        <source>The deferred call {0} is over: a recovery further out drops its frame.</source>
        <translation>延迟调用 {0} 结束：更外层的恢复丢弃了它的栈帧。</translation>
    </message>
    <message>
        <source>{0} will never run: os.Exit ends the program at once, without deferred calls.</source>
        <translation>{0} 永远不会运行：os.Exit 立即结束程序，不运行延迟调用。</translation>
    </message>
    <message>
        <source>{0} will never run: main has returned, the program does not wait for other goroutines.</source>
        <translation>{0} 永远不会运行：main 已返回，程序不等待其他 goroutine。</translation>
    </message>
    <message>
        <source>{0} will never run: a fatal error runs no deferred calls.</source>
        <translation>{0} 永远不会运行：致命错误不运行延迟调用。</translation>
    </message>
    <message>
        <source>{0} will never run: another goroutine&apos;s panic ends the whole program.</source>
        <translation>{0} 永远不会运行：另一个 goroutine 的 panic 结束了整个程序。</translation>
    </message>
    <message>
        <source>{0} will never run: under this profile runtime.Goexit runs no deferred calls.</source>
        <translation>{0} 永远不会运行：按此规则集，runtime.Goexit 不运行延迟调用。</translation>
    </message>
    <message>
        <source>{0} panics with {1}: the function stops here, its deferred calls run, newest first.</source>
        <translation>{0} 以 {1} 发生 panic：函数在此停止，它的延迟调用从最新的开始运行。</translation>
    </message>
    <message>
        <source>A run-time error: {0} panics with {1}. The function stops here, its deferred calls run, newest first.</source>
        <translation>运行时错误：{0} 以 {1} 发生 panic。函数在此停止，它的延迟调用从最新的开始运行。</translation>
    </message>
    <message>
        <source>{0} panics with {1} and has no deferred calls: nobody can recover, the program will die.</source>
        <translation>{0} 以 {1} 发生 panic，且没有延迟调用：无人能恢复，程序将终止。</translation>
    </message>
    <message>
        <source>{0} panics with {1} while the panic {2} is in progress: the newer one takes over, recover will see only it.</source>
        <translation>{0} 在 panic {2} 进行时又以 {1} 发生 panic：新的接管，recover 只会看到它。</translation>
    </message>
    <message>
        <source>{0} panics with {1} in the deferred call that has just recovered {2}.</source>
        <translation>{0} 在刚刚恢复了 {2} 的延迟调用里以 {1} 发生 panic。</translation>
    </message>
    <message>
        <source>{0} panics with {1} while runtime.Goexit runs its deferred calls. If it is recovered, the Goexit goes on.</source>
        <translation>{0} 在 runtime.Goexit 运行延迟调用时以 {1} 发生 panic。如果它被恢复，Goexit 会继续。</translation>
    </message>
    <message>
        <source>The panic {0} is over: {1} returns to its caller at {2} with its results as they stand.</source>
        <translation>panic {0} 结束：{1} 带着当前的结果在 {2} 返回到调用者。</translation>
    </message>
    <message>
        <source>The panic {0} is overtaken by {1}: it is never seen by recover again and will not go on.</source>
        <translation>panic {0} 被 {1} 取代：recover 再也看不到它，它不会继续。</translation>
    </message>
    <message>
        <source>The panic {0} is dropped silently: a deferred call has called runtime.Goexit, {1} only ends.</source>
        <translation>panic {0} 被悄悄丢弃：一个延迟调用调用了 runtime.Goexit，{1} 只是结束。</translation>
    </message>
    <message>
        <source>{0} panics again with the value {1} that it has just recovered.</source>
        <translation>{0} 用刚恢复的值 {1} 再次 panic。</translation>
    </message>
    <message>
        <source>Nobody has recovered {0}: the program prints the panics of {1} and dies with exit code 2.</source>
        <translation>无人恢复 {0}：程序打印 {1} 的 panic，并以退出码 2 终止。</translation>
    </message>
    <message>
        <source>recover() returns {2} and stops the panic: {1}, which calls it, is itself a deferred call run by this panic. {1} goes on to its end, then {3} returns to its caller.</source>
        <translation>recover() 返回 {2} 并停止 panic：调用它的 {1} 本身就是由这次 panic 运行的延迟调用。{1} 继续到结束，然后 {3} 返回到调用者。</translation>
    </message>
    <message>
        <source>recover() returns {2} and stops the panic: {1}, which calls it, is not a deferred call, but under this profile what a deferred call calls may stop its panic too.</source>
        <translation>recover() 返回 {2} 并停止 panic：调用它的 {1} 不是延迟调用，但在此规则集下，延迟调用所调用的函数也能停止它的 panic。</translation>
    </message>
    <message>
        <source>recover() tells of the Goexit: this profile lets a deferred call see it. {0} ends all the same.</source>
        <translation>recover() 报告了 Goexit：此规则集让延迟调用看到它。{0} 仍会结束。</translation>
    </message>
    <message>
        <source>recover() stops the Goexit: this profile lets a deferred call cancel it. {0} will go on.</source>
        <translation>recover() 停止了 Goexit：此规则集让延迟调用取消它。{0} 将继续。</translation>
    </message>
    <message>
        <source>recover() returns nil: {0} is not panicking.</source>
        <translation>recover() 返回 nil：{0} 没有在 panic。</translation>
    </message>
    <message>
        <source>recover() returns nil: {1} runs because its function returns normally; {0} is not panicking.</source>
        <translation>recover() 返回 nil：{1} 运行是因为它的函数正常返回；{0} 没有在 panic。</translation>
    </message>
    <message>
        <source>recover() returns nil: {0} is panicking with {2}, but {1}, which calls recover, is not a deferred call run by that panic.</source>
        <translation>recover() 返回 nil：{0} 正因 {2} 而 panic，但调用 recover 的 {1} 不是由这次 panic 运行的延迟调用。</translation>
    </message>
    <message>
        <source>recover() returns nil: {1} is not the deferred function itself but runs on top of it. Only a recover() called directly by the deferred function stops {2}.</source>
        <translation>recover() 返回 nil：{1} 不是延迟函数本身，而是在它之上运行。只有延迟函数直接调用的 recover() 才会停止 {2}。</translation>
    </message>
    <message>
        <source>recover() returns nil: {1} was deferred by a deferred function and runs because that one returns normally, not because of the panic {2}.</source>
        <translation>recover() 返回 nil：{1} 由一个延迟函数延迟，因那个函数正常返回而运行，而不是因为 panic {2}。</translation>
    </message>
    <message>
        <source>recover() returns nil: here recover itself is the deferred call (defer recover()). It must be called by a deferred function, it must not be one; {2} goes on.</source>
        <translation>recover() 返回 nil：这里 recover 本身就是延迟调用（defer recover()）。它必须由延迟函数调用，而不能自己就是；{2} 继续。</translation>
    </message>
    <message>
        <source>recover() returns nil: {1} runs because of runtime.Goexit, which is not a panic. {0} goes on ending.</source>
        <translation>recover() 返回 nil：{1} 因 runtime.Goexit 而运行，而它不是 panic。{0} 继续结束。</translation>
    </message>
    <message>
        <source>recover() returns nil: the panic {2} has already been stopped by an earlier recover() of the same deferred call.</source>
        <translation>recover() 返回 nil：panic {2} 已被同一延迟调用中较早的 recover() 停止。</translation>
    </message>
    <message>
        <source>recover() is called outside a deferred function, which this profile makes a run-time error.</source>
        <translation>recover() 在延迟函数之外被调用，此规则集把这当作运行时错误。</translation>
    </message>
    <message>
        <source>{0} calls runtime.Goexit: all its deferred calls run, over all frames, then it ends. It is not a panic.</source>
        <translation>{0} 调用 runtime.Goexit：它在所有栈帧上的延迟调用都会运行，然后它结束。这不是 panic。</translation>
    </message>
    <message>
        <source>{0} calls runtime.Goexit and has no deferred calls: it ends.</source>
        <translation>{0} 调用 runtime.Goexit，且没有延迟调用：它结束。</translation>
    </message>
    <message>
        <source>{0} calls runtime.Goexit: under this profile it ends without running its deferred calls.</source>
        <translation>{0} 调用 runtime.Goexit：按此规则集，它不运行延迟调用就结束。</translation>
    </message>
    <message>
        <source>{0} calls runtime.Goexit while the panic {1} is in progress: the panic will be dropped, the goroutine ends.</source>
        <translation>{0} 在 panic {1} 进行时调用 runtime.Goexit：panic 将被丢弃，goroutine 结束。</translation>
    </message>
    <message>
        <source>{0} calls runtime.Goexit once more: the remaining deferred calls run.</source>
        <translation>{0} 再次调用 runtime.Goexit：其余的延迟调用运行。</translation>
    </message>
    <message>
        <source>The panic {1} was recovered, but the Goexit it interrupted goes on: {0} does not return to its callers.</source>
        <translation>panic {1} 已被恢复，但它打断的 Goexit 继续：{0} 不会返回到调用者。</translation>
    </message>
    <message>
        <source>All deferred calls of {0} have run: runtime.Goexit ends the goroutine.</source>
        <translation>{0} 的所有延迟调用已运行：runtime.Goexit 结束这个 goroutine。</translation>
    </message>
    <message>
        <source>The Goexit is cancelled, as this profile allows: {1} returns to its caller at {2}, {0} lives on.</source>
        <translation>Goexit 被取消，此规则集允许这样：{1} 在 {2} 返回到调用者，{0} 继续存活。</translation>
    </message>
    <message>
        <source>The Goexit is overtaken by the panic {1} and will not go on.</source>
        <translation>Goexit 被 panic {1} 取代，不会继续。</translation>
    </message>
    <message>
        <source>Fatal error: {0}. No deferred call runs and recover() can not stop it.</source>
        <translation>致命错误：{0}。不运行任何延迟调用，recover() 也无法阻止。</translation>
    </message>
    <message>
        <source>The runtime finds a fault at {1}: {0}.</source>
        <translation>运行时在 {1} 发现错误：{0}。</translation>
    </message>
    <message>
        <source>{0} makes channel {1} without a buffer: a send and a receive meet.</source>
        <translation>{0} 创建无缓冲的通道 {1}：发送与接收相遇。</translation>
    </message>
    <message>
        <source>{0} makes channel {1} with room for {2} values.</source>
        <translation>{0} 创建通道 {1}，可容纳 {2} 个值。</translation>
    </message>
    <message>
        <source>{0} puts a value into the buffer of channel {1}; it holds {2} now.</source>
        <translation>{0} 把一个值放进通道 {1} 的缓冲区；现在有 {2} 个。</translation>
    </message>
    <message>
        <source>{0} hands a value of channel {1} directly to a goroutine that waits for it.</source>
        <translation>{0} 把通道 {1} 的一个值直接交给等待它的 goroutine。</translation>
    </message>
    <message>
        <source>The value {0} has waited to send on channel {1} was taken.</source>
        <translation>{0} 在通道 {1} 上等待发送的值已被取走。</translation>
    </message>
    <message>
        <source>{0} sends on channel {1}, which is closed: this panics.</source>
        <translation>{0} 向已关闭的通道 {1} 发送：这会 panic。</translation>
    </message>
    <message>
        <source>{0} takes a value from the buffer of channel {1}; it holds {2} now.</source>
        <translation>{0} 从通道 {1} 的缓冲区取出一个值；现在有 {2} 个。</translation>
    </message>
    <message>
        <source>{0} takes a value of channel {1} from a goroutine that waits to send it.</source>
        <translation>{0} 从等待发送的 goroutine 那里取得通道 {1} 的一个值。</translation>
    </message>
    <message>
        <source>{0} gets the value of channel {1} it has waited for.</source>
        <translation>{0} 得到了它在通道 {1} 上等待的值。</translation>
    </message>
    <message>
        <source>{0} receives the zero value: channel {1} is closed and empty.</source>
        <translation>{0} 收到零值：通道 {1} 已关闭且为空。</translation>
    </message>
    <message>
        <source>{0} closes channel {1}: everyone who waits to receive from it goes on.</source>
        <translation>{0} 关闭通道 {1}：所有等待从它接收的都继续。</translation>
    </message>
    <message>
        <source>{0} takes case {1} of {2}; among cases that are ready one is drawn by lot.</source>
        <translation>{0} 选择了 {2} 个分支中的第 {1} 个；就绪的分支中随机抽取一个。</translation>
    </message>
    <message>
        <source>{0} takes the default case: none of the {2} cases is ready.</source>
        <translation>{0} 选择 default 分支：{2} 个分支都没有就绪。</translation>
    </message>
    <message>
        <source>{0} locks the mutex.</source>
        <translation>{0} 锁住互斥锁。</translation>
    </message>
    <message>
        <source>{0} unlocks the mutex.</source>
        <translation>{0} 解开互斥锁。</translation>
    </message>
    <message>
        <source>{0} takes the read-write lock for reading.</source>
        <translation>{0} 取得读写锁的读锁。</translation>
    </message>
    <message>
        <source>{0} gives the read-write lock back after reading.</source>
        <translation>{0} 读完后归还读写锁。</translation>
    </message>
    <message>
        <source>{0} takes the read-write lock for writing.</source>
        <translation>{0} 取得读写锁的写锁。</translation>
    </message>
    <message>
        <source>{0} gives the read-write lock back after writing.</source>
        <translation>{0} 写完后归还读写锁。</translation>
    </message>
    <message>
        <source>{0} has waited until the WaitGroup&apos;s counter was zero.</source>
        <translation>{0} 一直等到 WaitGroup 的计数器为零。</translation>
    </message>
    <message>
        <source>{0} counts the WaitGroup down.</source>
        <translation>{0} 使 WaitGroup 的计数减少。</translation>
    </message>
    <message>
        <source>{0} acquires the semaphore.</source>
        <translation>{0} 取得信号量。</translation>
    </message>
    <message>
        <source>{0} releases the semaphore.</source>
        <translation>{0} 释放信号量。</translation>
    </message>
    <message>
        <source>{0} is woken from the condition variable.</source>
        <translation>{0} 被条件变量唤醒。</translation>
    </message>
    <message>
        <source>{0} signals the condition variable.</source>
        <translation>{0} 向条件变量发信号。</translation>
    </message>
    <message>
        <source>{0} is the first to come to the sync.Once: it runs the function.</source>
        <translation>{0} 第一个到达 sync.Once：它运行该函数。</translation>
    </message>
    <message>
        <source>The function of the sync.Once counts as done, however it ended.</source>
        <translation>sync.Once 的函数算作已完成，不论它如何结束。</translation>
    </message>
    <message>
        <source>The monitor asks {0} to stop: it has run for 10 ms.</source>
        <translation>监视器要求 {0} 停下：它已运行 10 ms。</translation>
    </message>
    <message>
        <source>The monitor takes the P of {0} back: it stays in a system call.</source>
        <translation>监视器收回 {0} 的 P：它停留在系统调用中。</translation>
    </message>
    <message>
        <source>The collector has run: {0} bytes live, {1} bytes freed.</source>
        <translation>回收器已运行：存活 {0} 字节，释放 {1} 字节。</translation>
    </message>
    <message>
        <source>{0} has called os.Exit and waits for the process to end.</source>
        <translation>{0} 调用了 os.Exit，等待进程结束。</translation>
    </message>
    <message>
        <source>dropg: the M gives up {0}, which exits.</source>
        <translation>dropg：M 放开正在退出的 {0}。</translation>
    </message>
    <message>
        <source>schedule: {0} stands in a queue, the P looks for another goroutine.</source>
        <translation>schedule：{0} 在队列里，P 去找别的 goroutine。</translation>
    </message>
    <message>
        <source>os.Exit: {0} sets the exiting flag.</source>
        <translation>os.Exit：{0} 把 exiting 标志置位。</translation>
    </message>
    <message>
        <source>os.Exit: {0} stores the exit code {1}.</source>
        <translation>os.Exit：{0} 存下退出码 {1}。</translation>
    </message>
    <message>
        <source>os.Exit: {0} sends SIGTERM to who watches for it and to the main M; until it arrives there the others go on.</source>
        <translation>os.Exit：{0} 向监听者和主 M 发送 SIGTERM；到达主 M 之前其他 goroutine 照常运行。</translation>
    </message>
    <message>
        <source>{0} is about to park and reads the exiting flag: it is not set.</source>
        <translation>{0} 即将挂起，读取 exiting 标志：未置位。</translation>
    </message>
    <message>
        <source>{0} is about to park and reads the exiting flag: it is set.</source>
        <translation>{0} 即将挂起，读取 exiting 标志：已置位。</translation>
    </message>
    <message>
        <source>{0} stops for good: the process is exiting; its deferred calls do not run.</source>
        <translation>{0} 就此停住：进程正在退出；它的 defer 调用不再运行。</translation>
    </message>
    <message>
        <source>The main M has got SIGTERM and ends the process with exit code {0}.</source>
        <translation>主 M 收到 SIGTERM，以退出码 {0} 结束进程。</translation>
    </message>
    <message>
        <source>{0} has released the lock of what it waits on, but its status still says _Grunning.</source>
        <translation>{0} 已释放所等对象的锁，但状态仍是 _Grunning。</translation>
    </message>
    <message>
        <source>{1} wants to make {0} ready, finds it _Grunning and waits until _Gwaiting is stored.</source>
        <translation>{1} 要唤醒 {0}，却看到它还是 _Grunning，只好等 _Gwaiting 写入。</translation>
    </message>
    <message>
        <source>The panicwrap hook leaves {1} frames of package reflect out of the stack of {0}.</source>
        <translation>panicwrap 钩子把 {0} 栈上的 {1} 个 reflect 包的帧略去。</translation>
    </message>
    <message>
        <source>{0} reaches the process: os/signal hands it to the channels that asked for it.</source>
        <translation>进程收到 {0}：os/signal 把它交给要它的通道。</translation>
    </message>
    <message>
        <source>{0} reaches the process and is dropped: the program has called signal.Ignore.</source>
        <translation>进程收到 {0} 并丢弃：程序调用过 signal.Ignore。</translation>
    </message>
    <message>
        <source>{0} reaches the process: nobody asked for it, and by default it has no effect.</source>
        <translation>进程收到 {0}：没有人要它，默认没有任何作用。</translation>
    </message>
    <message>
        <source>{0} reaches the process and ends it at once: nobody asked for it. No deferred call runs.</source>
        <translation>进程收到 {0} 并立即结束：没有人要它。延迟调用不会运行。</translation>
    </message>
    <message>
        <source>{0} reaches the process, which prints all goroutines and ends: nobody asked for it.</source>
        <translation>进程收到 {0}，打印所有 goroutine 后结束：没有人要它。</translation>
    </message>
    <message>
        <source>{0} logs: {1} {2}</source>
        <translation>{0} 写日志：{1} {2}</translation>
    </message>
    <message>
        <source>{0} adds {3} to the counter {1} {2}.</source>
        <translation>{0} 给计数器 {1} {2} 加 {3}。</translation>
    </message>
    <message>
        <source>{0} begins the span {1}.</source>
        <translation>{0} 开始 span {1}。</translation>
    </message>
    <message>
        <source>{0} reports: {1} is now {2}.</source>
        <translation>{0} 报告：{1} 现为 {2}。</translation>
    </message>
    <message>
        <source>{0} reports: {1} is now {2} ({3}).</source>
        <translation>{0} 报告：{1} 现为 {2}（{3}）。</translation>
    </message>
    <message>
        <source>{0} ends the span {1}.</source>
        <translation>{0} 结束 span {1}。</translation>
    </message>
    <message>
        <source>{0} will never run: a signal that nobody handles has ended the program.</source>
        <translation>{0} 永远不会运行：没有人处理的信号结束了程序。</translation>
    </message>
    <message>
        <source>called by</source>
        <translation>调用者</translation>
    </message>
    <message>
        <source>{0}, directly; it is a deferred function, stored by {1}</source>
        <translation>{0}，直接调用；它是由 {1} 存下的延迟函数</translation>
    </message>
    <message>
        <source>nobody: recover itself is the call that {0} deferred</source>
        <translation>没有：recover 本身就是 {0} 延迟的调用</translation>
    </message>
    <message>
        <source>{0}, which runs on top of a deferred function but is not one</source>
        <translation>{0}，它在某个延迟函数之上运行，但自己不是延迟函数</translation>
    </message>
    <message>
        <source>{0}, which is not a deferred function</source>
        <translation>{0}，它不是延迟函数</translation>
    </message>
    <message>
        <source>runs because of</source>
        <translation>运行原因</translation>
    </message>
    <message>
        <source>a plain call</source>
        <translation>普通调用</translation>
    </message>
    <message>
        <source>the normal return of {0}</source>
        <translation>{0} 正常返回</translation>
    </message>
    <message>
        <source>the panic {0}</source>
        <translation>panic {0}</translation>
    </message>
    <message>
        <source>runtime.Goexit</source>
        <translation>由于 runtime.Goexit</translation>
    </message>
    <message>
        <source>panic in progress</source>
        <translation>正在 panic</translation>
    </message>
    <message>
        <source>Goexit in progress</source>
        <translation>正在 Goexit</translation>
    </message>
    <message>
        <source>already recovered</source>
        <translation>此前已恢复</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>yes: {0}</source>
        <translation>是：{0}</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>returns</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>the value {0}</source>
        <translation>值 {0}</translation>
    </message>
    <message>
        <source>nil</source>
        <translation>空值 nil</translation>
    </message>
    <message>
        <source>nothing: it raises a run-time error</source>
        <translation>不返回：它引发运行时错误</translation>
    </message>
    <message>
        <source>control resumes</source>
        <translation>控制恢复于</translation>
    </message>
    <message>
        <source>when {0} is done: {1} returns to its caller, at {2}</source>
        <translation>{0} 结束后：{1} 返回到调用者，在 {2}</translation>
    </message>
    <message>
        <source>nowhere: when {0} is done, the Goexit of {1} goes on</source>
        <translation>无处：{0} 结束后，{1} 的 Goexit 继续</translation>
    </message>
    <message>
        <source>in the deferred calls that the error runs</source>
        <translation>由该错误运行的延迟调用中</translation>
    </message>
    <message>
        <source>nowhere new: this call stops nothing</source>
        <translation>无变化：这次调用什么也没有停止</translation>
    </message>
    <message>
        <source>nowhere new: {0} goes on behind {1}</source>
        <translation>无变化：{0} 在 {1} 之后继续</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>see {0}</source>
        <translation>见 {0}</translation>
    </message>
    <message>
        <source>stored by {0}, never made: {1} called os.Exit, which runs no deferred calls.</source>
        <translation>由 {0} 存下，从未调用：{1} 调用了 os.Exit，它不运行延迟调用。</translation>
    </message>
    <message>
        <source>stored by {0}, never made: main returned, and the program does not wait for others.</source>
        <translation>由 {0} 存下，从未调用：main 已返回，程序不等待其他 goroutine。</translation>
    </message>
    <message>
        <source>stored by {0}, never made: {1}, which runs no deferred calls.</source>
        <translation>由 {0} 存下，从未调用：{1}，它不运行延迟调用。</translation>
    </message>
    <message>
        <source>stored by {0}, never made: nobody recovered the panic of {1} ({2}).</source>
        <translation>由 {0} 存下，从未调用：没有人恢复 {1} 的 panic（{2}）。</translation>
    </message>
    <message>
        <source>stored by {0}, never made: under this profile runtime.Goexit runs no deferred calls.</source>
        <translation>由 {0} 存下，从未调用：在此规则集下 runtime.Goexit 不运行延迟调用。</translation>
    </message>
    <message>
        <source>stored by {0}, never made: {1} ended the program, which runs no deferred calls.</source>
        <translation>由 {0} 存下，从未调用：{1} 结束了程序，不运行延迟调用。</translation>
    </message>
    <message>
        <source>{0} had not ended: it waited ({1}) when a signal ended the program ({2}).</source>
        <translation>{0} 尚未结束：信号结束程序时它在等待（{1}）（{2}）。</translation>
    </message>
    <message>
        <source>{0} had not ended: it could have run on, but a signal ended the program ({2}).</source>
        <translation>{0} 尚未结束：它本可继续运行，但信号结束了程序（{2}）。</translation>
    </message>
    <message>
        <source>{0} had not ended: it waited ({1}) when main returned.</source>
        <translation>{0} 尚未结束：main 返回时它在等待（{1}）。</translation>
    </message>
    <message>
        <source>{0} had not ended: it waited ({1}) when {2} called os.Exit.</source>
        <translation>{0} 尚未结束：{2} 调用 os.Exit 时它在等待（{1}）。</translation>
    </message>
    <message>
        <source>{0} had not ended: it waits for ever ({1}), nobody is left who could wake it.</source>
        <translation>{0} 尚未结束：它永远等待（{1}），没有谁还能唤醒它。</translation>
    </message>
    <message>
        <source>{0} had not ended: it waited ({1}) when the program died: {2}.</source>
        <translation>{0} 尚未结束：程序死亡时它在等待（{1}）：{2}。</translation>
    </message>
    <message>
        <source>{0} had not ended: it waited ({1}) when the panic of {2} ended the program ({3}).</source>
        <translation>{0} 尚未结束：{2} 的 panic 结束程序时它在等待（{1}）（{3}）。</translation>
    </message>
    <message>
        <source>{0} had not ended: it could have run on, but main returned.</source>
        <translation>{0} 尚未结束：它本可继续运行，但 main 已返回。</translation>
    </message>
    <message>
        <source>{0} had not ended: it could have run on, but {2} called os.Exit.</source>
        <translation>{0} 尚未结束：它本可继续运行，但 {2} 调用了 os.Exit。</translation>
    </message>
    <message>
        <source>{0} had not ended: it could have run on, but the program died: {2}.</source>
        <translation>{0} 尚未结束：它本可继续运行，但程序死亡：{2}。</translation>
    </message>
    <message>
        <source>{0} had not ended: it could have run on, but the panic of {2} ended the program ({3}).</source>
        <translation>{0} 尚未结束：它本可继续运行，但 {2} 的 panic 结束了程序（{3}）。</translation>
    </message>
</context>
<context>
    <name>Demos</name>
    <message>
        <source>Defer order</source>
        <translation>defer 的顺序</translation>
    </message>
    <message>
        <source>Deferred calls run last in, first out, when the function ends; not when the block does.</source>
        <translation>延迟调用后进先出，在函数结束时运行，而不是在代码块结束时。</translation>
    </message>
    <message>
        <source>Arguments are evaluated early</source>
        <translation>参数提前求值</translation>
    </message>
    <message>
        <source>A deferred call keeps the values its arguments had at the defer statement; a closure sees the latest.</source>
        <translation>延迟调用保留 defer 语句执行时的参数值；闭包看到的则是最新值。</translation>
    </message>
    <message>
        <source>A recover that works</source>
        <translation>有效的 recover</translation>
    </message>
    <message>
        <source>recover, called directly by a deferred function, stops the panic; the function returns normally to its caller.</source>
        <translation>被延迟函数直接调用的 recover 会停止 panic，函数正常返回到调用者。</translation>
    </message>
    <message>
        <source>Recovers that do not</source>
        <translation>无效的 recover</translation>
    </message>
    <message>
        <source>Not deferred, in a helper, deferred by a deferred function, or without a panic: recover returns nil.</source>
        <translation>不在延迟函数中、在辅助函数中、由延迟函数再延迟，或没有 panic：recover 都返回 nil。</translation>
    </message>
    <message>
        <source>defer recover() or a closure that defers it</source>
        <translation>defer recover() 与延迟它的闭包</translation>
    </message>
    <message>
        <source>defer recover() does not stop a panic, func() { defer recover() }() does: which frame does recover count for?</source>
        <translation>defer recover() 不能停止 panic，func() { defer recover() }() 却能：recover 算在哪一帧上？</translation>
    </message>
    <message>
        <source>A chain of re-panics</source>
        <translation>反复 panic 的链</translation>
    </message>
    <message>
        <source>Each layer recovers, adds its word and panics again; nobody takes the last one, so the chain is printed.</source>
        <translation>每一层都恢复、补充一句再次 panic；最后一个无人恢复，于是整条链被打印出来。</translation>
    </message>
    <message>
        <source>A panic replaces a panic</source>
        <translation>一个 panic 取代另一个</translation>
    </message>
    <message>
        <source>A deferred call that panics aborts the panic that runs it; an outer recover sees the newest value only.</source>
        <translation>延迟调用中的 panic 会中止运行它的那个 panic；外层 recover 只能看到最新的值。</translation>
    </message>
    <message>
        <source>Goexit runs deferred calls</source>
        <translation>Goexit 运行延迟调用</translation>
    </message>
    <message>
        <source>runtime.Goexit ends the goroutine after its deferred calls; recover returns nil, for Goexit is not a panic.</source>
        <translation>runtime.Goexit 运行完延迟调用后结束 goroutine；Goexit 不是 panic，所以 recover 返回 nil。</translation>
    </message>
    <message>
        <source>Goexit beside panic</source>
        <translation>Goexit 与 panic 并列</translation>
    </message>
    <message>
        <source>Two goroutines unwind the same frames: one panics and is recovered, the other exits.</source>
        <translation>两个 goroutine 展开同样的帧：一个 panic 并被恢复，另一个退出。</translation>
    </message>
    <message>
        <source>A recovered panic does not cancel Goexit</source>
        <translation>恢复 panic 并不取消 Goexit</translation>
    </message>
    <message>
        <source>A deferred call of a Goexit panics and the panic is recovered, even in an outer frame: the goroutine still exits.</source>
        <translation>Goexit 的延迟调用发生 panic 并被恢复，哪怕是在外层帧中：goroutine 仍然退出。</translation>
    </message>
    <message>
        <source>Goexit drops a panic</source>
        <translation>Goexit 丢弃 panic</translation>
    </message>
    <message>
        <source>Goexit in a deferred call, while panicking, lets the panic vanish: the goroutine ends and the program lives.</source>
        <translation>panic 期间在延迟调用中执行 Goexit，panic 随之消失：goroutine 结束，程序继续。</translation>
    </message>
    <message>
        <source>Named results and defer</source>
        <translation>命名结果与 defer</translation>
    </message>
    <message>
        <source>A deferred closure can change named results after return has set them; unnamed ones are out of reach.</source>
        <translation>延迟的闭包可以在 return 赋值之后修改命名结果；未命名的结果则无法触及。</translation>
    </message>
    <message>
        <source>A panic in one goroutine ends all</source>
        <translation>一个 goroutine 的 panic 结束一切</translation>
    </message>
    <message>
        <source>Nobody recovers in the worker, so the whole program dies with status 2; main's deferred calls do not run.</source>
        <translation>工作 goroutine 中无人恢复，整个程序以状态 2 终止；main 的延迟调用不会运行。</translation>
    </message>
    <message>
        <source>Worker pool with context cancel</source>
        <translation>用 context 取消的工作池</translation>
    </message>
    <message>
        <source>Three workers take jobs until the context is cancelled; each leaves through its deferred calls.</source>
        <translation>三个工作者领取任务，直到 context 被取消；每个都经由自己的延迟调用离开。</translation>
    </message>
    <message>
        <source>Unbuffered ping-pong</source>
        <translation>无缓冲的乒乓</translation>
    </message>
    <message>
        <source>A value goes to and fro between two goroutines; every send waits for its receiver.</source>
        <translation>一个值在两个 goroutine 之间往返；每次发送都等待接收者。</translation>
    </message>
    <message>
        <source>Deadlock</source>
        <translation>死锁</translation>
    </message>
    <message>
        <source>Two goroutines take two locks in opposite order; nobody can ever run again and the runtime says so.</source>
        <translation>两个 goroutine 以相反的顺序取两把锁；谁也无法再运行，运行时如实报告。</translation>
    </message>
    <message>
        <source>Work stealing with 4 Ps</source>
        <translation>4 个 P 的工作窃取</translation>
    </message>
    <message>
        <source>One goroutine makes many; idle Ps steal half of its queue. Watch the Scheduler.</source>
        <translation>一个 goroutine 创建许多个；空闲的 P 偷走队列的一半。请看调度器。</translation>
    </message>
    <message>
        <source>Mutex convoy</source>
        <translation>互斥锁车队</translation>
    </message>
    <message>
        <source>Goroutines that all want one mutex line up behind it: parallel work turns into a queue.</source>
        <translation>都想要同一把互斥锁的 goroutine 排起队来：并行的工作变成了队列。</translation>
    </message>
    <message>
        <source>Timers and select with a timeout</source>
        <translation>定时器与带超时的 select</translation>
    </message>
    <message>
        <source>A slow answer loses against time.After, a ticker ticks, and a stopped timer never fires.</source>
        <translation>慢的回答输给 time.After，ticker 不停地响，被停止的定时器永不触发。</translation>
    </message>
    <message>
        <source>Goexit intercepted</source>
        <translation>Goexit 被拦截</translation>
    </message>
    <message>
        <source>The article's Go 1.25: recover answers with a signal and the goroutine goes on. Released Go prints nil and exits.</source>
        <translation>文章所述的 Go 1.25：recover 得到一个信号，goroutine 继续运行。正式发布的 Go 打印 nil 并退出。</translation>
    </message>
    <message>
        <source>recover outside a deferred function</source>
        <translation>延迟函数之外的 recover</translation>
    </message>
    <message>
        <source>The article's Go 1.25 raises a run-time error where released Go quietly returns nil.</source>
        <translation>文章所述的 Go 1.25 在此引发运行时错误，正式发布的 Go 则悄悄返回 nil。</translation>
    </message>
    <message>
        <source>§1 recover outside a deferred function</source>
        <translation>§1 在 defer 函数之外调用 recover</translation>
    </message>
    <message>
        <source>Claim: where recover() used to return nil silently, Go 1.25 raises a run-time error and the program aborts.</source>
        <translation>主张：以前 recover() 默默返回 nil 的地方，Go 1.25 会引发运行时错误，程序中止。</translation>
    </message>
    <message>
        <source>§1 recover inside a deferred function</source>
        <translation>§1 在 defer 函数之内调用 recover</translation>
    </message>
    <message>
        <source>Claim: the only legal place of recover() is a deferred function while a panic is on its way.</source>
        <translation>主张：recover() 唯一合法的位置，是 panic 传播过程中的 defer 函数。</translation>
    </message>
    <message>
        <source>§1 recover without a panic</source>
        <translation>§1 没有 panic 时的 recover</translation>
    </message>
    <message>
        <source>Claim: recover() in a deferred function with no panic in progress still returns nil in Go 1.25.</source>
        <translation>主张：在 Go 1.25 中，没有 panic 时 defer 函数里的 recover() 仍然返回 nil。</translation>
    </message>
    <message>
        <source>§1 go vet flags recover outside deferred functions</source>
        <translation>§1 go vet 标出 defer 函数之外的 recover</translation>
    </message>
    <message>
        <source>Claim: a new check of go vet marks every recover() in the body of a function that is not deferred.</source>
        <translation>主张：go vet 新增一项检查，标出非 defer 函数体中的每个 recover()。</translation>
    </message>
    <message>
        <source>§2.1 Goexit is no panic and runs the deferred calls</source>
        <translation>§2.1 Goexit 不是 panic，并运行 defer 调用</translation>
    </message>
    <message>
        <source>Claim: Goexit ends only its goroutine, raises no panic, and runs every registered defer last in first out.</source>
        <translation>主张：Goexit 只结束自己的 goroutine，不引发 panic，并按后进先出运行所有已注册的 defer。</translation>
    </message>
    <message>
        <source>§2.1 The states of a goroutine that calls Goexit</source>
        <translation>§2.1 调用 Goexit 的 goroutine 的状态</translation>
    </message>
    <message>
        <source>Claim: casgstatus takes it from _Grunning to _Grunnable, dropg unbinds it from its M, schedule finds it _Gdead.</source>
        <translation>主张：casgstatus 把它从 _Grunning 变为 _Grunnable，dropg 使它与 M 解绑，schedule 发现它时为 _Gdead。</translation>
    </message>
    <message>
        <source>§2.2 Up to Go 1.24 recover can not capture Goexit</source>
        <translation>§2.2 在 Go 1.24 及之前 recover 不能捕获 Goexit</translation>
    </message>
    <message>
        <source>Claim: Goexit starts no panic, so the recover of a deferred function never sees it.</source>
        <translation>主张：Goexit 不启动 panic，所以 defer 函数中的 recover 看不到它。</translation>
    </message>
    <message>
        <source>§2.2 Panic and Goexit side by side</source>
        <translation>§2.2 panic 与 Goexit 并排比较</translation>
    </message>
    <message>
        <source>Claim: a panic sets g._panic, walks the defers and enters gopanic; a Goexit does none of the three.</source>
        <translation>主张：panic 设置 g._panic、遍历 defer 并进入 gopanic；Goexit 三者都不做。</translation>
    </message>
    <message>
        <source>§2.3 The exit code stands apart from Goexit</source>
        <translation>§2.3 退出码与 Goexit 相互独立</translation>
    </message>
    <message>
        <source>Claim: exitCode is stored by os.Exit alone, so runtime.Goexit and os.Exit keep meanings of their own.</source>
        <translation>主张：exitCode 只由 os.Exit 保存，因此 runtime.Goexit 与 os.Exit 的语义各自独立。</translation>
    </message>
    <message>
        <source>§3.1 The worker template as printed</source>
        <translation>§3.1 原样的 worker 模板</translation>
    </message>
    <message>
        <source>Claim: a context with a cancel function keeps a worker under control from start to end.</source>
        <translation>主张：带有取消函数的 context 从头到尾控制着 worker。</translation>
    </message>
    <message>
        <source>§3.1 The life of a worker</source>
        <translation>§3.1 worker 的一生</translation>
    </message>
    <message>
        <source>Claim: Running from the go statement, Stopping at ctx.Done(), Stopped at WaitGroup.Done(); a failed probe starts the way out.</source>
        <translation>主张：go 语句开始 Running，ctx.Done() 时 Stopping，WaitGroup.Done() 时 Stopped；探测失败则开始退出。</translation>
    </message>
    <message>
        <source>§3.2 safeExit: cancel and Goexit together</source>
        <translation>§3.2 safeExit：cancel 与 Goexit 配合</translation>
    </message>
    <message>
        <source>Claim: safeExit returns when the context is cancelled already, else calls Goexit; its deferred cancel tells the others both times.</source>
        <translation>主张：context 已取消时 safeExit 返回，否则调用 Goexit；两种情况下它 defer 的 cancel 都会通知其他协程。</translation>
    </message>
    <message>
        <source>§3.2 Wrong: Goexit without cancel leaks</source>
        <translation>§3.2 错误：不取消的 Goexit 会泄漏</translation>
    </message>
    <message>
        <source>Claim: with Goexit alone the child goroutine leaks, and the parent context can not notice that anybody left.</source>
        <translation>主张：只用 Goexit 时子 goroutine 泄漏，而父 context 无法察觉有人离开。</translation>
    </message>
    <message>
        <source>§3.2 Wrong: a deferred cancel of a shared context comes too early</source>
        <translation>§3.2 错误：对共享 context 的 defer cancel 来得太早</translation>
    </message>
    <message>
        <source>Claim: defer cancel() and Goexit without a look at ctx.Done() cancel too early and can interrupt other collaborators.</source>
        <translation>主张：不查看 ctx.Done() 就 defer cancel() 并 Goexit，会取消得太早，可能打断其他协作者。</translation>
    </message>
    <message>
        <source>§3.2 Wrong: a Goexit behind a select without default</source>
        <translation>§3.2 错误：没有 default 的 select 之后的 Goexit</translation>
    </message>
    <message>
        <source>Claim: a select that only listens to ctx.Done() never lets the Goexit behind it run: a dead path.</source>
        <translation>主张：只监听 ctx.Done() 的 select 使其后的 Goexit 永不执行：死路径。</translation>
    </message>
    <message>
        <source>§3.3 Boundary conditions of recover in a Goexit</source>
        <translation>§3.3 Goexit 中 recover 的边界条件</translation>
    </message>
    <message>
        <source>Claim: with panic, recover returns its value and the goroutine goes on; with Goexit it is always nil and the goroutine ends.</source>
        <translation>主张：panic 时 recover 返回它的值，goroutine 继续；Goexit 时总是 nil，goroutine 结束。</translation>
    </message>
    <message>
        <source>§4.1 A web server that shuts down smoothly</source>
        <translation>§4.1 平滑关闭的 Web 服务器</translation>
    </message>
    <message>
        <source>§4.1 Shutdown with the context that was just cancelled</source>
        <translation>§4.1 用刚取消的 context 调用 Shutdown</translation>
    </message>
    <message>
        <source>§4.2 GracefulStop at SIGTERM</source>
        <translation>§4.2 收到 SIGTERM 时的 GracefulStop</translation>
    </message>
    <message>
        <source>§4.2 Goexit of main beside GracefulStop</source>
        <translation>§4.2 main 的 Goexit 与 GracefulStop 并行</translation>
    </message>
    <message>
        <source>§4.3 A worker that can be interrupted</source>
        <translation>§4.3 可中断的 worker</translation>
    </message>
    <message>
        <source>§4.4 SafeExit: an exit that is seen</source>
        <translation>§4.4 SafeExit：看得见的退出</translation>
    </message>
    <message>
        <source>§5 Simulation: two registries and a bridge</source>
        <translation>§5 模拟：两个注册中心与一座桥</translation>
    </message>
    <message>
        <source>§5 Simulation: two filters on a reused stream</source>
        <translation>§5 模拟：复用流上的两个过滤器</translation>
    </message>
    <message>
        <source>§5 Simulation: a tool chain's compatibility</source>
        <translation>§5 模拟：工具链的兼容性</translation>
    </message>
    <message>
        <source>§5 Simulation: inference at the edge with slices of memory</source>
        <translation>§5 模拟：按显存切片的边缘推理</translation>
    </message>
    <message>
        <source>§5 Simulation: a configuration is pushed, all of it or what changed</source>
        <translation>§5 模拟：推送配置，全量或增量</translation>
    </message>
    <message>
        <source>Claim: a goroutine's Goexit sets off the shutdown: no new connections, requests in progress are finished, then all is closed.</source>
        <translation>主张：goroutine 的 Goexit 触发关闭：不再接受新连接，进行中的请求处理完，然后全部关闭。</translation>
    </message>
    <message>
        <source>Claim: cancel() drives Shutdown(ctx), which then waits for active requests to finish.</source>
        <translation>主张：cancel() 驱动 Shutdown(ctx)，后者随即等待活跃请求完成。</translation>
    </message>
    <message>
        <source>Claim: at SIGTERM GracefulStop refuses new calls, waits for those in progress and closes the listener; then main may end.</source>
        <translation>主张：收到 SIGTERM 时 GracefulStop 拒绝新调用，等待进行中的调用，关闭监听器；之后 main 才可结束。</translation>
    </message>
    <message>
        <source>Claim: after GracefulStop main should call Goexit or os.Exit(0); a Goexit before that breaks connections off.</source>
        <translation>主张：GracefulStop 之后 main 应调用 Goexit 或 os.Exit(0)；提前的 Goexit 会强行中断连接。</translation>
    </message>
    <message>
        <source>Claim: RUNNING, INTERRUPTING at the signal: no new unit, the current one is finished, checkpoint saved; then INTERRUPTED.</source>
        <translation>主张：RUNNING，收到信号后 INTERRUPTING：不开始新单元，完成当前单元并保存检查点；然后 INTERRUPTED。</translation>
    </message>
    <message>
        <source>Claim: a hook before Goexit writes a structured log line, counts the exit by its reason and ends the span; a bare Goexit is not seen.</source>
        <translation>主张：Goexit 之前的钩子写一行结构化日志、按原因计数并结束 span；直接的 Goexit 则不可见。</translation>
    </message>
    <message>
        <source>Claim: with a bridge between the registries 87 services move in six weeks without a failed call, at most 3.2 ms slower or faster.</source>
        <translation>主张：两个注册中心之间有桥时，87 个服务在六周内迁移，没有失败的调用，快慢相差至多 3.2 ms。</translation>
    </message>
    <message>
        <source>Claim: filters that run at once disagree on a stream's life, 0.8 % of requests fail; one after the other only 0.015 % do.</source>
        <translation>主张：同时运行的过滤器对流的生命周期看法不一，0.8 % 的请求失败；依次运行时只有 0.015 %。</translation>
    </message>
    <message>
        <source>Claim: Terraform's provider passes at its new version, Argo CD is not yet tested, the OpenTelemetry Collector fails.</source>
        <translation>主张：Terraform provider 的新版本通过，Argo CD 尚未测试，OpenTelemetry Collector 失败。</translation>
    </message>
    <message>
        <source>Claim: with 2 GiB slices of a GPU's memory a pod carries three requests at a time, and 95 % are answered within 420 ms.</source>
        <translation>主张：以 2 GiB 的显存切片，一个 pod 同时承载三个请求，95 % 在 420 ms 内得到回答。</translation>
    </message>
    <message>
        <source>Claim: for more than 5,000 services a full push takes 18.7 s; a push of the differences takes 2.3 s.</source>
        <translation>主张：超过 5,000 个服务时全量推送需 18.7 s，增量推送需 2.3 s。</translation>
    </message>
    <message>
        <source>§1 debug.PrintStack in a recover handler</source>
        <translation>§1 recover 处理函数中的 debug.PrintStack</translation>
    </message>
    <message>
        <source>Claim: Go 1.25 prints the whole stack, with the panic's origin and every active defer; Go 1.24 may cut it short.</source>
        <translation>主张：Go 1.25 打印完整的栈，包括 panic 的起点和每个活动的 defer；Go 1.24 可能截断它。</translation>
    </message>
    <message>
        <source>§2.3 The way of os.Exit</source>
        <translation>§2.3 os.Exit 的路径</translation>
    </message>
    <message>
        <source>Claim: os.Exit sets the exiting flag, stores the exit code and signals the main M; whoever is about to park looks at the flag.</source>
        <translation>主张：os.Exit 设置退出标志、保存退出码并通知主 M；准备挂起的 goroutine 都会查看该标志。</translation>
    </message>
    <message>
        <source>§2.3 os.Exit tells who watches</source>
        <translation>§2.3 os.Exit 通知监听者</translation>
    </message>
    <message>
        <source>Claim: signalNotifyExit broadcasts exitSignal to all watching goroutines.</source>
        <translation>主张：signalNotifyExit 向所有监听的 goroutine 广播 exitSignal。</translation>
    </message>
    <message>
        <source>§2.4 The status of a goroutine that parks</source>
        <translation>§2.4 正在挂起的 goroutine 的状态</translation>
    </message>
    <message>
        <source>Claim: Go 1.25 stores gp.status atomically before the unlock; earlier releases updated it after it.</source>
        <translation>主张：Go 1.25 在解锁之前原子地写入 gp.status；更早的版本在解锁之后才更新。</translation>
    </message>
    <message>
        <source>§2.4 Reflection frames are skipped</source>
        <translation>§2.4 跳过反射帧</translation>
    </message>
    <message>
        <source>Claim: the panicwrap hook leaves frames of package reflect out, so that a handler sees where the fault really is.</source>
        <translation>主张：panicwrap 钩子略去 reflect 包的栈帧，使处理函数看到错误真正的位置。</translation>
    </message>
</context>
<context>
    <name>Vet</name>
    <message>
        <source>Only a deferred function that calls recover itself can stop a panic. Anywhere else recover returns nil, or raises an error under rules that say so. Call it in a function literal after defer.</source>
        <translation>只有自己调用 recover 的 defer 函数才能停止 panic。在别处 recover 返回 nil，或按某些规则引发错误。请在 defer 后的函数字面量中调用它。</translation>
    </message>
    <message>
        <source>recover must be called by the deferred function, not be the deferred function. Write defer func() { recover() }().</source>
        <translation>recover 必须由 defer 的函数来调用，而不能本身就是 defer 的函数。请写 defer func() { recover() }()。</translation>
    </message>
    <message>
        <source>recover works only in the deferred function itself, not in what that one calls. Defer the helper, or call recover in the deferred function and pass the value on.</source>
        <translation>recover 只在 defer 的函数本身中有效，在它所调用的函数中无效。请直接 defer 这个辅助函数，或在 defer 的函数中调用 recover 并把值传下去。</translation>
    </message>
    <message>
        <source>The inner deferred call runs when the deferred function returns. The panic did not begin in that function, so recover returns nil. Call recover one level further out.</source>
        <translation>内层的 defer 调用在外层 defer 函数返回时才运行。panic 不是在那个函数中开始的，因此 recover 返回 nil。请在外一层调用 recover。</translation>
    </message>
    <message>
        <source>A context that is never cancelled stays in memory with its timer until its parent ends, and its goroutines wait. Write defer cancel() right after making it.</source>
        <translation>从不取消的 context 连同它的定时器会留在内存中，直到父 context 结束，等待它的 goroutine 也一直等待。请在创建之后立即写 defer cancel()。</translation>
    </message>
    <message>
        <source>Goexit ends only the goroutine. When main is gone and no other goroutine can run, the program dies with exit code 2. Return from main, or call Goexit in another goroutine.</source>
        <translation>Goexit 只结束当前 goroutine。main 结束之后，如果没有别的 goroutine 可以运行，程序会以退出码 2 终止。请从 main 返回，或在另一个 goroutine 中调用 Goexit。</translation>
    </message>
    <message>
        <source>os.Exit and log.Fatal run no deferred calls: locks, files and buffers stay as they are. Return to main first and exit there, or do the work before the call.</source>
        <translation>os.Exit 和 log.Fatal 不运行任何 defer 调用：锁、文件和缓冲区保持原样。请先返回到 main 再退出，或在调用之前完成这些工作。</translation>
    </message>
    <message>
        <source>FailNow, Fatal and Skip end the goroutine that calls them. From another goroutine the test goes on. Call t.Error there and return, or send the error to the test.</source>
        <translation>FailNow、Fatal 和 Skip 结束调用它们的 goroutine。在另一个 goroutine 中调用时，测试会继续进行。请在那里调用 t.Error 并返回，或把错误发送给测试。</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>Go 1.25 as released.</source>
        <translation>Go 1.25 正式发布的行为。</translation>
    </message>
    <message>
        <source>Go 1.24 as released.</source>
        <translation>Go 1.24 正式发布的行为。</translation>
    </message>
    <message>
        <source>Go 1.21 as released: one variable a loop, timer channels with a buffer, panic texts without indent.</source>
        <translation>Go 1.21 正式发布的行为：每个循环一个变量，定时器通道带缓冲，panic 文本不缩进。</translation>
    </message>
    <message>
        <source>Go 1.19 as released: panic(nil) raises nil, and stacks do not tell which goroutine created another.</source>
        <translation>Go 1.19 正式发布的行为：panic(nil) 抛出 nil，栈里不说明 goroutine 由谁创建。</translation>
    </message>
    <message>
        <source>Go 1.24 as the article describes it. §2.1 says that Goexit runs the deferred calls, §2.2 that it skips them: the first is the default, as every release does it and as the article&apos;s own listings need it; goexit-runs-defers=no is the other. §2.1 sends a goroutine that exits through _Grunnable, §2.2 goes straight to goexit0: goexit-status=direct is the second.</source>
        <translation>文章所描述的 Go 1.24。§2.1 说 Goexit 会执行 defer 调用，§2.2 说会跳过：默认取前者，因为每个发布版本都如此，文章自己的代码也需要如此；goexit-runs-defers=no 是另一种读法。§2.1 让退出的 goroutine 经过 _Grunnable，§2.2 直接到 goexit0：goexit-status=direct 是后者。</translation>
    </message>
    <message>
        <source>Go 1.25 as the article describes it. Its title and §3 say that recover captures Goexit, §3.3 that it gives nil then: intercept is the default, as the title promises that the goroutine can be caught; recover-during-goexit=observe lets it exit all the same, =nil is §3.3. §1 makes recover outside a deferred function a run-time error; -gcflags=-d=panicrecovery, or strict-recovery=off, takes the check out.</source>
        <translation>文章所描述的 Go 1.25。标题和 §3 说 recover 能捕获 Goexit，§3.3 说此时返回 nil：默认取 intercept，因为标题许诺能接住 goroutine；recover-during-goexit=observe 让它照样退出，=nil 是 §3.3 的读法。§1 让 defer 函数之外的 recover 成为运行时错误；-gcflags=-d=panicrecovery 或 strict-recovery=off 去掉这一检查。</translation>
    </message>
    <message>
        <source>What recover does when its caller is not a deferred function.</source>
        <translation>调用者不是 defer 函数时 recover 做什么。</translation>
    </message>
    <message>
        <source>It returns nil and changes nothing.</source>
        <translation>返回 nil，什么也不改变。</translation>
    </message>
    <message>
        <source>It raises a run-time error.</source>
        <translation>抛出运行时错误。</translation>
    </message>
    <message>
        <source>Whether the check of recover outside deferred functions is compiled in.</source>
        <translation>是否编译进对 defer 函数之外 recover 的检查。</translation>
    </message>
    <message>
        <source>It is, where recover-outside-deferred asks for it.</source>
        <translation>编译进去（如果 recover-outside-deferred 要求）。</translation>
    </message>
    <message>
        <source>It is left out, as -gcflags=-d=panicrecovery asks: recover returns nil.</source>
        <translation>不编译，如 -gcflags=-d=panicrecovery 所要求：recover 返回 nil。</translation>
    </message>
    <message>
        <source>What recover does in a deferred call that runs because of runtime.Goexit.</source>
        <translation>在因 runtime.Goexit 而运行的 defer 调用里 recover 做什么。</translation>
    </message>
    <message>
        <source>It returns nil: Goexit is not a panic.</source>
        <translation>返回 nil：Goexit 不是 panic。</translation>
    </message>
    <message>
        <source>It returns a runtime.GoexitSignal, and the goroutine still exits.</source>
        <translation>返回 runtime.GoexitSignal，goroutine 仍然退出。</translation>
    </message>
    <message>
        <source>It returns a runtime.GoexitSignal and the goroutine goes on.</source>
        <translation>返回 runtime.GoexitSignal，goroutine 继续运行。</translation>
    </message>
    <message>
        <source>Which function&apos;s recover can stop a panic.</source>
        <translation>哪个函数里的 recover 能停止 panic。</translation>
    </message>
    <message>
        <source>The deferred function&apos;s own.</source>
        <translation>只有被 defer 的函数自己的。</translation>
    </message>
    <message>
        <source>Also that of a function it calls, unless a function between has deferred calls of its own.</source>
        <translation>它所调用的函数里的也行，除非中间某个函数有自己的 defer 调用。</translation>
    </message>
    <message>
        <source>What a run-time error does, such as an index out of range.</source>
        <translation>运行时错误（例如下标越界）会怎样。</translation>
    </message>
    <message>
        <source>It panics with a runtime.Error.</source>
        <translation>以 runtime.Error 引发 panic。</translation>
    </message>
    <message>
        <source>It ends the program: no deferred call runs, and nothing recovers it.</source>
        <translation>结束程序：不执行任何 defer 调用，也无法恢复。</translation>
    </message>
    <message>
        <source>TinyGo 0.33 where it supports recover, as its runtime&apos;s source tells. Its own rules: Goexit runs no deferred calls; run-time errors end the program; recover also works in what a deferred function calls; panic(nil) raises nil. Everything else stays Go 1.24: texts, stacks and exit codes (TinyGo prints one line, no stack, and aborts) and the scheduler (TinyGo&apos;s has one thread and does not preempt).</source>
        <translation>TinyGo 0.33（在它支持 recover 的目标上），依据其运行时源码。它自己的规则：Goexit 不执行 defer 调用；运行时错误结束程序；被 defer 的函数所调用的函数里 recover 也有效；panic(nil) 引发 nil。其余一切仍是 Go 1.24：文字、栈和退出码（TinyGo 只打印一行，没有栈，然后中止）以及调度器（TinyGo 的调度器只有一个线程，不抢占）。</translation>
    </message>
    <message>
        <source>Whether vet reports recover in functions that are never deferred.</source>
        <translation>vet 是否报告从不被 defer 的函数里的 recover。</translation>
    </message>
    <message>
        <source>It does. Under released Go this is Unwind&apos;s own check: no go vet has it.</source>
        <translation>报告。对已发布的 Go 来说这是 Unwind 自己的检查：没有哪个 go vet 有它。</translation>
    </message>
    <message>
        <source>It does not.</source>
        <translation>不报告。</translation>
    </message>
    <message>
        <source>Whether runtime.Goexit runs the deferred calls.</source>
        <translation>runtime.Goexit 是否执行 defer 调用。</translation>
    </message>
    <message>
        <source>All of them, last in first out.</source>
        <translation>全部执行，后进先出。</translation>
    </message>
    <message>
        <source>None of them.</source>
        <translation>一个也不执行。</translation>
    </message>
    <message>
        <source>Whether a Goexit goes on after a panic in one of its deferred calls is recovered.</source>
        <translation>Goexit 的某个 defer 调用里的 panic 被恢复之后，Goexit 是否继续。</translation>
    </message>
    <message>
        <source>The goroutine still exits.</source>
        <translation>goroutine 仍然退出。</translation>
    </message>
    <message>
        <source>The recovering frame returns normally.</source>
        <translation>恢复 panic 的那一帧正常返回。</translation>
    </message>
    <message>
        <source>The status changes of a goroutine that ends by Goexit.</source>
        <translation>因 Goexit 结束的 goroutine 的状态变化。</translation>
    </message>
    <message>
        <source>_Grunning to _Gdead.</source>
        <translation>_Grunning 到 _Gdead。</translation>
    </message>
    <message>
        <source>casgstatus to _Grunnable, dropg, schedule; _Gdead when it is taken from the queue.</source>
        <translation>先 casgstatus 到 _Grunnable，再 dropg、schedule；从队列取出时变为 _Gdead。</translation>
    </message>
    <message>
        <source>What panic(nil) raises.</source>
        <translation>panic(nil) 抛出什么。</translation>
    </message>
    <message>
        <source>A *runtime.PanicNilError.</source>
        <translation>一个 *runtime.PanicNilError。</translation>
    </message>
    <message>
        <source>The nil value itself.</source>
        <translation>nil 值本身。</translation>
    </message>
    <message>
        <source>How raising a recovered value again is printed.</source>
        <translation>把恢复的值再次抛出时如何打印。</translation>
    </message>
    <message>
        <source>One line, marked [recovered, repanicked].</source>
        <translation>一行，标注 [recovered, repanicked]。</translation>
    </message>
    <message>
        <source>Both panics, one line each.</source>
        <translation>两个 panic，各一行。</translation>
    </message>
    <message>
        <source>How later lines of an uncaught panic&apos;s text are printed.</source>
        <translation>未捕获 panic 的文本第二行起如何打印。</translation>
    </message>
    <message>
        <source>Indented by a tab.</source>
        <translation>缩进一个制表符。</translation>
    </message>
    <message>
        <source>As they are.</source>
        <translation>原样打印。</translation>
    </message>
    <message>
        <source>How an unhashable key for an empty map is worded.</source>
        <translation>空 map 遇到不可哈希的键时的措辞。</translation>
    </message>
    <message>
        <source>hash of unhashable type: T, without a prefix.</source>
        <translation>hash of unhashable type: T，不带前缀。</translation>
    </message>
    <message>
        <source>runtime error: hash of unhashable type T, as for any map.</source>
        <translation>runtime error: hash of unhashable type T，与其他 map 相同。</translation>
    </message>
    <message>
        <source>How a slice too short for its conversion to an array is worded.</source>
        <translation>切片太短、无法转换成数组时的措辞。</translation>
    </message>
    <message>
        <source>... to array or pointer to array with length N.</source>
        <translation>以“to array or pointer to array with length N”结尾。</translation>
    </message>
    <message>
        <source>... to pointer to array with length N.</source>
        <translation>以“to pointer to array with length N”结尾。</translation>
    </message>
    <message>
        <source>What debug.PrintStack and runtime.Stack show in a deferred call that a panic runs.</source>
        <translation>在 panic 执行的 defer 调用里，debug.PrintStack 和 runtime.Stack 显示什么。</translation>
    </message>
    <message>
        <source>Everything, with the frames that panicked.</source>
        <translation>全部，包括发生 panic 的帧。</translation>
    </message>
    <message>
        <source>Nothing below the deferred call: the panic and where it began are missing.</source>
        <translation>defer 调用以下都没有：看不到 panic 及其起点。</translation>
    </message>
    <message>
        <source>Which frames of a stack deeper than 100 are printed.</source>
        <translation>超过 100 层的栈打印哪些帧。</translation>
    </message>
    <message>
        <source>The innermost 50 and the outermost 50.</source>
        <translation>最内 50 层和最外 50 层。</translation>
    </message>
    <message>
        <source>The innermost 100.</source>
        <translation>最内 100 层。</translation>
    </message>
    <message>
        <source>Whether stacks show the frames of package reflect.</source>
        <translation>栈里是否显示 reflect 包的帧。</translation>
    </message>
    <message>
        <source>As any other frame.</source>
        <translation>与其他帧一样显示。</translation>
    </message>
    <message>
        <source>A panic runs the panicwrap hook, which skips them.</source>
        <translation>panic 调用 panicwrap 钩子，把它们跳过。</translation>
    </message>
    <message>
        <source>How the last lines of a goroutine&apos;s stack name who created it.</source>
        <translation>goroutine 栈的末尾如何说明由谁创建。</translation>
    </message>
    <message>
        <source>created by F in goroutine N.</source>
        <translation>“created by F in goroutine N”。</translation>
    </message>
    <message>
        <source>created by F.</source>
        <translation>“created by F”。</translation>
    </message>
    <message>
        <source>The wait reasons that stacks show for goroutines that wait in package sync.</source>
        <translation>goroutine 在 sync 包里等待时，栈里显示的等待原因。</translation>
    </message>
    <message>
        <source>sync.Mutex.Lock, sync.RWMutex.RLock, sync.WaitGroup.Wait.</source>
        <translation>各有名字：sync.Mutex.Lock、sync.RWMutex.RLock、sync.WaitGroup.Wait。</translation>
    </message>
    <message>
        <source>Named for locks, semacquire for wait groups.</source>
        <translation>锁有名字，WaitGroup 是 semacquire。</translation>
    </message>
    <message>
        <source>semacquire for all of them.</source>
        <translation>一律是 semacquire。</translation>
    </message>
    <message>
        <source>When the status of a goroutine that parks becomes _Gwaiting.</source>
        <translation>挂起的 goroutine 的状态何时变为 _Gwaiting。</translation>
    </message>
    <message>
        <source>Before the lock of what it waits on is released.</source>
        <translation>在释放所等对象的锁之前。</translation>
    </message>
    <message>
        <source>Afterwards: until then another P sees a waiting goroutine as _Grunning.</source>
        <translation>在释放之后：此前别的 P 看到等待中的 goroutine 还是 _Grunning。</translation>
    </message>
    <message>
        <source>What os.Exit does.</source>
        <translation>os.Exit 做什么。</translation>
    </message>
    <message>
        <source>The calling thread ends the process.</source>
        <translation>调用它的线程结束进程。</translation>
    </message>
    <message>
        <source>It stores the exiting flag and the exit code and sends SIGTERM to the main M, which ends the process; whoever is about to park checks the flag and stops.</source>
        <translation>存下 exiting 标志和退出码，向主 M 发送 SIGTERM，由主 M 结束进程；即将挂起的 goroutine 检查标志并停住。</translation>
    </message>
    <message>
        <source>Whether a timer&apos;s channel can hold a value that Stop or Reset came too late for.</source>
        <translation>Stop 或 Reset 来得太迟时，定时器通道里是否会留下旧值。</translation>
    </message>
    <message>
        <source>No: after Stop or Reset no stale value is received; len and cap are 0.</source>
        <translation>不会：Stop 或 Reset 之后收不到旧值；len 和 cap 为 0。</translation>
    </message>
    <message>
        <source>Yes: the channel has a buffer of one.</source>
        <translation>会：通道有一个缓冲。</translation>
    </message>
    <message>
        <source>How often the variables of a for statement are made.</source>
        <translation>for 语句的变量多久新建一次。</translation>
    </message>
    <message>
        <source>Anew for each iteration.</source>
        <translation>每次迭代新建。</translation>
    </message>
    <message>
        <source>Once for the whole loop.</source>
        <translation>整个循环只建一次。</translation>
    </message>
    <message>
        <source>Which release&apos;s language and standard library the program may use.</source>
        <translation>程序可以使用哪个版本的语言和标准库。</translation>
    </message>
    <message>
        <source>No slice to array conversion.</source>
        <translation>没有切片到数组的转换。</translation>
    </message>
    <message>
        <source>No min, max and clear.</source>
        <translation>没有 min、max 和 clear。</translation>
    </message>
    <message>
        <source>No range over integers.</source>
        <translation>不能对整数 range。</translation>
    </message>
    <message>
        <source>No range over functions.</source>
        <translation>不能对函数 range。</translation>
    </message>
    <message>
        <source>All that Go 1.23 has.</source>
        <translation>Go 1.23 的全部语言。</translation>
    </message>
    <message>
        <source>All that Go 1.24 has.</source>
        <translation>Go 1.24 的全部语言。</translation>
    </message>
    <message>
        <source>All that Go 1.25 has.</source>
        <translation>Go 1.25 的全部语言。</translation>
    </message>
    <message>
        <source>When the status of a goroutine that parks becomes _Gwaiting.</source>
        <translation>goroutine 停下等待时，状态何时变为 _Gwaiting。</translation>
    </message>
    <message>
        <source>Before the lock of what it waits on is released.</source>
        <translation>在它所等待对象的锁释放之前。</translation>
    </message>
    <message>
        <source>Afterwards: until then another P sees a waiting goroutine as _Grunning.</source>
        <translation>在锁释放之后：在那之前，别的 P 会把正在等待的 goroutine 看成 _Grunning。</translation>
    </message>
    <message>
        <source>What os.Exit does.</source>
        <translation>os.Exit 做什么。</translation>
    </message>
    <message>
        <source>The calling thread ends the process.</source>
        <translation>由调用它的线程结束进程。</translation>
    </message>
    <message>
        <source>It stores the exiting flag and the exit code and sends SIGTERM to the main M, which ends the process; whoever is about to park checks the flag and stops.</source>
        <translation>记下 exiting 标志和退出码，并向主 M 发送 SIGTERM，由主 M 结束进程；将要停下等待的 goroutine 会检查标志并停住。</translation>
    </message>
</context>
<context>
    <name>RecoverTable</name>
    <message>
        <source>in the deferred function</source>
        <translation>在 defer 函数里</translation>
    </message>
    <message>
        <source>in a deferred method, through an interface</source>
        <translation>在 defer 的方法里，经由接口</translation>
    </message>
    <message>
        <source>in a function that the deferred function calls</source>
        <translation>在 defer 函数调用的函数里</translation>
    </message>
    <message>
        <source>in a deferred function of the deferred function</source>
        <translation>在 defer 函数自己的 defer 函数里</translation>
    </message>
    <message>
        <source>defer recover() in the deferred function</source>
        <translation>在 defer 函数里写 defer recover()</translation>
    </message>
    <message>
        <source>in a goroutine that the deferred function starts</source>
        <translation>在 defer 函数启动的 goroutine 里</translation>
    </message>
    <message>
        <source>defer recover()</source>
        <translation>直接写 defer recover()</translation>
    </message>
    <message>
        <source>as an argument of the deferred call</source>
        <translation>作为 defer 调用的参数</translation>
    </message>
    <message>
        <source>in the function&apos;s own body</source>
        <translation>在函数体里</translation>
    </message>
    <message>
        <source>in a function that the body calls</source>
        <translation>在函数体调用的函数里</translation>
    </message>
    <message>
        <source>nothing: the function returns</source>
        <translation>无：函数正常返回</translation>
    </message>
    <message>
        <source>a panic</source>
        <translation>一个 panic</translation>
    </message>
    <message>
        <source>a Goexit</source>
        <translation>一个 Goexit</translation>
    </message>
    <message>
        <source>a panic of a deferred call during a panic</source>
        <translation>panic 期间 defer 调用又 panic</translation>
    </message>
    <message>
        <source>a panic of a deferred call during a Goexit</source>
        <translation>Goexit 期间 defer 调用 panic</translation>
    </message>
    <message>
        <source>a Goexit of a deferred call during a panic</source>
        <translation>panic 期间 defer 调用 Goexit</translation>
    </message>
    <message>
        <source>not recovered yet</source>
        <translation>尚未恢复</translation>
    </message>
    <message>
        <source>recovered before by the same deferred call</source>
        <translation>已被同一个 defer 调用恢复</translation>
    </message>
    <message>
        <source>recovered before by another deferred call</source>
        <translation>已被另一个 defer 调用恢复</translation>
    </message>
    <message>
        <source>The deferred calls run</source>
        <translation>是否执行 defer 调用</translation>
    </message>
    <message>
        <source>recover() returns</source>
        <translation>recover() 的返回值</translation>
    </message>
    <message>
        <source>The function is interrupted</source>
        <translation>函数是否被中断</translation>
    </message>
    <message>
        <source>After recover()</source>
        <translation>recover() 之后</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>yes, without unwinding</source>
        <translation>是，但无栈展开</translation>
    </message>
    <message>
        <source>not nil: the panic&apos;s value</source>
        <translation>非 nil：panic 的值</translation>
    </message>
    <message>
        <source>nil</source>
        <translation>nil</translation>
    </message>
    <message>
        <source>the panic</source>
        <translation>该 panic</translation>
    </message>
    <message>
        <source>the newer panic</source>
        <translation>较新的 panic</translation>
    </message>
    <message>
        <source>raises an error</source>
        <translation>抛出错误</translation>
    </message>
    <message>
        <source>no result</source>
        <translation>无返回值</translation>
    </message>
    <message>
        <source>not called</source>
        <translation>未被调用</translation>
    </message>
    <message>
        <source>returns</source>
        <translation>函数返回</translation>
    </message>
    <message>
        <source>exits</source>
        <translation>goroutine 退出</translation>
    </message>
    <message>
        <source>a run-time error</source>
        <translation>运行时错误</translation>
    </message>
    <message>
        <source>the function returns to its caller</source>
        <translation>函数返回到调用者</translation>
    </message>
    <message>
        <source>the goroutine exits</source>
        <translation>goroutine 退出</translation>
    </message>
    <message>
        <source>it goes on to the caller</source>
        <translation>继续传给调用者</translation>
    </message>
</context>
</TS>
