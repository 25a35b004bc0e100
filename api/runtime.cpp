// SPDX-License-Identifier: MIT
//
// Runtime and Module: running code in __main__, modules, limits.
#include "api/realm.hpp"

#include "lang/stages.hpp"
#include "stdlib/asyncio/runner.hpp"
#include "vm/code.hpp"
#include "vm/generator.hpp"
#include "vm/import.hpp"
#include "vm/interpreter.hpp"

#include <cerrno>
#include <system_error>

namespace ouro {

using detail::Entry;
using detail::Realm;

Runtime::Runtime(Options options) : m_realm(new Realm(*this, std::move(options)), &Realm::close) {}
Runtime::~Runtime() = default;

// --- Running code ---------------------------------------------------------------------------------------------------

// Compiles and runs in __main__; code that awaits is run to its end on the event loop.
static vm::Result<vm::Value> execute(Realm& realm, std::string_view source, std::string_view filename, const char* mode) {
    vm::VM& vm = realm.machine();
    vm::Code* code = TRY(vm.compile(vm, source, filename, mode));
    vm::Dict* names = realm.main().dict;
    vm::Value result = TRY(run_code(vm, *code, names, names));
    vm::Generator* coroutine = vm::as<vm::Generator>(result);
    if (!coroutine || !code->has(vm::Code::COROUTINE))
        return result;
    return stdlib::run_main_coroutine(vm, *coroutine);
}

void Runtime::run(std::string_view source, std::string_view filename) {
    Entry entry(*m_realm);
    m_realm->machine().source_texts[std::string(filename)] = source;
    m_realm->unwrap(execute(*m_realm, source, filename, "exec:await"));
}

void Runtime::run_file(const std::string& path) {
    Entry entry(*m_realm);
    std::string text;
    if (!lang::read_text_file(path, text))
        throw std::system_error(errno, std::generic_category(), "ouro: can't read '" + path + "'");
    vm::VM& vm = m_realm->machine();
    vm::Str* file = m_realm->unwrap(make_str_lossy(vm, path));
    dict_set(vm, *m_realm->main().dict, vm.names.dunder_file, file);
    vm.source_texts[path] = text;
    m_realm->unwrap(execute(*m_realm, text, path, "file:await"));
}

Value Runtime::eval(std::string_view expression) {
    Entry entry(*m_realm);
    return m_realm->make_value(m_realm->unwrap(execute(*m_realm, expression, "<string>", "eval:await")));
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
        m_realm->throw_exception(vm.raise(vm::ExceptionId::NameError, fmt::format("name '{}' is not defined", name)).exception);
    return m_realm->make_value(found->value);
}

// --- Control --------------------------------------------------------------------------------------------------------

void Runtime::interrupt() noexcept { m_realm->machine().request_safepoint(vm::SAFEPOINT_INTERRUPT); }

size_t Runtime::memory_used() const noexcept { return m_realm->machine().heap.bytes_in_use(); }

void Runtime::set_memory_limit(size_t bytes) noexcept { m_realm->machine().heap.set_limit(bytes ? bytes : SIZE_MAX); }

void Runtime::collect() {
    Entry entry(*m_realm);
    m_realm->machine().heap.collect(true);
    m_realm->machine().run_finalizers();
}

} // namespace ouro
