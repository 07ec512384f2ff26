#include "vm/natives.h"

#include "vm/machine.h"

#include <algorithm>

namespace unwind::vm {

NativeRegistry& NativeRegistry::global() {
    static NativeRegistry registry;
    return registry;
}

namespace {
auto lowerBound(auto& entries, std::string_view name) {
    return std::lower_bound(entries.begin(), entries.end(), name,
                            [](const auto& entry, std::string_view n) { return entry.first < n; });
}
} // namespace

void NativeRegistry::add(std::string_view name, NativeFn fn) {
    const auto it = lowerBound(m_entries, name);
    if (it != m_entries.end() && it->first == name)
        it->second = fn;
    else
        m_entries.emplace(it, name, fn);
}

NativeFn NativeRegistry::find(std::string_view name) const {
    const auto it = lowerBound(m_entries, name);
    return it != m_entries.end() && it->first == name ? it->second : nullptr;
}

GoString NativeCall::newString(std::string_view text) { return vm.machine().newString(text); }

char* NativeCall::newBytes(size_t size) {
    return static_cast<char*>(size ? heap.allocate(size, kNoPointers) : vm.machine().m_zeroBase);
}

void* NativeCall::newValue(bytecode::TypeIndex type, size_t count) {
    const RtType& t = types[type];
    const size_t size = t.size * count;
    return size ? heap.allocate(size, t.layout) : vm.machine().m_zeroBase;
}

GoSlice NativeCall::newSlice(bytecode::TypeIndex elem, int64_t length, int64_t capacity) {
    return {newValue(elem, static_cast<size_t>(capacity)), length, capacity};
}

GoSlice NativeCall::newStrings(const std::vector<std::string>& texts) {
    const auto count = static_cast<int64_t>(texts.size());
    if (count == 0)
        return {vm.machine().m_zeroBase, 0, 0};
    auto* strings = static_cast<GoString*>(heap.allocate(texts.size() * sizeof(GoString), kAllPointers));
    const Pin pin(heap, strings);
    for (size_t i = 0; i < texts.size(); ++i)
        strings[i] = newString(texts[i]);
    return {strings, count, count};
}

const bytecode::Program& NativeCall::program() const { return types.program(); }
const bytecode::Type& NativeCall::type(bytecode::TypeIndex index) const { return *types[index].type; }

const void* NativeCall::valueOf(const GoIface& v) const {
    return types.ofWord(v.type).direct ? static_cast<const void*>(&v.data) : reinterpret_cast<const void*>(v.data);
}

GoIface NativeCall::makeIface(bytecode::TypeIndex type, const void* memory) {
    if (types[type].kind == TypeKind::Interface) {
        GoIface inner;
        std::memcpy(static_cast<void*>(&inner), memory, sizeof inner);
        return inner;
    }
    return vm.machine().box(type, memory);
}

int32_t NativeCall::findMethod(bytecode::TypeIndex type, std::string_view name) const {
    const bytecode::MethodIndex index = types.methodIndex(name);
    return index < 0 ? -1 : types.method(type, index);
}

bool NativeCall::equal(const GoIface& a, const GoIface& b) {
    const uint64_t x[2] = {a.type, a.data}, y[2] = {b.type, b.data};
    bytecode::TypeIndex bad = bytecode::kNoType;
    const bool same = types.equalIface(x, y, bad);
    if (bad != bytecode::kNoType)
        panicRuntime("comparing uncomparable type " + std::string(types.name(bad)));
    return same;
}

void NativeCall::forEachEntry(const void* map, bytecode::TypeIndex mapType,
                              const std::function<void(const void* key, const void* value)>& visit) const {
    Maps::forEach(types[mapType], static_cast<const GoMap*>(map), visit);
}

int64_t NativeCall::mapLength(const void* map) const { return map ? static_cast<const GoMap*>(map)->count : 0; }

void NativeCall::panicValue(GoIface value) {
    then = Then::Panic;
    panicIface = value;
}

void NativeCall::panicString(std::string_view text) {
    const GoString s = newString(text);
    const Pin pin(heap, s.data);
    const bytecode::TypeIndex type = types.find("string");
    panicValue(type == bytecode::kNoType ? GoIface{} : vm.machine().box(type, &s));
}

void NativeCall::panicRuntime(std::string_view text) {
    panicValue(vm.machine().errorValue(ErrorType::Error, text));
    isRuntimeError = true;
}

void NativeCall::panicPlain(std::string_view text) {
    panicValue(vm.machine().errorValue(ErrorType::Plain, text));
    isRuntimeError = true;
}

void NativeCall::panicNil() {
    panicRuntime("invalid memory address or nil pointer dereference");
    isNilDereference = true;
}

void NativeCall::fatal(std::string_view text) {
    then = Then::Fatal;
    vm.machine().m_pendingText = text;
}

void NativeCall::exit(int code) {
    then = Then::Exit;
    exitCode = code;
}

void NativeCall::goexit() { then = Then::Goexit; }
void NativeCall::write(int fd, std::string_view bytes) { sched.output(fd, bytes); }
std::string NativeCall::stackTrace() const {
    const bool cut = sched.profile().recoverStack == profile::RecoverStack::Truncated;
    return sched.goroutineHeader(*g) + "\n" + vm.machine().traceback(vm.machine().vmOf(*g), cut);
}

} // namespace unwind::vm
