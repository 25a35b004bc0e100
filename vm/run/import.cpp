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

Found find_in_folder(VM& vm, std::string_view entry, std::string_view name) {
    Found found;
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
    // A module may replace itself in sys.modules.
    Value now = loaded(vm, name);
    return now ? now : Value(module);
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
                vm, name, fmt::format("No module named '{}'; '{}' is not a package", name, name.substr(0, dot)));
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
    return module_not_found(vm, name, fmt::format("No module named '{}'", name));
}

// The absolute name of a relative import.
Result<std::string> resolve_relative(VM& vm, Dict* globals, std::string_view name, unsigned level) {
    DictEntry* entry = dict_find(*globals, vm.names.dunder_package);
    Str* package = entry ? as<Str>(entry->value) : nullptr;
    if ((!entry || entry->value.is_none()) && !dict_find(*globals, vm.names.dunder_name))
        return vm.key_error(make_short_str(vm, "'__name__' not in globals"));
    if (!package || package->byte_length == 0)
        return vm.import_error("attempted relative import with no known parent package");
    std::string base(package->view());
    for (unsigned i = 1; i < level; i++) {
        size_t dot = base.rfind('.');
        if (dot == std::string::npos)
            return vm.import_error("attempted relative import beyond top-level package");
        base.resize(dot);
    }
    return name.empty() ? base : fmt::format("{}.{}", base, name);
}

} // namespace

Result<Value> import_absolute(VM& vm, std::string_view name) {
    if (Value module = loaded(vm, name)) {
        if (module.is_none())
            return module_not_found(vm, name, fmt::format("import of {} halted; None in sys.modules", name));
        return module;
    }
    TRY(vm.check_native_stack());
    Value parent;
    size_t dot = name.rfind('.');
    if (dot != std::string_view::npos) {
        parent = TRY(import_absolute(vm, name.substr(0, dot)));
        if (Value module = loaded(vm, name)) // imported by its package
            return module;
    }
    Value module = TRY(load(vm, name, parent));
    if (parent)
        TRY(set_attribute(vm, parent, intern(vm, name.substr(dot + 1)), module));
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

Result<Value> import_module(VM& vm, Str* name, Dict* globals, Value from_list, unsigned level) {
    std::string absolute(name->view());
    if (level > 0)
        absolute = TRY(resolve_relative(vm, globals, name->view(), level));
    else if (absolute.empty())
        return vm.value_error("Empty module name");
    // Each level is imported on behalf of the next one and copies its name.
    if (size_t(std::ranges::count(absolute, '.')) > vm.recursion_limit)
        return vm.recursion_error("maximum recursion depth exceeded");
    Value module = TRY(import_absolute(vm, absolute));
    Tuple* names = as<Tuple>(from_list);
    if (names && names->size() > 0) {
        if (!TRY(find_attribute(vm, module, vm.names.dunder_path)))
            return module;
        // Submodules named in the list are imported as well; names that are none are the module's business.
        for (size_t i = 0; i < names->size(); i++) {
            Str* item = as<Str>((*names)[i]);
            if (!item || item->view() == "*" || TRY(find_attribute(vm, module, intern(vm, item))))
                continue;
            auto submodule = import_absolute(vm, fmt::format("{}.{}", absolute, item->view()));
            if (submodule.is_error() && !is_exception_of(submodule.exception(), vm, ExceptionId::ModuleNotFoundError))
                return submodule.error();
        }
        return module;
    }
    if (level > 0)
        return module;
    size_t dot = absolute.find('.');
    if (dot == std::string::npos)
        return module;
    return import_absolute(vm, std::string_view(absolute).substr(0, dot));
}

Result<Value> import_name_from(VM& vm, Value module, Str* name) {
    Value found = TRY(find_attribute(vm, module, name));
    if (found)
        return found;
    Value module_name = TRY(find_attribute(vm, module, vm.names.dunder_name));
    Str* text = as<Str>(module_name);
    if (text) {
        if (Value submodule = loaded(vm, fmt::format("{}.{}", text->view(), name->view())))
            return submodule;
    }
    Value file = TRY(find_attribute(vm, module, vm.names.dunder_file));
    std::string_view where = as<Str>(file) ? as<Str>(file)->view() : "unknown location";
    std::string_view from = text ? text->view() : "<unknown module name>";
    bool under_way = as<Module>(module) && as<Module>(module)->flags & Module::INITIALIZING;
    std::string hint = as<Module>(module) && !under_way ? renaming_hint(vm, *as<Module>(module)) : "";
    std::string message =
        !hint.empty() ? fmt::format("cannot import name '{}' from '{}'{}", name->view(), from, hint)
                      : fmt::format("cannot import name '{}' from {}'{}'{} ({})", name->view(),
                                    under_way ? "partially initialized module " : "", from,
                                    under_way ? " (most likely due to a circular import)" : "", where);
    Exception* exception = make_exception(vm, ExceptionId::ImportError, message);
    exception_set_field(vm, *exception, field::IMPORT_MESSAGE, make_short_str(vm, message));
    exception_set_field(vm, *exception, field::IMPORT_NAME, module_name ? module_name : Value::none());
    exception_set_field(vm, *exception, field::IMPORT_PATH, file ? file : Value::none());
    exception_set_field(vm, *exception, field::IMPORT_NAME_FROM, name);
    return vm.raise(exception);
}

Result<void> import_all_names(VM& vm, Value module, Dict& into) {
    Value listed = TRY(find_attribute(vm, module, vm.names.dunder_all));
    if (listed) {
        return for_each(vm, listed, [&](Value item) -> Result<void> {
            Str* name = as<Str>(item);
            if (!name)
                return vm.type_error("Item in {}.__all__ must be str, not {}", "module", vm.type_name(item));
            dict_set(vm, into, intern(vm, name), TRY(get_attribute(vm, module, intern(vm, name))));
            return {};
        });
    }
    Dict* names = as<Dict>(TRY(find_attribute(vm, module, vm.names.dunder_dict)));
    if (!names)
        return vm.import_error("from-import-* object has no __dict__ and no __all__");
    for (DictEntry& entry : *names) {
        Str* name = entry.key ? as<Str>(entry.key) : nullptr;
        if (name && !name->view().starts_with("_"))
            dict_set(vm, into, name, entry.value);
    }
    return {};
}

} // namespace ouro::vm
