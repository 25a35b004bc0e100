// SPDX-License-Identifier: MIT
//
// Runtime and Module: running code in __main__, modules, limits.
#include "api/realm.hpp"

#include "lang/stages.hpp"
#include "stdlib/asyncio/loop.hpp"
#include "stdlib/asyncio/runner.hpp"
#include "vm/code.hpp"
#include "vm/async/generator.hpp"
#include "vm/import.hpp"
#include "vm/run/interpreter.hpp"

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <unistd.h>

namespace ouro {

using detail::Entry;
using detail::Realm;

Runtime::Runtime(Options options) : m_realm(new Realm(*this, std::move(options)), &Realm::close) {}
Runtime::~Runtime() = default;

// --- Running code ---------------------------------------------------------------------------------------------------

// Compiles and runs in __main__. The coroutine of code that awaits, or the value of other code, then in
// `is_coroutine` false.
static vm::Result<vm::Value> begin(Realm& realm, std::string_view source, std::string_view filename, const char* mode,
                                   bool& is_coroutine) {
    vm::VM& vm = realm.machine();
    vm::Code* code = TRY(vm.compile(vm, source, filename, mode));
    vm::Dict* names = realm.main().dict;
    vm::Value result = TRY(run_code(vm, *code, names, names));
    is_coroutine = vm::as<vm::Generator>(result) && code->has(vm::Code::COROUTINE);
    return result;
}

// The same to the end: code that awaits runs on the event loop.
static vm::Result<vm::Value> execute(Realm& realm, std::string_view source, std::string_view filename,
                                     const char* mode) {
    bool is_coroutine = false;
    vm::Value result = TRY(begin(realm, source, filename, mode, is_coroutine));
    return is_coroutine ? stdlib::run_main_coroutine(realm.machine(), *vm::as<vm::Generator>(result)) : result;
}

// Reads a script and makes it __main__'s file.
static std::string load_script(Realm& realm, const std::string& path) {
    std::string text;
    if (!lang::read_text_file(path, text))
        throw std::system_error(errno, std::generic_category(), "ouro: can't read '" + path + "'");
    vm::VM& vm = realm.machine();
    dict_set(vm, *realm.main().dict, vm.names.dunder_file, realm.unwrap(make_str_lossy(vm, path)));
    vm.source_texts[path] = text;
    return text;
}

void Runtime::run(std::string_view source, std::string_view filename) {
    Entry entry(*m_realm);
    m_realm->machine().source_texts[std::string(filename)] = source;
    m_realm->unwrap(execute(*m_realm, source, filename, "exec:await"));
}

void Runtime::run_file(const std::string& path) {
    Entry entry(*m_realm);
    std::string text = load_script(*m_realm, path);
    m_realm->unwrap(execute(*m_realm, text, path, "file:await"));
}

Value Runtime::eval(std::string_view expression) {
    Entry entry(*m_realm);
    return m_realm->make_value(m_realm->unwrap(execute(*m_realm, expression, "<string>", "eval:await")));
}

// --- Coroutines -----------------------------------------------------------------------------------------------------

static Task spawn_source(Realm& realm, std::string_view source, std::string_view filename, const char* mode) {
    vm::VM& vm = realm.machine();
    bool is_coroutine = false;
    vm::Value result = realm.unwrap(begin(realm, source, filename, mode, is_coroutine));
    stdlib::Loop* loop = realm.unwrap(stdlib::main_loop(vm));
    if (is_coroutine)
        return Task(realm.make_value(realm.unwrap(stdlib::ensure_future(vm, result, loop))));
    vm::Future* done = stdlib::make_future(vm, *loop);
    stdlib::set_result(vm, *done, vm::Value::none());
    return Task(realm.make_value(vm::Value(done)));
}

Task Runtime::spawn(const Value& awaitable) {
    Entry entry(*m_realm);
    vm::Value raw = detail::from_raw(detail::from_value(*m_realm, awaitable.m_slot));
    stdlib::Loop* loop = m_realm->unwrap(stdlib::main_loop(m_realm->machine()));
    return Task(m_realm->make_value(m_realm->unwrap(stdlib::ensure_future(m_realm->machine(), raw, loop))));
}

Task Runtime::spawn(std::string_view source, std::string_view filename) {
    Entry entry(*m_realm);
    m_realm->machine().source_texts[std::string(filename)] = source;
    return spawn_source(*m_realm, source, filename, "exec:await");
}

Task Runtime::spawn_file(const std::string& path) {
    Entry entry(*m_realm);
    return spawn_source(*m_realm, load_script(*m_realm, path), path, "file:await");
}

bool Runtime::poll() {
    Entry entry(*m_realm);
    stdlib::Loop* loop = m_realm->unwrap(stdlib::find_main_loop(m_realm->machine()));
    if (!loop)
        return false;
    return m_realm->unwrap(stdlib::run_ready(m_realm->machine(), *loop));
}

std::optional<std::chrono::steady_clock::time_point> Runtime::next_deadline() {
    Entry entry(*m_realm);
    auto now = std::chrono::steady_clock::now();
    if (m_realm->machine().safepoint.load())
        return now;
    stdlib::Loop* loop = m_realm->unwrap(stdlib::find_main_loop(m_realm->machine()));
    if (!loop)
        return std::nullopt;
    vm::EventLoop& engine = *loop->engine;
    if (engine.has_work())
        return now;
    std::optional<double> deadline = engine.next_deadline();
    if (!deadline || engine.time_stands_still())
        return std::nullopt;
    if (engine.time_jumps())
        return now;
    constexpr double LONGEST = 1e9; // seconds: further away is never
    std::chrono::duration<double> rest(std::clamp(*deadline - engine.time(), 0.0, LONGEST));
    return now + std::chrono::ceil<std::chrono::nanoseconds>(rest);
}

int Runtime::wait_fd() {
    Entry entry(*m_realm);
    stdlib::Loop* loop = m_realm->unwrap(stdlib::main_loop(m_realm->machine()));
    return m_realm->unwrap(loop->engine->wait_descriptor());
}

Value Runtime::run_until_complete(const Value& awaitable) {
    Entry entry(*m_realm);
    vm::VM& vm = m_realm->machine();
    vm::Value raw = detail::from_raw(detail::from_value(*m_realm, awaitable.m_slot));
    stdlib::Loop* loop = m_realm->unwrap(stdlib::main_loop(vm));
    return m_realm->make_value(m_realm->unwrap(stdlib::run_until_complete(vm, *loop, raw)));
}

// --- Modules and names ----------------------------------------------------------------------------------------------

static vm::Module* find_or_make_module(vm::VM& vm, std::string_view name) {
    vm::Str* key = vm::intern(vm, name);
    if (vm::DictEntry* entry = dict_find(*vm.modules, key)) {
        if (vm::Module* module = vm::as<vm::Module>(entry->value))
            return module;
    }
    vm::Module* module = make_module(vm, key);
    dict_set(vm, *vm.modules, key, module);
    size_t dot = name.rfind('.');
    if (dot != std::string_view::npos) {
        vm::Module* parent = find_or_make_module(vm, name.substr(0, dot));
        dict_set(vm, *parent->dict, vm::intern(vm, name.substr(dot + 1)), module);
    }
    return module;
}

Module Runtime::module(std::string_view name) {
    Entry entry(*m_realm);
    m_realm->unwrap(make_str(m_realm->machine(), name));
    return Module(m_realm->make_value(vm::Value(find_or_make_module(m_realm->machine(), name))));
}

void Module::add_function(std::string_view signature, std::unique_ptr<detail::HostFunction> function, size_t parameters,
                          std::string_view doc) {
    Realm& realm = detail::realm_of(const_cast<detail::Slot*>(Realm::slot_of(m_module)));
    Entry entry(realm);
    vm::VM& vm = realm.machine();
    vm::Value raw = detail::from_raw(detail::make_function(realm, std::move(function), signature, parameters, doc));
    auto* made = vm::as<vm::NativeFunction>(raw);
    vm::Value module = detail::from_raw(detail::from_value(realm, const_cast<detail::Slot*>(Realm::slot_of(m_module))));
    vm::Heap::store(made, made->module, realm.unwrap(get_attribute(vm, module, vm.names.dunder_name)));
    realm.unwrap(set_attribute(vm, module, made->name, made));
}

Value Runtime::import(std::string_view name) {
    Entry entry(*m_realm);
    m_realm->unwrap(make_str(m_realm->machine(), name));
    return m_realm->make_value(vm::Value(m_realm->unwrap(import_absolute(m_realm->machine(), name))));
}

Value Runtime::main() {
    Entry entry(*m_realm);
    return m_realm->make_value(vm::Value(&m_realm->main()));
}

Value Runtime::get(std::string_view name) {
    Entry entry(*m_realm);
    vm::VM& vm = m_realm->machine();
    vm::Str* key = vm::intern(vm, m_realm->unwrap(make_str(vm, name)));
    vm::DictEntry* found = dict_find(*m_realm->main().dict, key);
    if (!found)
        m_realm->unwrap<void>(vm.raise(vm::ExceptionId::NameError, fmt::format("name '{}' is not defined", name)));
    return m_realm->make_value(found->value);
}

// --- Control --------------------------------------------------------------------------------------------------------

void Runtime::interrupt() noexcept {
    m_realm->machine().interrupt();
}

size_t Runtime::memory_used() const noexcept { return m_realm->machine().heap.bytes_in_use(); }

void Runtime::set_memory_limit(size_t bytes) noexcept { m_realm->machine().heap.set_limit(bytes ? bytes : SIZE_MAX); }

void Runtime::collect() {
    Entry entry(*m_realm);
    m_realm->machine().heap.collect(true);
    m_realm->machine().run_finalizers();
}

} // namespace ouro
