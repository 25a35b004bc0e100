// SPDX-License-Identifier: MIT
//
// How native code raises: the helpers that VM declares, with the texts that CPython gives these errors.
#include "vm/errors/raise.hpp"

#include "vm/errors/exception_members.hpp"
#include "vm/errors/exceptions.hpp"
#include "vm/grants.hpp"
#include "vm/model/class.hpp"
#include "vm/model/core.hpp"
#include "vm/errors/traceback.hpp"

namespace ouro::vm {

Raised VM::raise(ExceptionId id, std::string_view message) { return Raised{make_exception(*this, id, message)}; }

Raised VM::raise(ExceptionId id, Value argument) {
    return Raised{make_exception(*this, id, make_tuple(*this, {argument}))};
}

Raised VM::raise_with(ExceptionId id, Tuple* arguments) { return Raised{make_exception(*this, id, arguments)}; }

// An empty message needs no str: there may be no room for one. It has no context, as in CPython, where it stands ready.
Raised VM::memory_error() {
    Raised raised = raise(ExceptionId::MemoryError, std::string_view());
    raised.exception->flags |= Exception::THROWN;
    return raised;
}

Raised VM::key_error(Value key) { return raise(ExceptionId::KeyError, key); }

Raised VM::stop_iteration(Value value) {
    if (value.is_none())
        return raise(ExceptionId::StopIteration, std::string_view());
    return raise(ExceptionId::StopIteration, value);
}

static Str* module_text(Module* module, Str* key) {
    DictEntry* entry = module && module->dict ? dict_find(*module->dict, key) : nullptr;
    return entry ? as<Str>(entry->value) : nullptr;
}

static std::string_view folder_of(std::string_view file) {
    size_t slash = file.rfind('/');
    return slash == std::string_view::npos ? "" : file.substr(0, slash);
}

// Is it a file, or a package, of the folder of the script, where sys.path begins?
static bool is_beside_script(VM& vm, std::string_view file) {
    DictEntry* path_entry = vm.sys ? dict_find(*vm.sys->dict, intern(vm, "path")) : nullptr;
    List* path = path_entry ? as<List>(path_entry->value) : nullptr;
    Str* first = path && path->size() ? as<Str>((*path)[0]) : nullptr;
    if (!first)
        return false;
    if (file.ends_with("/__init__.py"))
        file = folder_of(file);
    std::string folder = absolute_folder(vm.grants, first->view());
    DictEntry* main = dict_find(*vm.modules, vm.names.dunder_main);
    Str* script = main ? module_text(as<Module>(main->value), vm.names.dunder_file) : nullptr;
    return folder_of(file) == folder && (!script || absolute_folder(vm.grants, folder_of(script->view())) == folder);
}

std::string renaming_hint(VM& vm, Module& module) {
    Str* file = module_text(&module, vm.names.dunder_file);
    Str* name = module_text(&module, vm.names.dunder_name);
    if (!file || !name || !is_beside_script(vm, file->view()))
        return {};
    auto library = get_attribute(vm, vm.sys, intern(vm, "stdlib_module_names")); // made when it is asked for
    auto found = library.is_error() ? Result<bool>(false) : contains(vm, library.release(), name);
    if (!found.is_error() && found.release())
        return fmt::format(" (consider renaming {} since it has the same name as the standard library module named "
                           "'{}' and prevents importing that standard library module)",
                           repr_text(vm, file), name->view());
    if (!(module.flags & Module::INITIALIZING))
        return {};
    return fmt::format(" (consider renaming {} if it has the same name as a library you intended to import)",
                       repr_text(vm, file));
}

static std::string missing_attribute_message(VM& vm, Value object, Str* name) {
    if (Type* type = as<Type>(object))
        return fmt::format("type object '{}' has no attribute '{}'", error_name(type), name->view());
    if (Module* module = as<Module>(object)) {
        DictEntry* entry = dict_find(*module->dict, vm.names.dunder_name);
        Str* module_name = entry ? as<Str>(entry->value) : nullptr;
        if (!module_name)
            return fmt::format("module has no attribute '{}'", name->view());
        std::string hint = renaming_hint(vm, *module);
        if (hint.empty() && module->flags & Module::INITIALIZING) {
            DictEntry* file = dict_find(*module->dict, vm.names.dunder_file);
            return fmt::format("partially initialized module '{}'{} has no attribute '{}' (most likely due to a "
                               "circular import)",
                               module_name->view(), file ? " from " + repr_text(vm, file->value) : "", name->view());
        }
        DictEntry* below = dict_find(*vm.modules, intern(vm, fmt::format("{}.{}", module_name->view(), name->view())));
        Module* submodule = below ? as<Module>(below->value) : nullptr;
        if (submodule && submodule->flags & Module::INITIALIZING)
            return fmt::format("cannot access submodule '{}' of module '{}' (most likely due to a circular import)",
                               name->view(), module_name->view());
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

Raised VM::raise_attribute_error(Value object, Str* name, std::string_view message) {
    Exception* exception = make_exception(*this, ExceptionId::AttributeError, message);
    exception_set_field(*this, *exception, field::ATTRIBUTE_NAME, name);
    exception_set_field(*this, *exception, field::OBJECT, object);
    return raise(exception);
}

} // namespace ouro::vm
