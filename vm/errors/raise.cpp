// SPDX-License-Identifier: MIT
//
// How native code raises: the helpers that VM declares, with the texts that CPython gives these errors.
#include "vm/errors/exception_members.hpp"
#include "vm/errors/exceptions.hpp"
#include "vm/import.hpp"
#include "vm/vm.hpp"

namespace ouro::vm {

Raised VM::raise(ExceptionId id, std::string_view message) { return Raised{make_exception(*this, id, message)}; }

Raised VM::raise(ExceptionId id, Value argument) {
    return Raised{make_exception(*this, id, make_tuple(*this, {argument}))};
}

// An empty message needs no str: there may be no room for one.
Raised VM::memory_error() { return raise(ExceptionId::MemoryError, std::string_view()); }

Raised VM::key_error(Value key) { return raise(ExceptionId::KeyError, key); }

Raised VM::stop_iteration(Value value) {
    if (value.is_none())
        return raise(ExceptionId::StopIteration, std::string_view());
    return raise(ExceptionId::StopIteration, value);
}

static std::string missing_attribute_message(VM& vm, Value object, Str* name) {
    if (Type* type = as<Type>(object))
        return fmt::format("type object '{}' has no attribute '{}'", type->name->view(), name->view());
    if (Module* module = as<Module>(object)) {
        DictEntry* entry = dict_find(*module->dict, vm.names.dunder_name);
        Str* module_name = entry ? as<Str>(entry->value) : nullptr;
        if (!module_name)
            return fmt::format("module has no attribute '{}'", name->view());
        std::string hint = renaming_hint(vm, *module);
        if (hint.empty() && module->flags & Module::INITIALIZING)
            return fmt::format("partially initialized module '{}' has no attribute '{}' (most likely due to a circular import)",
                               module_name->view(), name->view());
        return fmt::format("module '{}' has no attribute '{}'{}", module_name->view(), name->view(), hint);
    }
    return fmt::format("'{}' object has no attribute '{}'", vm.type_name(object), name->view());
}

Raised VM::attribute_error(Value object, Str* name) {
    Raised raised = raise(ExceptionId::AttributeError, missing_attribute_message(*this, object, name));
    if (raised.exception->type() == exception_type(ExceptionId::AttributeError)) {
        exception_set_field(*this, *raised.exception, field::ATTRIBUTE_NAME, name);
        exception_set_field(*this, *raised.exception, field::OBJECT, object);
    }
    return raised;
}

void VM::report_unraisable(Exception* exception, std::string_view where) {
    exception->flags |= Exception::REPORTED;
    write_stderr(fmt::format("Exception ignored in: {}\n{}", where, format_exception(*this, *exception, false)));
}

} // namespace ouro::vm
