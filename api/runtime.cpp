// SPDX-License-Identifier: MIT
//
// Runtime and Module: what hosts call. Each enters the Realm first and leaves the work to its Program and the engine.
#include "api/realm.hpp"

#include "lang/entry.hpp"
#include "stdlib/asyncio/loop.hpp"
#include "stdlib/asyncio/runner.hpp"
#include "stdlib/asyncio/task.hpp"
#include "vm/run/explicit_collection.hpp"
#include "vm/run/import.hpp"
#include "vm/run/module_finders.hpp"
#include "vm/text/unicode.hpp"
#include "vm/text/utf8.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <stdexcept>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace ouro {

using detail::Entry;
using detail::Program;
using detail::Realm;
using Mode = vm::CompileOptions::Mode;

Runtime::Runtime(Options options) : m_realm(new Realm(*this, std::move(options)), &Realm::close) {}
Runtime::~Runtime() = default;

// --- Running code ---------------------------------------------------------------------------------------------------

static bool is_folder(const std::string& path) {
    struct stat status;
    return ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

static std::string read_file(const std::string& path) {
    std::string text;
    std::FILE* file = std::fopen(path.c_str(), "rb");
    char buffer[64 * 1024];
    while (size_t count = file ? std::fread(buffer, 1, sizeof(buffer), file) : 0)
        text.append(buffer, count);
    int error = !file || std::ferror(file) ? errno : 0;
    if (file)
        std::fclose(file);
    if (error)
        throw std::system_error(error, std::generic_category(), "ouro: can't read '" + path + "'");
    return text;
}

struct Script {
    std::string path, text;
    bool is_readable; // by the program itself, as tracebacks need it

    vm::CompileOptions options() const {
        return {.mode = Mode::File, .filename = path, .keeps_text = !is_readable};
    }
};

// Reads a script and makes it __main__'s file.
static Script load_script(Realm& realm, const std::string& path) {
    bool of_folder = is_folder(path);
    Script script{of_folder ? path + (path.ends_with('/') ? "__main__.py" : "/__main__.py") : path, {},
                  !realm.machine().grants};
    script.text = read_file(script.path);
    realm.unwrap(realm.program().set_main_file(script.path, of_folder));
    return script;
}

void Runtime::run(std::string_view source, std::string_view filename) {
    Entry entry(*m_realm);
    m_realm->unwrap(m_realm->program().run(source, {.filename = filename, .keeps_text = true}));
}

void Runtime::run_file(const std::string& path) {
    Entry entry(*m_realm);
    Script script = load_script(*m_realm, path);
    m_realm->unwrap(m_realm->program().run(script.text, script.options()));
}

void Runtime::run_bytes(std::string_view bytes, std::string_view filename) {
    Entry entry(*m_realm);
    m_realm->unwrap(m_realm->program().run(bytes, {.mode = Mode::File, .filename = filename, .keeps_text = true}));
}

void Runtime::run_module(std::string_view name) {
    Entry entry(*m_realm);
    std::string missing = m_realm->unwrap(m_realm->program().run_module(name));
    if (!missing.empty())
        throw std::runtime_error(missing);
}

Value Runtime::eval(std::string_view expression) {
    Entry entry(*m_realm);
    vm::CompileOptions options{.mode = Mode::Eval, .keeps_text = true};
    return m_realm->make_value(m_realm->unwrap(m_realm->program().run(expression, options)));
}

// --- Prompts and programs -------------------------------------------------------------------------------------------

void Runtime::run_entry(std::string_view source, std::string_view filename) {
    Entry entry(*m_realm);
    m_realm->unwrap(m_realm->program().run_entry(source, filename));
}

bool Runtime::is_whole_entry(std::string_view text) { return lang::is_whole_entry(text); }

int Runtime::report(const Error& error) {
    Entry entry(*m_realm);
    return m_realm->program().report(*detail::ErrorState::exception_for(*m_realm, error));
}

void Runtime::close_loop() {
    Entry entry(*m_realm);
    m_realm->unwrap(m_realm->program().close_loop());
}

void Runtime::run_blocking(void (*call)(void* context), void* context) { m_realm->run_blocking(call, context); }

int Runtime::finish(int status) { return m_realm->finish(status); }

// --- Coroutines -----------------------------------------------------------------------------------------------------

static Task spawn_source(Realm& realm, std::string_view source, const vm::CompileOptions& options) {
    vm::VM& vm = realm.machine();
    Program::Outcome outcome = realm.unwrap(realm.program().start(source, options));
    stdlib::Loop* loop = realm.unwrap(stdlib::main_loop(vm));
    if (outcome.is_coroutine)
        return Task(realm.make_value(realm.unwrap(stdlib::ensure_future(vm, outcome.value, loop))));
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
    return spawn_source(*m_realm, source, {.filename = filename, .keeps_text = true});
}

Task Runtime::spawn_file(const std::string& path) {
    Entry entry(*m_realm);
    Script script = load_script(*m_realm, path);
    return spawn_source(*m_realm, script.text, script.options());
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

static vm::Result<vm::Module*> find_or_make_module(vm::VM& vm, std::string_view name) {
    size_t dot = name.rfind('.');
    std::string_view last = dot == std::string_view::npos ? name : name.substr(dot + 1);
    if (vm::scan_utf8(last).reason || !vm::unicode::is_identifier(last))
        return vm.raise(vm::ExceptionId::ValueError,
                        fmt::format("{} is no name of a module", repr_text(vm, TRY(make_str_lossy(vm, name)))));
    vm::Str* key = vm::intern(vm, name);
    vm::DictEntry* entry = dict_find(*vm.modules, key);
    vm::Value there = entry ? entry->value : vm::Value();
    if (!there && vm::is_library_module(vm, name))
        there = TRY(import_absolute(vm, name));
    if (vm::Module* module = vm::as<vm::Module>(there))
        return module;
    vm::Module* parent = dot == std::string_view::npos ? nullptr : TRY(find_or_make_module(vm, name.substr(0, dot)));
    vm::Module* module = make_module(vm, key);
    dict_set(vm, *vm.modules, key, module);
    if (parent)
        dict_set(vm, *parent->dict, vm::intern(vm, last), module);
    return module;
}

Module Runtime::module(std::string_view name) {
    Entry entry(*m_realm);
    m_realm->unwrap(make_str(m_realm->machine(), name));
    return Module(m_realm->make_value(vm::Value(m_realm->unwrap(find_or_make_module(m_realm->machine(), name)))));
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
    return m_realm->make_value(vm::Value(&m_realm->program().main()));
}

Value Runtime::get(std::string_view name) {
    Entry entry(*m_realm);
    vm::VM& vm = m_realm->machine();
    vm::Str* key = vm::intern(vm, m_realm->unwrap(make_str(vm, name)));
    vm::DictEntry* found = dict_find(*m_realm->program().main().dict, key);
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
    vm::collect_explicitly(m_realm->machine(), true);
}

} // namespace ouro
