// SPDX-License-Identifier: MIT
//
// Errors across the border: script exceptions to C++ and back. Tracebacks are formatted when somebody asks for them,
// or at the latest when the Runtime ends, so that passing an error through many borders stays cheap.
#include "api/error.hpp"
#include "vm/errors/traceback.hpp"

#include "api/realm.hpp"
#include "api/uncaught.hpp"

#include <cerrno>
#include <new>
#include <stdexcept>
#include <system_error>

namespace ouro {

using detail::Entry;
using detail::ErrorState;
using detail::Realm;

namespace detail {

using vm::ExceptionId;

namespace {

struct BuiltinException {
    std::string_view name;
    ExceptionId base;
};
constexpr BuiltinException BUILTIN[] = {
#define EXCEPTION(name, base, ...) {#name, ExceptionId::base},
#include "vm/exceptions.def"
};

std::optional<ExceptionId> find_builtin(std::string_view name) {
    for (unsigned i = 0; i < std::size(BUILTIN); i++) {
        if (BUILTIN[i].name == name)
            return ExceptionId(i);
    }
    return std::nullopt;
}

// As tracebacks call it: classes of scripts' own modules and of the library with their module.
std::string shown_name(vm::VM& vm, vm::Type* type) {
    std::string name(type->qualname->view());
    vm::Str* module = vm::as<vm::Str>(type->lookup(vm, vm.names.dunder_module));
    if (!module || module->view() == "builtins" || module->view() == "__main__")
        return name;
    return fmt::format("{}.{}", module->view(), name);
}

std::optional<ExceptionId> nearest_builtin(vm::VM& vm, vm::Type* type) {
    for (size_t i = 0; i < type->mro->size(); i++) {
        for (unsigned id = 0; id < std::size(BUILTIN); id++) {
            if ((*type->mro)[i] == vm::Value(vm.exception_types[id]))
                return ExceptionId(id);
        }
    }
    return std::nullopt;
}

std::string what_text(const std::string& type_name, const std::string& message) {
    return message.empty() ? type_name : type_name + ": " + message;
}

} // namespace

// --- The state of an Error ---

void ErrorState::adopt(Realm& new_realm, vm::Exception* raised) {
    vm::VM& vm = new_realm.machine();
    exception = new_realm.make_value(vm::Value(raised));
    realm = &new_realm;
    realm->errors.add(*this);
    type_name = shown_name(vm, raised->type());
    message = exception_str(vm, *raised);
    what = what_text(type_name, message);
    builtin = nearest_builtin(vm, raised->type());
}

ErrorState::~ErrorState() {
    if (realm)
        realm->errors.remove(*this);
}

void ErrorState::format() {
    if (!realm)
        return;
    Entry entry(*realm);
    auto* raised = vm::as<vm::Exception>(from_raw(bits_of(const_cast<Slot*>(Realm::slot_of(exception)))));
    traceback_text = format_exception(realm->machine(), *raised);
}

void ErrorState::detach() noexcept {
    if (traceback_text.empty())
        format();
    realm->errors.remove(*this);
    realm = nullptr;
    exception = {};
}

vm::Exception* ErrorState::exception_for(Realm& realm, const Error& error) {
    ErrorState& state = *error.m_state;
    if (state.realm == &realm)
        return vm::as<vm::Exception>(from_raw(bits_of(const_cast<Slot*>(Realm::slot_of(state.exception)))));
    vm::VM& vm = realm.machine();
    auto found = find_builtin(state.type_name);
    auto text = make_str_lossy(vm, found ? state.message : state.what);
    if (text.is_error())
        return text.exception();
    vm::Type* type = vm.exception_type(found.value_or(ExceptionId::RuntimeError));
    auto made = vm::call(vm, type, {vm::Value(text.release())});
    vm::Exception* exception = made.is_error() ? made.exception() : vm::as<vm::Exception>(made.release());
    if (!made.is_error() && !state.realm) // from now on this is the exception that the Error carries
        state.adopt(realm, exception);
    return exception;
}

void throw_exception(Realm& realm, vm::Exception* exception) {
    if (is_exception_of(exception, realm.machine(), ExceptionId::MemoryError))
        realm.use_spare();
    auto state = std::make_shared<ErrorState>();
    state->adopt(realm, exception);
    if (is_exception_of(exception, realm.machine(), ExceptionId::SystemExit))
        throw ErrorState::make_exit(std::move(state), exit_status(*exception));
    throw ErrorState::make_error(std::move(state));
}

static vm::Raised raise_text(vm::VM& vm, ExceptionId id, std::string_view text) {
    auto message = make_str_lossy(vm, text);
    return message.is_error() ? message.error() : vm.raise(id, vm::Value(message.release()));
}

vm::Raised raise_current(Realm& realm) {
    vm::VM& vm = realm.machine();
    try {
        throw;
    } catch (const Error& error) {
        return vm.raise(ErrorState::exception_for(realm, error));
    } catch (const std::bad_alloc&) {
        return vm.memory_error();
    } catch (const std::out_of_range& error) {
        return raise_text(vm, ExceptionId::IndexError, error.what());
    } catch (const std::invalid_argument& error) {
        return raise_text(vm, ExceptionId::ValueError, error.what());
    } catch (const std::domain_error& error) {
        return raise_text(vm, ExceptionId::ValueError, error.what());
    } catch (const std::length_error& error) {
        return raise_text(vm, ExceptionId::ValueError, error.what());
    } catch (const std::overflow_error& error) {
        return raise_text(vm, ExceptionId::OverflowError, error.what());
    } catch (const std::system_error& error) {
        bool is_errno = error.code().category() == std::generic_category() ||
                        error.code().category() == std::system_category();
        return is_errno ? vm.os_error(error.code().value()) : raise_text(vm, ExceptionId::OSError, error.what());
    } catch (const std::exception& error) {
        return raise_text(vm, ExceptionId::RuntimeError, error.what());
    } catch (...) {
        return raise_text(vm, ExceptionId::RuntimeError, "a host function threw something that is no std::exception");
    }
}

} // namespace detail

// --- Error ----------------------------------------------------------------------------------------------------------

Error::Error(std::string_view type_name, std::string_view message) : m_state(std::make_shared<ErrorState>()) {
    m_state->type_name = type_name;
    m_state->message = message;
    m_state->what = detail::what_text(m_state->type_name, m_state->message);
    m_state->builtin = detail::find_builtin(type_name);
}

Error::Error(const Value& exception) : m_state(std::make_shared<ErrorState>()) {
    detail::Slot* slot = const_cast<detail::Slot*>(Realm::slot_of(exception));
    Realm& realm = detail::realm_of(slot);
    Entry entry(realm);
    vm::Type* type = vm::as<vm::Type>(slot->value);
    if (!vm::as<vm::Exception>(slot->value) && !(type && type->has(vm::Type::EXCEPTION)))
        throw std::invalid_argument("ouro: an Error is made of an exception or an exception class");
    m_state->adopt(realm, realm.unwrap(exception_from_raise_operand(realm.machine(), slot->value)));
}

const std::string& Error::type_name() const noexcept { return m_state->type_name; }
const std::string& Error::message() const noexcept { return m_state->message; }
const char* Error::what() const noexcept { return m_state->what.c_str(); }
Value Error::value() const { return m_state->exception; }

std::string Error::traceback() const {
    if (m_state->realm)
        m_state->format();
    return m_state->traceback_text.empty() ? m_state->what + "\n" : m_state->traceback_text;
}

bool Error::is(std::string_view builtin_type_name) const {
    if (m_state->type_name == builtin_type_name)
        return true;
    auto wanted = detail::find_builtin(builtin_type_name);
    if (!wanted)
        return false;
    if (m_state->realm) {
        auto* raised = vm::as<vm::Exception>(detail::Realm::slot_of(m_state->exception)->value);
        return is_exception_of(raised, m_state->realm->machine(), *wanted);
    }
    for (auto id = m_state->builtin; id;) {
        if (id == wanted)
            return true;
        auto base = detail::BUILTIN[unsigned(*id)].base;
        if (base == *id)
            break;
        id = base;
    }
    return false;
}

} // namespace ouro
