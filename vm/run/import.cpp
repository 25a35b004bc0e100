// SPDX-License-Identifier: MIT
//
// Finding and loading modules. import.hpp says what is promised.
#include "vm/run/import.hpp"

#include "vm/model/code.hpp"
#include "vm/compile_options.hpp"
#include "vm/errors/raise.hpp"
#include "vm/grants.hpp"
#include "vm/run/enter.hpp"
#include "vm/model/core.hpp"

#include <algorithm>
#include <climits>
#include <cstdio>
#include <sys/stat.h>
#include <unistd.h>

namespace ouro::vm {

namespace {

using Found = ModuleSource;

bool read_file(VM& vm, const std::string& path, std::string& text) {
    if (vm.grants && !vm.grants->allows_source(path))
        return false;
    struct stat status;
    if (stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode))
        return false;
    std::FILE* file = std::fopen(path.c_str(), "rb");
    if (!file)
        return false;
    char buffer[16 * 1024];
    size_t count;
    while ((count = std::fread(buffer, 1, sizeof(buffer), file)) > 0)
        text.append(buffer, count);
    std::fclose(file);
    return true;
}

bool is_folder(VM& vm, const std::string& path) {
    struct stat status;
    return (!vm.grants || vm.grants->allows_source(path)) && stat(path.c_str(), &status) == 0 &&
           S_ISDIR(status.st_mode);
}

// What messages call the names behind `from m import`.
constexpr std::string_view FROM_LIST = "``from list''";

// Packages around a module that are looked for in sys.modules, each by its full name.
constexpr uint32_t MOST_PACKAGES = 1000;

Found find_in_folder(VM& vm, std::string_view entry, std::string_view name) {
    Found found;
    if (name.empty() || name.find('/') != std::string_view::npos || name.find('\0') != std::string_view::npos)
        return found; // the name of no file
    std::string folder = absolute_folder(vm.grants, entry);
    std::string stem = folder.empty() ? std::string(name) : fmt::format("{}/{}", folder, name);
    found.file = stem + "/__init__.py";
    found.is_package = found.exists = read_file(vm, found.file, found.text);
    if (!found.exists) {
        found.file = stem + ".py";
        found.exists = read_file(vm, found.file, found.text);
    }
    if (!found.exists && is_folder(vm, stem))
        found.portions.push_back(stem);
    return found;
}

Raised module_not_found(VM& vm, std::string_view name, std::string_view message) {
    Exception* exception = make_exception(vm, ExceptionId::ModuleNotFoundError, message);
    exception_set_field(vm, *exception, field::IMPORT_MESSAGE, make_short_str(vm, message));
    exception_set_field(vm, *exception, field::IMPORT_NAME, make_short_str(vm, name));
    return vm.raise(exception);
}

std::string quoted(VM& vm, std::string_view name) { return repr_text(vm, make_short_str(vm, name)); }

// What sys.modules has under that name (scripts may put anything there), or empty.
Value loaded(VM& vm, std::string_view name) {
    DictEntry* entry = dict_find(*vm.modules, intern(vm, name));
    return entry ? entry->value : Value();
}

Result<Module*> load_native(VM& vm, const NativeModule& native) {
    Str* name = intern(vm, native.name);
    Module* module = make_module(vm, name);
    if (native.doc)
        dict_set(vm, *module->dict, vm.names.dunder_doc, make_short_str(vm, native.doc));
    for (size_t i = 0; i < native.member_count; i++) {
        const NativeDef& def = native.members[i];
        Value value;
        switch (def.type) {
        case NativeDef::Type::IntConstant:
            value = make_int(vm, def.integer);
            break;
        case NativeDef::Type::StrConstant:
            value = make_short_str(vm, def.text);
            break;
        case NativeDef::Type::NoneConstant:
            value = Value::none();
            break;
        case NativeDef::Type::TypeConstant:
            value = vm.native(*def.native_type);
            break;
        default: {
            NativeFunction* function = make_native_function(vm, def, nullptr, module);
            function->module = name;
            value = function;
        }
        }
        dict_set(vm, *module->dict, intern(vm, def.name()), value);
    }
    dict_set(vm, *vm.modules, name, module);
    if (native.initialize)
        TRY(native.initialize(vm, *module));
    return module;
}

// Runs a module's text in its namespace. A module that fails leaves sys.modules again.
Result<Value> load_source(VM& vm, std::string_view name, const Found& found) {
    if (!vm.hooks.compile)
        return vm.import_error("cannot import '{}': this runtime has no compiler", name);
    Str* key = intern(vm, name);
    Module* module = make_module(vm, key);
    Str* file = make_short_str(vm, found.file);
    dict_set(vm, *module->dict, vm.names.dunder_file, file);
    size_t dot = name.rfind('.');
    std::string_view package = found.is_package ? name : dot == std::string_view::npos ? "" : name.substr(0, dot);
    dict_set(vm, *module->dict, vm.names.dunder_package, intern(vm, package));
    if (found.is_package) {
        std::string folder = found.file.substr(0, found.file.rfind('/'));
        dict_set(vm, *module->dict, vm.names.dunder_path,
                 make_list(vm, std::initializer_list<Value>{make_short_str(vm, folder)}));
    }
    dict_set(vm, *vm.modules, key, module);
    module->flags |= Module::INITIALIZING;
    auto run = [&]() -> Result<Value> {
        Code* code =
            TRY(vm.hooks.compile(vm, found.text, {.mode = CompileOptions::Mode::File, .filename = found.file}));
        return run_code(vm, *code, module->dict, module->dict);
    };
    auto result = run();
    module->flags &= uint8_t(~Module::INITIALIZING);
    if (result.is_error()) {
        dict_remove(vm, *vm.modules, key);
        return result.error();
    }
    // A module may replace itself in sys.modules, where it stands behind those that it has imported.
    Value now = loaded(vm, name);
    if (!now)
        return vm.key_error(key);
    dict_remove(vm, *vm.modules, key);
    dict_set(vm, *vm.modules, key, now);
    return now;
}

Result<Found> find_on_path(VM& vm, Value path, std::string_view name) {
    Found found;
    TRY(for_each(vm, path, [&](Value folder) -> Result<void> {
        Str* text = as<Str>(folder);
        if (found.exists || !text)
            return {};
        Found here = find_in_folder(vm, text->view(), name);
        here.portions.insert(here.portions.begin(), found.portions.begin(), found.portions.end());
        found = std::move(here);
        return {};
    }));
    return found;
}

// Modules that CPython has loaded before a script starts, or has in its binary: no file of a script hides them.
bool cannot_be_hidden(std::string_view name) {
    static constexpr std::string_view names[] = {"abc",  "atexit", "builtins", "codecs",    "errno", "gc",
                                                 "io",   "itertools", "os",    "posixpath", "genericpath",
                                                 "stat", "sys",    "time"};
    return name.starts_with('_') || std::ranges::find(names, name) != std::end(names);
}

// The module `name` in the folders of sys.path, which come before the library's own modules.
Result<Found> find_hiding(VM& vm, std::string_view name) {
    if (!vm.sys || cannot_be_hidden(name) || name.find('.') != std::string_view::npos)
        return Found();
    Value path = TRY(find_attribute(vm, vm.sys, "path"));
    return path ? find_on_path(vm, path, name) : Result<Found>(Found());
}

// What the script has written to files and not closed may be the text of a module.
Result<void> write_out_files(VM& vm) {
    Module* files = as<Module>(loaded(vm, "_files"));
    if (files && !(files->flags & Module::INITIALIZING))
        TRY(call_method(vm, files, "flush_all", {}));
    return {};
}

// A package that is only folders: a module without code.
Result<Value> make_namespace_package(VM& vm, std::string_view name, const Found& found) {
    Str* key = intern(vm, name);
    Module* module = make_module(vm, key);
    List* path = make_list(vm);
    for (const std::string& folder : found.portions)
        TRY(list_append(vm, *path, make_short_str(vm, folder)));
    dict_set(vm, *module->dict, vm.names.dunder_package, key);
    dict_set(vm, *module->dict, vm.names.dunder_path, path);
    dict_set(vm, *vm.modules, key, module);
    return Value(module);
}

// The source of a module that is not native; its `exists` is false when there is none.
Result<Found> find_source(VM& vm, std::string_view name, Value parent) {
    Found found;
    if (vm.hooks.embedded_source) {
        EmbeddedSource source = vm.hooks.embedded_source(name);
        if (source.found) {
            std::string path(name);
            for (char& c : path)
                c = c == '.' ? '/' : c;
            found.text = source.text;
            found.exists = true;
            found.is_package = source.is_package;
            found.file = fmt::format("<ouro>/{}{}", path, source.is_package ? "/__init__.py" : ".py");
            return found;
        }
    }
    size_t dot = name.rfind('.');
    std::string_view last = dot == std::string_view::npos ? name : name.substr(dot + 1);
    Value path;
    if (parent) {
        path = TRY(find_attribute(vm, parent, vm.names.dunder_path));
        if (!path)
            return module_not_found(
                vm, name, fmt::format("No module named {}; {} is not a package", quoted(vm, name),
                                      quoted(vm, name.substr(0, dot))));
        if (!as<Module>(parent)) // what a finder would be told
            TRY(get_attribute(vm, parent, vm.names.dunder_spec));
    } else if (vm.sys) {
        path = TRY(find_attribute(vm, vm.sys, "path"));
    }
    if (path)
        found = TRY(find_on_path(vm, path, last));
    return found;
}

Result<Value> load(VM& vm, std::string_view name, Value parent) {
    TRY(write_out_files(vm));
    if (Found found = TRY(find_hiding(vm, name)); found.exists)
        return load_source(vm, name, found);
    for (const NativeModule* native : vm.native_modules) {
        if (name == native->name)
            return Value(TRY(load_native(vm, *native)));
    }
    Found found = TRY(find_source(vm, name, parent));
    if (found.exists)
        return load_source(vm, name, found);
    if (!found.portions.empty())
        return make_namespace_package(vm, name, found);
    return module_not_found(vm, name, fmt::format("No module named {}", quoted(vm, name)));
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

Result<ModuleSource> find_module_source(VM& vm, std::string_view name) {
    Value parent;
    size_t dot = name.rfind('.');
    if (dot != std::string_view::npos)
        parent = TRY(import_absolute(vm, name.substr(0, dot)));
    Found found = TRY(find_source(vm, name, parent));
    found.package = dot == std::string_view::npos ? "" : name.substr(0, dot);
    if (!found.is_package && found.portions.empty())
        return found;
    parent = TRY(import_absolute(vm, name));
    found = TRY(find_source(vm, fmt::format("{}.__main__", name), parent));
    found.package = name;
    return found;
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

// What the builtins of code with these globals have as __import__, or empty.
static Value import_function(VM& vm, Dict& globals) {
    Dict* builtins = vm.builtins;
    if (DictEntry* own = dict_find(globals, vm.names.dunder_builtins)) {
        if (Module* module = as<Module>(own->value))
            builtins = module->dict;
        else if (Dict* dict = as<Dict>(own->value))
            builtins = dict;
    }
    DictEntry* entry = dict_find(*builtins, intern(vm, "__import__"));
    return entry ? entry->value : Value();
}

Result<Value> import_statement(VM& vm, Str* name, Dict* globals, Value locals, Value from_list, unsigned level) {
    Value function = import_function(vm, *globals);
    if (!function)
        return vm.import_error("__import__ not found");
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
