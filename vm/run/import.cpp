// SPDX-License-Identifier: MIT
//
// What import statements do: names, packages and sys.modules. import.hpp says what is promised; module_finders.cpp
// finds modules, module_loaders.cpp loads them.
#include "vm/run/import.hpp"

#include "vm/errors/raise.hpp"
#include "vm/model/core.hpp"
#include "vm/run/module_loaders.hpp"

#include <algorithm>

namespace ouro::vm {

namespace {

// What messages call the names behind `from m import`.
constexpr std::string_view FROM_LIST = "``from list''";

// Packages around a module that are looked for in sys.modules, each by its full name.
constexpr uint32_t MOST_PACKAGES = 1000;

std::string quoted(VM& vm, std::string_view name) { return repr_text(vm, make_short_str(vm, name)); }

// What sys.modules has under that name (scripts may put anything there), or empty.
Value loaded(VM& vm, std::string_view name) {
    DictEntry* entry = dict_find(*vm.modules, intern(vm, name));
    return entry ? entry->value : Value();
}

// What the script has written to files and not closed may be the text of a module.
Result<void> write_out_files(VM& vm) {
    if (Module* files = as<Module>(loaded(vm, "_io")))
        TRY(call_method(vm, files, "_write_out_files", {}));
    return {};
}

// Where the submodules of `parent` are looked for; empty for a module outside of packages.
Result<Value> search_path(VM& vm, std::string_view name, Value parent) {
    if (!parent)
        return Value();
    auto path = get_attribute(vm, parent, vm.names.dunder_path);
    if (path.is_error() && is_exception_of(path.exception(), vm, ExceptionId::AttributeError)) {
        Raised refused =
            module_not_found(vm, name, fmt::format("No module named {}; {} is not a package", quoted(vm, name),
                                                   quoted(vm, name.substr(0, name.rfind('.')))));
        exception_set_context(*refused.exception, path.exception());
        return refused;
    }
    if (path.is_error())
        return path;
    if (!as<Module>(parent)) // what a finder would be told
        TRY(get_attribute(vm, parent, vm.names.dunder_spec));
    return path;
}

Result<Value> load(VM& vm, std::string_view name, Value parent) {
    TRY(write_out_files(vm));
    FoundModule found = TRY(find_module(vm, name, TRY(search_path(vm, name, parent))));
    if (!found.exists() && found.portions.empty())
        return module_not_found(vm, name, fmt::format("No module named {}", quoted(vm, name)));
    return load_module(vm, intern(vm, name), found);
}

// The package of the code with these globals: __package__, or what __spec__ says, or what follows from __name__.
Result<Value> package_of(VM& vm, Dict& globals) {
    auto global = [&](Str* name) {
        DictEntry* entry = dict_find(globals, name);
        return entry && !entry->value.is_none() ? entry->value : Value();
    };
    if (Value package = global(vm.names.dunder_package))
        return as<Str>(package) ? package : Result<Value>(vm.type_error("package must be a string"));
    if (Value spec = global(vm.names.dunder_spec)) {
        Value parent = TRY(get_attribute(vm, spec, "parent"));
        return as<Str>(parent) ? parent : Result<Value>(vm.type_error("__spec__.parent must be a string"));
    }
    DictEntry* entry = dict_find(globals, vm.names.dunder_name);
    if (!entry)
        return vm.key_error(make_short_str(vm, "'__name__' not in globals"));
    Str* name = as<Str>(entry->value);
    if (!name)
        return vm.type_error("__name__ must be a string");
    if (dict_find(globals, vm.names.dunder_path))
        return Value(name);
    size_t dot = name->view().rfind('.');
    return dot == std::string_view::npos ? vm.names.empty : make_short_str(vm, name->view().substr(0, dot));
}

// The absolute name of a relative import.
Result<std::string> resolve_relative(VM& vm, Dict* globals, std::string_view name, unsigned level) {
    std::string base(as<Str>(TRY(package_of(vm, *globals)))->view());
    if (base.empty())
        return vm.import_error("attempted relative import with no known parent package");
    for (unsigned i = 1; i < level; i++) {
        size_t dot = base.rfind('.');
        if (dot == std::string::npos)
            return vm.import_error("attempted relative import beyond top-level package");
        base.resize(dot);
    }
    return name.empty() ? base : fmt::format("{}.{}", base, name);
}

} // namespace

// Loads a module that sys.modules does not have, behind its packages, which are there, and binds it in its package.
static Result<Value> load_below(VM& vm, std::string_view name, Value parent) {
    ImportLock::Loading loading(vm, name);
    Value module = TRY(load(vm, name, parent));
    size_t dot = name.rfind('.');
    if (parent)
        TRY(set_attribute(vm, parent, intern(vm, name.substr(dot + 1)), module));
    return module;
}

Result<Value> import_absolute(VM& vm, std::string_view name) {
    if (vm.threads.size() > 1) [[unlikely]]
        TRY(vm.import_lock.wait(vm, name));
    if (Value module = loaded(vm, name)) {
        if (module.is_none())
            return module_not_found(vm, name, fmt::format("import of {} halted; None in sys.modules", name));
        return module;
    }
    TRY(vm.check_native_stack());
    if (size_t(std::ranges::count(name, '.')) > std::min(vm.recursion_limit, MOST_PACKAGES))
        return vm.recursion_error("maximum recursion depth exceeded"); // each package is a call in CPython
    // From the innermost package that is there already to the module itself. An empty first name is no package.
    size_t end = name.rfind('.');
    if (end == std::string_view::npos)
        end = 0;
    Value module;
    while (end && !(module = loaded(vm, name.substr(0, end)))) {
        end = name.rfind('.', end - 1);
        end = end == std::string_view::npos ? 0 : end;
    }
    while (end != name.size()) {
        end = std::min(name.find('.', end + 1), name.size());
        std::string_view part = name.substr(0, end);
        if (vm.threads.size() > 1) [[unlikely]]
            TRY(vm.import_lock.wait(vm, part));
        Value next = loaded(vm, part); // also one that its package has imported
        module = next ? next : TRY(load_below(vm, part, module));
    }
    return module;
}

Result<Value> find_spec(VM& vm, std::string_view name) {
    Value parent;
    if (size_t dot = name.rfind('.'); dot != std::string_view::npos)
        parent = TRY(import_absolute(vm, name.substr(0, dot)));
    TRY(write_out_files(vm));
    FoundModule found = TRY(find_module(vm, name, TRY(search_path(vm, name, parent))));
    return spec_of(vm, name, found);
}

Result<ModuleSource> find_module_source(VM& vm, std::string_view name) {
    Value parent;
    size_t dot = name.rfind('.');
    if (dot != std::string_view::npos)
        parent = TRY(import_absolute(vm, name.substr(0, dot)));
    ModuleSource source;
    source.package = dot == std::string_view::npos ? "" : name.substr(0, dot);
    std::string full_name(name);
    FoundModule found = TRY(find_module(vm, name, TRY(search_path(vm, name, parent))));
    if (found.is_package || !found.portions.empty()) {
        parent = TRY(import_absolute(vm, name));
        source.package = name;
        full_name += ".__main__";
        found = TRY(find_module(vm, full_name, TRY(search_path(vm, full_name, parent))));
    }
    source.file = found.file;
    source.exists = !found.file.empty() && read_module_file(vm, found.file, source.text);
    if (source.exists)
        source.spec = TRY(spec_of(vm, full_name, found));
    return source;
}

// Imports the submodules of a package that a list of names asks for. Names that are none are the package's business,
// unless what the submodule itself imports is missing. `listed_by` is the list, as messages call it.
static Result<void> import_listed(VM& vm, Value package, std::string_view name, Value list,
                                  std::string_view listed_by) {
    return for_each(vm, list, [&](Value item) -> Result<void> {
        Str* text = as<Str>(item);
        if (!text)
            return vm.type_error("Item in {} must be str, not {}", listed_by, vm.type_name(item));
        if (text->view() == "*") {
            Value all = TRY(find_attribute(vm, package, vm.names.dunder_all));
            bool is_outer = all && listed_by == FROM_LIST;
            return is_outer ? import_listed(vm, package, name, all, fmt::format("{}.__all__", name)) : Result<void>();
        }
        if (TRY(find_attribute(vm, package, intern(vm, text))))
            return {};
        std::string full_name = fmt::format("{}.{}", name, text->view());
        auto submodule = import_absolute(vm, full_name);
        if (!submodule.is_error())
            return {};
        Exception* error = submodule.exception();
        bool is_missing = is_exception_of(error, vm, ExceptionId::ModuleNotFoundError);
        Str* missing = is_missing ? as<Str>(error->field(field::IMPORT_NAME)) : nullptr;
        Value there = loaded(vm, full_name);
        if (missing && missing->view() == full_name && !(there && there.is_none()))
            return {};
        return submodule.error();
    });
}

Result<Value> import_module(VM& vm, Str* name, Dict* globals, Value from_list, unsigned level) {
    std::string absolute(name->view());
    if (level > 0)
        absolute = TRY(resolve_relative(vm, globals, name->view(), level));
    else if (absolute.empty())
        return vm.value_error("Empty module name");
    // Most imports name a module that is there; statements' names are interned. Another thread's may be unfinished.
    DictEntry* entry = level == 0 && vm.threads.size() == 1 ? dict_find(*vm.modules, intern(vm, name)) : nullptr;
    bool is_there = entry && !entry->value.is_none();
    Value module = is_there ? entry->value : TRY(import_absolute(vm, absolute));
    if (!from_list.is_none() && TRY(truth(vm, from_list))) {
        if (TRY(find_attribute(vm, module, vm.names.dunder_path)))
            TRY(import_listed(vm, module, absolute, from_list, FROM_LIST));
        return module;
    }
    // Without names the outermost package that was written is the result.
    size_t dot = name->view().find('.');
    if (dot == std::string_view::npos)
        return module;
    if (dot == 0)
        return vm.value_error("Empty module name");
    size_t written = absolute.size() - name->view().size();
    return import_absolute(vm, std::string_view(absolute).substr(0, written + dot));
}

Result<Value> builtin_import(VM& vm, Value name, Value globals, Value, Value from_list, int64_t level) {
    Str* text = as<Str>(name);
    if (!text)
        return vm.type_error("module name must be a string");
    if (level < 0)
        return vm.value_error("level must be >= 0");
    Dict* names = as<Dict>(globals);
    if (level > 0 && !names)
        return globals ? vm.type_error("globals must be a dict")
                       : vm.key_error(make_short_str(vm, "'__name__' not in globals"));
    return import_module(vm, text, names, from_list, unsigned(level));
}

Result<Value> import_statement(VM& vm, Str* name, Function& importer, Value locals, Value from_list, unsigned level) {
    DictEntry* entry = dict_find(*importer.builtins, vm.names.dunder_import);
    if (!entry)
        return vm.import_error("__import__ not found");
    Dict* globals = importer.globals;
    Value function = entry->value;
    NativeFunction* native = as<NativeFunction>(function);
    if (native && native->def->entry == &detail::thunk<builtin_import>)
        return import_module(vm, name, globals, from_list, level);
    return call(vm, function, {name, globals, locals, from_list, Value::small_int(level)});
}

// "cannot import name 'x' from 'm' (file)", with the reason where one can be seen.
static std::string cannot_import_name(VM& vm, Value module, Str* from, Value file, Str* name) {
    std::string shown = repr_text(vm, name);
    std::string source = from ? repr_text(vm, from) : "'<unknown module name>'";
    Module* object = as<Module>(module);
    if (std::string hint = object ? renaming_hint(vm, *object) : ""; !hint.empty())
        return fmt::format("cannot import name {} from {}{}", shown, source, hint);
    Str* where = as<Str>(file);
    if (object && object->flags & Module::INITIALIZING)
        return fmt::format("cannot import name {} from partially initialized module {} (most likely due to a circular "
                           "import) ({})",
                           shown, source, where ? where->view() : "unknown location");
    return fmt::format("cannot import name {} from {} ({})", shown, source,
                       where ? where->view() : "unknown location");
}

Result<Value> import_name_from(VM& vm, Value module, Str* name) {
    Value found = TRY(find_attribute(vm, module, name));
    if (found)
        return found;
    Str* module_name = as<Str>(TRY(find_attribute(vm, module, vm.names.dunder_name)));
    if (module_name) {
        if (Value submodule = loaded(vm, fmt::format("{}.{}", module_name->view(), name->view())))
            return submodule;
    }
    Value file = TRY(find_attribute(vm, module, vm.names.dunder_file));
    std::string message = cannot_import_name(vm, module, module_name, file, name);
    Exception* exception = make_exception(vm, ExceptionId::ImportError, message);
    exception_set_field(vm, *exception, field::IMPORT_MESSAGE, make_short_str(vm, message));
    exception_set_field(vm, *exception, field::IMPORT_NAME, module_name ? Value(module_name) : Value::none());
    exception_set_field(vm, *exception, field::IMPORT_PATH, file ? file : Value::none());
    exception_set_field(vm, *exception, field::IMPORT_NAME_FROM, name);
    return vm.raise(exception);
}

static Result<void> unfit_name(VM& vm, Value module, const char* what, Value item) {
    Str* name = as<Str>(TRY(get_attribute(vm, module, vm.names.dunder_name)));
    if (!name)
        return vm.type_error("module __name__ must be a string");
    return vm.type_error("{} in {}.{} must be str, not {}", std::string_view(what) == "__all__" ? "Item" : "Key",
                         name->view(), what, vm.type_name(item));
}

// The names of __all__ one by one, by their indices.
static Result<void> import_public_names(VM& vm, Value module, Value all, Dict& into) {
    for (int64_t i = 0;; i++) {
        auto item = call_special(vm, all, Special::GetItem, {Value::small_int(i)});
        if (item.is_error() && is_exception_of(item.exception(), vm, ExceptionId::IndexError))
            return {};
        Value name = TRY(std::move(item));
        if (!name)
            return vm.type_error("'{}' object does not support indexing", vm.type_name(all));
        if (!as<Str>(name))
            return unfit_name(vm, module, "__all__", name);
        Str* interned = intern(vm, as<Str>(name));
        dict_set(vm, into, interned, TRY(get_attribute(vm, module, interned)));
    }
}

Result<void> import_all_names(VM& vm, Value module, Dict& into) {
    if (Value all = TRY(find_attribute(vm, module, vm.names.dunder_all)))
        return import_public_names(vm, module, all, into);
    Dict* names = as<Dict>(TRY(find_attribute(vm, module, vm.names.dunder_dict)));
    if (!names)
        return vm.import_error("from-import-* object has no __dict__ and no __all__");
    for (DictEntry& entry : *names) {
        if (!entry.key)
            continue;
        Str* name = as<Str>(entry.key);
        if (!name)
            return unfit_name(vm, module, "__dict__", entry.key);
        if (!name->view().starts_with("_"))
            dict_set(vm, into, name, entry.value);
    }
    return {};
}

} // namespace ouro::vm
