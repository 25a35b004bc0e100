// SPDX-License-Identifier: MIT
//
// The finders. sys.meta_path, path_hooks and path_importer_cache come into being when a script asks for them: until
// then they are what they are in the beginning, and nothing is looked up.
#include "vm/run/module_finders.hpp"

#include "vm/grants.hpp"
#include "vm/run/module_loaders.hpp"
#include "vm/run/module_spec.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <sys/stat.h>

namespace ouro::vm {

static constexpr std::string_view EMBEDDED_PREFIX = "<ouro>/";

// --- Files ----------------------------------------------------------------------------------------------------------

static EmbeddedSource embedded_source(VM& vm, std::string_view path) {
    std::string name(path.substr(EMBEDDED_PREFIX.size()));
    for (std::string_view end : {"/__init__.py", ".py"}) {
        if (name.ends_with(end)) {
            name.resize(name.size() - end.size());
            break;
        }
    }
    std::ranges::replace(name, '/', '.');
    return vm.hooks.embedded_source ? vm.hooks.embedded_source(name) : EmbeddedSource{};
}

bool read_module_file(VM& vm, const std::string& path, std::string& text) {
    if (path.starts_with(EMBEDDED_PREFIX)) {
        EmbeddedSource source = embedded_source(vm, path);
        text = source.text;
        errno = ENOENT;
        return source.found;
    }
    errno = EACCES;
    if (vm.grants && !vm.grants->allows_source(path))
        return false;
    std::FILE* file = std::fopen(path.c_str(), "rb");
    if (!file)
        return false;
    char buffer[16 * 1024];
    size_t count;
    while ((count = std::fread(buffer, 1, sizeof(buffer), file)) > 0)
        text.append(buffer, count);
    bool is_read = !std::ferror(file); // a folder is opened, but not read
    std::fclose(file);
    return is_read;
}

static mode_t mode_of(VM& vm, const std::string& path) {
    struct stat status;
    bool is_allowed = !vm.grants || vm.grants->allows_source(path);
    return is_allowed && stat(path.c_str(), &status) == 0 ? status.st_mode : 0;
}
static bool is_file(VM& vm, const std::string& path) { return S_ISREG(mode_of(vm, path)); }

static FoundModule find_in_folder(VM& vm, std::string_view entry, std::string_view name) {
    FoundModule found;
    if (name.empty() || name.find('/') != std::string_view::npos || name.find('\0') != std::string_view::npos)
        return found;
    std::string folder = absolute_folder(vm.grants, entry);
    std::string stem = folder.empty() ? std::string(name) : fmt::format("{}/{}", folder, name);
    if (std::string file = stem + "/__init__.py"; is_file(vm, file)) {
        found.file = std::move(file);
        found.is_package = true;
    } else if (file = stem + ".py"; is_file(vm, file)) {
        found.file = std::move(file);
    } else if (S_ISDIR(mode_of(vm, stem))) {
        found.portions.push_back(std::move(stem));
    }
    return found;
}

// --- What the binary holds ------------------------------------------------------------------------------------------

// Modules that CPython has loaded before a script starts, or has in its binary: no file of a script hides them.
static bool cannot_be_hidden(std::string_view name) {
    static constexpr std::string_view names[] = {"abc",  "atexit", "builtins", "codecs",    "errno", "gc",
                                                 "io",   "itertools", "os",    "posixpath", "genericpath",
                                                 "stat", "sys",    "time"};
    return name.starts_with('_') || std::ranges::find(names, name) != std::end(names);
}

static FoundModule find_native(VM& vm, std::string_view name) {
    FoundModule found;
    for (const NativeModule* native : vm.native_modules) {
        if (name == native->name)
            found.native = native;
    }
    return found;
}

static FoundModule find_embedded(VM& vm, std::string_view name) {
    FoundModule found;
    EmbeddedSource source = vm.hooks.embedded_source ? vm.hooks.embedded_source(name) : EmbeddedSource{};
    if (!source.found)
        return found;
    std::string path(name);
    std::ranges::replace(path, '.', '/');
    found.file = fmt::format("{}{}{}", EMBEDDED_PREFIX, path, source.is_package ? "/__init__.py" : ".py");
    found.is_package = source.is_package;
    found.is_frozen = cannot_be_hidden(name);
    return found;
}

static FoundModule find_in_library(VM& vm, std::string_view name) {
    FoundModule found = find_native(vm, name);
    return found.exists() ? found : find_embedded(vm, name);
}

bool is_library_module(VM& vm, std::string_view name) { return find_in_library(vm, name).exists(); }

// --- Along a path ---------------------------------------------------------------------------------------------------

// Is it a FileFinder as it is from the start, which takes source files alone?
static bool is_plain_file_finder(VM& vm, Value finder);

static Value sys_setting(VM& vm, const char* name) {
    DictEntry* entry = vm.sys ? dict_find(*vm.sys->dict, intern(vm, name)) : nullptr;
    return entry ? entry->value : Value();
}

// The finder of one entry of a path, by sys.path_hooks; None when no hook takes the entry.
static Result<Value> make_entry_finder(VM& vm, Value entry) {
    Value finder = Value::none(), hooks = sys_setting(vm, "path_hooks");
    if (!hooks)
        hooks = TRY(initial_import_setting(vm, "path_hooks"));
    TRY(for_each(vm, hooks, [&](Value hook) -> Result<void> {
        if (!finder.is_none())
            return {};
        auto made = call(vm, hook, {entry});
        if (!made.is_error())
            finder = made.release();
        else if (!is_exception_of(made.exception(), vm, ExceptionId::ImportError))
            return made.error();
        return {};
    }));
    return finder;
}

// The same out of sys.path_importer_cache. Empty: the entry is a folder as usual, searched natively.
static Result<Value> entry_finder(VM& vm, Value entry) {
    Value cache = sys_setting(vm, "path_importer_cache");
    if (!cache && !sys_setting(vm, "path_hooks"))
        return Value();
    if (!cache) {
        cache = make_dict(vm);
        module_set(vm, *vm.sys, "path_importer_cache", cache);
    }
    Dict* finders = as<Dict>(cache);
    Value finder = finders ? TRY(dict_get(vm, *finders, entry)) : Value();
    if (!finder) {
        finder = TRY(make_entry_finder(vm, entry));
        if (finders)
            TRY(dict_set(vm, *finders, entry, finder));
    }
    return is_plain_file_finder(vm, finder) ? Value() : finder;
}

// Adds what one entry of the path has of the module to `found`.
static Result<void> find_at_entry(VM& vm, Value entry, std::string_view name, std::string_view last,
                                  FoundModule& found) {
    Str* text = as<Str>(entry);
    if (found.exists() || !text)
        return {};
    Value finder = TRY(entry_finder(vm, entry));
    if (!finder) {
        FoundModule here = find_in_folder(vm, text->view(), last);
        here.portions.insert(here.portions.begin(), found.portions.begin(), found.portions.end());
        found = std::move(here);
        return {};
    }
    Value method = finder.is_none() ? Value() : TRY(find_attribute(vm, finder, "find_spec"));
    Value spec = method ? TRY(call(vm, method, {TRY(make_str(vm, name))})) : Value::none();
    if (spec.is_none())
        return {};
    if (!TRY(get_attribute(vm, spec, "loader")).is_none()) {
        found.spec = spec;
        return {};
    }
    Value locations = TRY(get_attribute(vm, spec, "submodule_search_locations"));
    if (locations.is_none())
        return vm.import_error("spec missing loader");
    return for_each(vm, locations, [&](Value portion) -> Result<void> {
        if (Str* folder = as<Str>(portion))
            found.portions.emplace_back(folder->view());
        return {};
    });
}

static Result<FoundModule> find_on_path(VM& vm, std::string_view name, Value path) {
    FoundModule found;
    size_t dot = name.rfind('.');
    std::string_view last = dot == std::string_view::npos ? name : name.substr(dot + 1);
    Value entries = path ? path : sys_setting(vm, "path");
    if (entries && !entries.is_none())
        TRY(for_each(vm, entries, [&](Value entry) { return find_at_entry(vm, entry, name, last, found); }));
    if (!found.exists()) {
        if (FoundModule library = find_in_library(vm, name); library.exists())
            return library;
    }
    return found;
}

// --- sys.meta_path --------------------------------------------------------------------------------------------------

static Result<FoundModule> find_by(VM& vm, Value finder, std::string_view name, Value path) {
    if (finder == Value(vm.native(builtin_importer_type)))
        return cannot_be_hidden(name) ? find_native(vm, name) : FoundModule();
    if (finder == Value(vm.native(frozen_importer_type)))
        return cannot_be_hidden(name) ? find_embedded(vm, name) : FoundModule();
    if (finder == Value(vm.native(path_finder_type)))
        return find_on_path(vm, name, path);
    FoundModule found;
    Value method = TRY(find_attribute(vm, finder, "find_spec"));
    if (!method)
        return found;
    Value spec = TRY(call(vm, method, {TRY(make_str(vm, name)), path ? path : Value::none(), Value::none()}));
    if (!spec.is_none())
        found.spec = spec;
    return found;
}

Result<FoundModule> find_module(VM& vm, std::string_view name, Value path) {
    Value finders = sys_setting(vm, "meta_path");
    if (!finders) {
        FoundModule found = cannot_be_hidden(name) ? find_in_library(vm, name) : FoundModule();
        return found.exists() ? found : find_on_path(vm, name, path);
    }
    if (finders.is_none())
        return vm.import_error("sys.meta_path is None, Python is likely shutting down");
    FoundModule found;
    TRY(for_each(vm, finders, [&](Value finder) -> Result<void> {
        if (!found.exists() && found.portions.empty())
            found = TRY(find_by(vm, finder, name, path));
        return {};
    }));
    return found;
}

static ModuleSpec* make_builtin_spec(VM& vm, Value name) {
    Value importer = vm.native(builtin_importer_type);
    return make_module_spec(vm, name, importer, intern(vm, "built-in"), false, Value::none());
}

void describe_native_module(VM& vm, Module& module) {
    DictEntry* name = dict_find(*module.dict, vm.names.dunder_name);
    ModuleSpec* spec = make_builtin_spec(vm, name ? name->value : Value::none());
    auto supply = [&](Str* key, Value value) {
        if (!dict_find(*module.dict, key))
            dict_set(vm, *module.dict, key, value);
    };
    supply(vm.names.dunder_loader, spec->loader);
    supply(vm.names.dunder_spec, spec);
}

Result<Value> spec_of(VM& vm, std::string_view name, const FoundModule& found) {
    Str* key = intern(vm, name);
    if (found.spec)
        return found.spec;
    if (found.native)
        return make_builtin_spec(vm, key);
    if (found.file.empty() && found.portions.empty())
        return Value::none();
    List* locations = make_list(vm);
    for (const std::string& folder : found.portions)
        TRY(list_append(vm, *locations, TRY(make_str(vm, folder))));
    if (found.file.empty())
        return make_module_spec(vm, key, make_namespace_loader(vm, key, locations), Value::none(), false, locations);
    Str* file = make_short_str(vm, found.file);
    if (found.is_package)
        TRY(list_append(vm, *locations, make_short_str(vm, found.file.substr(0, found.file.rfind('/')))));
    Value packages = found.is_package ? Value(locations) : Value::none();
    if (found.is_frozen)
        return make_module_spec(vm, key, vm.native(frozen_importer_type), intern(vm, "frozen"), false, packages);
    return make_module_spec(vm, key, make_source_loader(vm, key, file), file, true, packages);
}

Raised module_not_found(VM& vm, std::string_view name, std::string_view message) {
    Exception* exception = make_exception(vm, ExceptionId::ModuleNotFoundError, message);
    exception_set_field(vm, *exception, field::IMPORT_MESSAGE, make_short_str(vm, message));
    exception_set_field(vm, *exception, field::IMPORT_NAME, make_short_str(vm, name));
    return vm.raise(exception);
}

Result<Value> initial_import_setting(VM& vm, std::string_view name) {
    if (name == "meta_path")
        return make_list(vm, std::initializer_list<Value>{vm.native(builtin_importer_type),
                                                          vm.native(frozen_importer_type),
                                                          vm.native(path_finder_type)});
    if (name == "path_hooks")
        return make_list(vm, std::initializer_list<Value>{
                                 TRY(get_attribute(vm, vm.native(file_finder_type), "_folder_hook"))});
    return name == "path_importer_cache" ? Value(make_dict(vm)) : Value();
}

// --- As scripts see them --------------------------------------------------------------------------------------------

static Result<Value> builtin_find_spec(VM& vm, Value, std::string_view name, Value, Value) {
    if (name == "sys" || name == "builtins")
        return make_builtin_spec(vm, intern(vm, name));
    return spec_of(vm, name, find_native(vm, name));
}
static Result<Value> frozen_find_spec(VM& vm, Value, std::string_view name, Value, Value) {
    return spec_of(vm, name, cannot_be_hidden(name) ? find_embedded(vm, name) : FoundModule());
}
static Result<Value> path_find_spec(VM& vm, Value, std::string_view name, Value path, Value) {
    return spec_of(vm, name, TRY(find_on_path(vm, name, path.is_none() ? Value() : path)));
}
static Result<void> invalidate_entries(VM& vm, Value) {
    Dict* cache = as<Dict>(sys_setting(vm, "path_importer_cache"));
    for (DictEntry& entry : *dict_copy(vm, cache ? *cache : *make_dict(vm))) {
        if (!entry.key)
            continue;
        Str* path = as<Str>(entry.key);
        if (entry.value.is_none() || !path || !path->view().starts_with('/'))
            TRY(dict_remove(vm, *cache, entry.key));
        else if (TRY(find_attribute(vm, entry.value, "invalidate_caches")))
            TRY(call_method(vm, entry.value, "invalidate_caches", {}));
    }
    return {};
}

#define FIND_SPEC(function) class_fn<function>("find_spec(cls, fullname, path=None, target=None)", "Find a module.")

static constexpr NativeDef BUILTIN_MEMBERS[] = {
    FIND_SPEC(builtin_find_spec),
    static_fn<builtin_create_module>("create_module(spec)"),
    static_fn<builtin_exec_module>("exec_module(module)"),
    static_fn<builtin_get_nothing>("get_code(fullname)"),
    static_fn<builtin_get_nothing>("get_source(fullname)"),
    static_fn<builtin_is_package>("is_package(fullname)"),
};
static constexpr NativeDef FROZEN_MEMBERS[] = {
    FIND_SPEC(frozen_find_spec),
    static_fn<builtin_get_nothing>("create_module(spec)"),
    static_fn<frozen_exec_module>("exec_module(module)"),
    static_fn<frozen_get_code>("get_code(fullname)"),
    static_fn<builtin_get_nothing>("get_source(fullname)"),
    static_fn<frozen_is_package>("is_package(fullname)"),
};
static constexpr NativeDef PATH_MEMBERS[] = {
    FIND_SPEC(path_find_spec),
    class_fn<invalidate_entries>("invalidate_caches(cls)", "Tell the finders of path entries to look anew."),
};

#define FINDER_TYPE(NAME, DOC, MEMBERS)                                                                                \
    {                                                                                                                  \
        .name = NAME, .base = nullptr, .kind = Kind::Instance, .size = sizeof(Object),                                 \
        .flags = Type::HAS_ATTRIBUTES,                                                                                 \
        .visit = nullptr, .members = MEMBERS, .member_count = std::size(MEMBERS), .doc = DOC,                          \
    }
constinit const NativeType builtin_importer_type =
    FINDER_TYPE("_frozen_importlib.BuiltinImporter", "Finds and loads native modules.", BUILTIN_MEMBERS);
constinit const NativeType frozen_importer_type =
    FINDER_TYPE("_frozen_importlib.FrozenImporter", "Finds and loads modules in the binary.", FROZEN_MEMBERS);
constinit const NativeType path_finder_type =
    FINDER_TYPE("_frozen_importlib_external.PathFinder", "Finds modules along sys.path or __path__.", PATH_MEMBERS);

// --- FileFinder -----------------------------------------------------------------------------------------------------

struct FileFinder : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = file_finder_type;
    Value path;
    Value loaders; // pairs of a loader and its suffixes; empty: source files alone
};

static bool is_plain_file_finder(VM& vm, Value finder) {
    auto* files = detail::native_cast<FileFinder>(finder);
    return files && files->type() == vm.native(file_finder_type) && !files->loaders;
}

static Result<Value> file_finder_new(VM& vm, Type* type, Args, Kwargs) { return allocate_instance(vm, type); }

static void file_finder_init(VM& vm, FileFinder& self, Str& path, Args loaders) {
    self.path = path.byte_length == 0 ? intern(vm, ".") : &path;
    if (!loaders.empty())
        self.loaders = make_tuple(vm, loaders);
    Heap::barrier(&self);
}

// The file of one of the suffixes that loader number `i` takes, below `stem`, as a spec; None when there is none.
static Result<Value> find_with_loader(VM& vm, Tuple& loader, const std::string& stem, Str& name) {
    if (loader.size() != 2)
        return vm.value_error("a loader and its suffixes are expected");
    Value spec = Value::none();
    for (bool is_package : {true, false}) {
        TRY(for_each(vm, loader[1], [&](Value suffix) -> Result<void> {
            Str* text = as<Str>(suffix);
            std::string file = stem + (is_package ? "/__init__" : "") + std::string(text ? text->view() : "");
            if (!spec.is_none() || !text || !is_file(vm, file))
                return {};
            Str* path = TRY(make_str(vm, file));
            Value locations = Value::none();
            if (is_package)
                locations = make_list(vm, std::initializer_list<Value>{TRY(make_str(vm, stem))});
            Value made = TRY(call(vm, loader[0], {&name, path}));
            spec = make_module_spec(vm, &name, made, path, true, locations);
            return {};
        }));
    }
    return spec;
}

static Result<Value> file_finder_find_spec(VM& vm, FileFinder& self, Str& name, Value) {
    Str* folder = as<Str>(self.path);
    if (!folder)
        return Value::none();
    if (folder->view().starts_with(EMBEDDED_PREFIX))
        return spec_of(vm, name.view(), find_in_library(vm, name.view()));
    std::string_view last = name.view();
    if (size_t dot = last.rfind('.'); dot != std::string_view::npos)
        last = last.substr(dot + 1);
    if (!self.loaders) {
        FoundModule found = find_in_folder(vm, folder->view(), last);
        if (found.file.empty() && !found.portions.empty()) {
            List* portions = make_list(vm, std::initializer_list<Value>{TRY(make_str(vm, found.portions[0]))});
            return make_module_spec(vm, &name, Value::none(), Value::none(), false, portions);
        }
        return spec_of(vm, name.view(), found);
    }
    std::string stem = fmt::format("{}/{}", absolute_folder(vm.grants, folder->view()), last);
    Value spec = Value::none();
    TRY(for_each(vm, self.loaders, [&](Value loader) -> Result<void> {
        if (Tuple* pair = as<Tuple>(loader); pair && spec.is_none())
            spec = TRY(find_with_loader(vm, *pair, stem, name));
        return {};
    }));
    return spec;
}

// What stands in sys.path_hooks from the start.
static Result<Value> folder_hook(VM& vm, Str& path) {
    bool is_embedded = path.view().starts_with(EMBEDDED_PREFIX) && embedded_source(vm, path.view()).is_package;
    std::string folder = is_embedded ? "" : absolute_folder(vm.grants, path.view());
    if (!is_embedded && !S_ISDIR(mode_of(vm, folder.empty() ? "." : folder)))
        return vm.import_error("only directories are supported");
    return call(vm, vm.native(file_finder_type), {&path});
}

static Result<Value> path_hook(VM& vm, Value cls, Args loaders) {
    Value maker = TRY(get_attribute(vm, TRY(vm.hooks.import_absolute(vm, "importlib._hooks")), "make_path_hook"));
    return call(vm, maker, {cls, make_tuple(vm, loaders)});
}

static std::string file_finder_repr(VM& vm, FileFinder& self) {
    return fmt::format("FileFinder({})", repr_text(vm, self.path ? self.path : Value::none()));
}
static Value file_finder_get_path(FileFinder& self) { return self.path ? self.path : Value::none(); }
static void file_finder_invalidate(FileFinder&) {}

static constexpr NativeDef FILE_MEMBERS[] = {
    fn<file_finder_new>("__new__(cls, /, *args, **kwargs)"),
    fn<file_finder_init>("__init__(self, path, *loader_details)"),
    fn<file_finder_find_spec>("find_spec(self, fullname, target=None)", "Find a module in the folder."),
    fn<file_finder_invalidate>("invalidate_caches(self)", "Folders are looked into anew at each import as it is."),
    fn<file_finder_repr>("__repr__(self, /)"),
    static_fn<folder_hook>("_folder_hook(path)"),
    class_fn<path_hook>("path_hook(cls, *loader_details)"),
    get<file_finder_get_path>("path"),
};

static void file_finder_visit(Object* object, Visitor& visitor) {
    visitor.visit(static_cast<FileFinder*>(object)->path);
    visitor.visit(static_cast<FileFinder*>(object)->loaders);
}

constinit const NativeType file_finder_type = {
    .name = "_frozen_importlib_external.FileFinder", .base = nullptr, .kind = Kind::Native,
    .size = sizeof(FileFinder), .flags = Type::HAS_ATTRIBUTES, .visit = file_finder_visit, .members = FILE_MEMBERS,
    .member_count = std::size(FILE_MEMBERS), .doc = "Finds modules in one folder.",
};

} // namespace ouro::vm
