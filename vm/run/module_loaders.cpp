// SPDX-License-Identifier: MIT
//
// Loading, and the loaders that are there from the start. Modules that were found natively are loaded without a call of
// their loader.
#include "vm/run/module_loaders.hpp"

#include "vm/compile_options.hpp"
#include "vm/model/code.hpp"
#include "vm/model/native_type.hpp"
#include "vm/run/enter.hpp"
#include "vm/run/module_spec.hpp"
#include "vm/values/bytes.hpp"

#include <cerrno>

namespace ouro::vm {

// --- Native modules -------------------------------------------------------------------------------------------------

static Value member_value(VM& vm, const NativeDef& def, Module* module, Str* name) {
    if (Value constant = constant_value(vm, def))
        return constant;
    NativeFunction* function = make_native_function(vm, def, nullptr, module);
    function->module = name;
    return function;
}

static Result<void> fill_native(VM& vm, const NativeModule& native, Module* module) {
    module->flags |= Module::FILLED;
    // A str of its own, as in CPython, where pickles show that it is not the one of the types.
    Str* name = make_short_str(vm, native.name);
    if (native.doc)
        dict_set(vm, *module->dict, vm.names.dunder_doc, make_short_str(vm, native.doc));
    for (size_t i = 0; i < native.member_count; i++) {
        const NativeDef& def = native.members[i];
        dict_set(vm, *module->dict, intern(vm, def.name()), member_value(vm, def, module, name));
    }
    return native.initialize ? native.initialize(vm, *module) : Result<void>();
}

static const NativeModule* native_module(VM& vm, std::string_view name) {
    for (const NativeModule* native : vm.native_modules) {
        if (name == native->name)
            return native;
    }
    return nullptr;
}

// --- Running --------------------------------------------------------------------------------------------------------

static Result<void> run_source(VM& vm, Module& module, const std::string& file) {
    std::string text;
    if (!read_module_file(vm, file, text))
        return vm.os_error(errno, file);
    Code* code = TRY(vm.hooks.compile(vm, text, {.mode = CompileOptions::Mode::File, .filename = file}));
    TRY(run_code(vm, *code, module.dict, module.dict));
    return {};
}

// Has `run` fill in a module that stands in sys.modules: between its begin and its end the module is initializing.
template <class F>
static Result<Value> initialize(VM& vm, Str* name, Value made, Value spec, F&& run) {
    Module* module = as<Module>(made);
    auto mark = [&](bool is_initializing) {
        if (auto* native = detail::native_cast<ModuleSpec>(spec))
            native->is_initializing = is_initializing;
        if (module)
            module->flags = uint8_t(is_initializing ? module->flags | Module::INITIALIZING
                                                    : module->flags & ~Module::INITIALIZING);
    };
    dict_set(vm, *vm.modules, name, made);
    mark(true);
    Result<void> done = run();
    mark(false);
    DictEntry* entry = dict_find(*vm.modules, name);
    Value now = entry ? entry->value : Value();
    if (done.is_error()) {
        dict_remove(vm, *vm.modules, name);
        return done.error();
    }
    if (!now)
        return vm.key_error(name);
    dict_remove(vm, *vm.modules, name); // it stands behind those that it has imported
    dict_set(vm, *vm.modules, name, now);
    return now;
}

// Of a package without a file of its own the finder need not tell who loads it.
static Result<Value> loader_of(VM& vm, Value spec) {
    Value loader = TRY(get_attribute(vm, spec, "loader"));
    List* locations = as<List>(TRY(get_attribute(vm, spec, "submodule_search_locations")));
    if (!loader.is_none() || !locations)
        return loader;
    loader = make_namespace_loader(vm, nullptr, locations);
    TRY(set_attribute(vm, spec, intern(vm, "loader"), loader));
    return loader;
}

Result<Value> module_from_spec(VM& vm, Value spec) {
    Value loader = TRY(loader_of(vm, spec)), module = Value::none();
    if (Value create = TRY(find_attribute(vm, loader, "create_module")))
        module = TRY(call(vm, create, {spec}));
    else if (TRY(find_attribute(vm, loader, "exec_module")))
        return vm.import_error("loaders that define exec_module() must also define create_module()");
    if (module.is_none()) {
        Value name = TRY(get_attribute(vm, spec, "name"));
        if (!as<Str>(name))
            return vm.type_error("module name must be a string, not {}", vm.type_name(name));
        module = make_module(vm, intern(vm, as<Str>(name)));
    }
    TRY(describe_any_module(vm, module, spec));
    return module;
}

// The way of loaders before exec_module(): they do everything themselves, but may leave out how the module came.
static Result<Value> load_by_old_loader(VM& vm, Value loader, Str* name, Value spec) {
    TRY(call_method(vm, loader, "load_module", {name}));
    DictEntry* entry = dict_find(*vm.modules, name);
    if (!entry)
        return vm.key_error(name);
    Value module = entry->value;
    TRY(describe_any_module(vm, module, spec));
    return module;
}

static Result<Value> load_spec(VM& vm, Str* name, Value spec) {
    Value loader = TRY(get_attribute(vm, spec, "loader"));
    if (loader.is_none() && TRY(get_attribute(vm, spec, "submodule_search_locations")).is_none()) {
        Raised raised = vm.import_error("missing loader");
        exception_set_field(vm, *raised.exception, field::IMPORT_NAME, name);
        return raised;
    }
    Value execute = loader.is_none() ? Value() : TRY(find_attribute(vm, loader, "exec_module"));
    if (!loader.is_none() && !execute)
        return load_by_old_loader(vm, loader, name, spec);
    Value module = TRY(module_from_spec(vm, spec));
    return initialize(vm, name, module, spec, [&]() -> Result<void> {
        if (execute)
            TRY(call(vm, execute, {module}));
        return {};
    });
}

Result<Value> load_module(VM& vm, Str* name, const FoundModule& found) {
    if (found.spec)
        return load_spec(vm, name, found.spec);
    if (found.native) {
        Module* module = make_native_module(vm, name, make_dict(vm));
        return initialize(vm, name, module, Value(), [&] { return fill_native(vm, *found.native, module); });
    }
    bool has_text = !found.file.empty();
    if (has_text && !vm.hooks.compile)
        return vm.import_error("cannot import '{}': this runtime has no compiler", name->view());
    Value spec = TRY(spec_of(vm, name->view(), found));
    Module* module = make_module(vm, name);
    describe_module(vm, *module, *static_cast<ModuleSpec*>(spec.object()));
    if (found.is_frozen)
        dict_set(vm, *module->dict, vm.names.dunder_file, make_short_str(vm, found.file));
    if (found.is_frozen && found.is_package)
        dict_set(vm, *module->dict, vm.names.dunder_path, static_cast<ModuleSpec*>(spec.object())->locations);
    return initialize(vm, name, module, spec,
                      [&] { return has_text ? run_source(vm, *module, found.file) : Result<void>(); });
}

// --- Importers as loaders -------------------------------------------------------------------------------------------

Value builtin_get_nothing(Value) { return Value::none(); }

static Raised not_of_kind(VM& vm, std::string_view name, const char* kind) {
    Raised raised = vm.import_error("{} is not a {} module", repr_text(vm, make_short_str(vm, name)), kind);
    exception_set_field(vm, *raised.exception, field::IMPORT_NAME, make_short_str(vm, name));
    return raised;
}

static Result<Str*> name_of_spec(VM& vm, Value spec) {
    Str* name = as<Str>(TRY(get_attribute(vm, spec, "name")));
    return name ? name : Result<Str*>(vm.type_error("module name must be a string"));
}

Result<Value> builtin_create_module(VM& vm, Value spec) {
    Str* name = TRY(name_of_spec(vm, spec));
    if (!native_module(vm, name->view()))
        return not_of_kind(vm, name->view(), "built-in");
    return Value::none();
}

static Result<std::string> name_of_module(VM& vm, Module& module) {
    Str* name = as<Str>(TRY(get_attribute(vm, &module, vm.names.dunder_name)));
    return name ? std::string(name->view()) : Result<std::string>(vm.type_error("module name must be a string"));
}

Result<void> builtin_exec_module(VM& vm, Module& module) {
    std::string name = TRY(name_of_module(vm, module));
    const NativeModule* native = module.flags & Module::FILLED ? nullptr : native_module(vm, name);
    return native ? fill_native(vm, *native, &module) : Result<void>();
}

Result<bool> builtin_is_package(VM& vm, std::string_view name) {
    return native_module(vm, name) ? Result<bool>(false) : not_of_kind(vm, name, "built-in");
}

static Result<FoundModule> frozen(VM& vm, std::string_view name) {
    EmbeddedSource source = vm.hooks.embedded_source ? vm.hooks.embedded_source(name) : EmbeddedSource{};
    if (!source.found)
        return not_of_kind(vm, name, "frozen");
    FoundModule found;
    std::string path(name);
    for (char& c : path)
        c = c == '.' ? '/' : c;
    found.file = fmt::format("<ouro>/{}{}", path, source.is_package ? "/__init__.py" : ".py");
    found.is_package = source.is_package;
    return found;
}

Result<void> frozen_exec_module(VM& vm, Module& module) {
    std::string name = TRY(name_of_module(vm, module));
    FoundModule found = TRY(frozen(vm, name));
    return run_source(vm, module, found.file);
}

Result<Value> frozen_get_code(VM& vm, std::string_view name) {
    FoundModule found = TRY(frozen(vm, name));
    std::string text;
    read_module_file(vm, found.file, text);
    return Value(TRY(vm.hooks.compile(vm, text, {.mode = CompileOptions::Mode::File, .filename = found.file})));
}

Result<bool> frozen_is_package(VM& vm, std::string_view name) {
    FoundModule found = TRY(frozen(vm, name));
    return found.is_package;
}

// --- SourceFileLoader -----------------------------------------------------------------------------------------------

struct SourceLoader : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = source_loader_type;
    Value name, path;
};

Value make_source_loader(VM& vm, Str* name, Str* path) {
    auto* loader = static_cast<SourceLoader*>(allocate_instance(vm, vm.native(source_loader_type)));
    loader->name = name;
    loader->path = path;
    Heap::barrier(loader);
    return loader;
}

static Result<Value> loader_new(VM& vm, Type* type, Args, Kwargs) { return allocate_instance(vm, type); }

static void source_init(SourceLoader& self, Value name, Value path) {
    Heap::store(&self, self.name, name);
    Heap::store(&self, self.path, path);
}

static Value shown(Value value) { return value ? value : Value::none(); }

// The loader's own file; ImportError for the name of another module.
static Result<Value> source_get_filename(VM& vm, SourceLoader& self, Value name) {
    if (name && !name.is_none() && !TRY(equal(vm, name, shown(self.name)))) {
        Raised raised = vm.import_error("loader for {} cannot handle {}", TRY(str(vm, shown(self.name)))->view(),
                                        TRY(str(vm, name))->view());
        exception_set_field(vm, *raised.exception, field::IMPORT_NAME, name);
        return raised;
    }
    return shown(self.path);
}

static Result<bool> source_is_package(VM& vm, SourceLoader& self, Value name) {
    Str* file = as<Str>(TRY(call_method(vm, &self, "get_filename", {name})));
    Str* full = as<Str>(name);
    std::string_view path = file ? file->view() : "", last = full ? full->view() : "";
    std::string_view base = path.substr(path.rfind('/') + 1); // all of it without a slash: npos + 1 is 0
    return base.substr(0, base.rfind('.')) == "__init__" && last.substr(last.rfind('.') + 1) != "__init__";
}

static Result<Value> source_get_data(VM& vm, SourceLoader&, std::string_view path) {
    std::string text;
    if (!read_module_file(vm, std::string(path), text))
        return vm.os_error(errno, path);
    return Value(TRY(make_bytes(vm, text)));
}

static Result<Value> source_get_source(VM& vm, SourceLoader& self, Value name) {
    Value path = TRY(call_method(vm, &self, "get_filename", {name}));
    auto data = call_method(vm, &self, "get_data", {path});
    if (data.is_error() && is_exception_of(data.exception(), vm, ExceptionId::OSError)) {
        Raised raised = vm.import_error("source not available through get_data()");
        exception_set_field(vm, *raised.exception, field::IMPORT_NAME, name);
        return raised;
    }
    Value octets = TRY(std::move(data));
    return call_method(vm, TRY(vm.hooks.import_absolute(vm, "importlib.util")), "decode_source", {octets});
}

static Result<Value> source_to_code(VM& vm, SourceLoader&, Value data, Value path, Value) {
    DictEntry* compile = dict_find(*vm.builtins, intern(vm, "compile"));
    if (!compile)
        return vm.import_error("compile not found");
    return call(vm, compile->value, {data, path, intern(vm, "exec"), Value::small_int(0), Value::boolean(true)});
}

static Result<Value> source_get_code(VM& vm, SourceLoader& self, Value name) {
    Value path = TRY(call_method(vm, &self, "get_filename", {name}));
    Value data = TRY(call_method(vm, &self, "get_data", {path}));
    return call_method(vm, &self, "source_to_code", {data, path});
}

static Result<void> source_exec_module(VM& vm, SourceLoader& self, Value module) {
    Value name = TRY(get_attribute(vm, module, vm.names.dunder_name));
    Value value = TRY(call_method(vm, &self, "get_code", {name}));
    Code* code = as<Code>(value);
    if (!code)
        return vm.import_error("cannot load module {} when get_code() returns None", repr_text(vm, name));
    Dict* ns = as<Dict>(TRY(get_attribute(vm, module, vm.names.dunder_dict)));
    if (!ns)
        return vm.type_error("a module is expected, not '{}'", vm.type_name(module));
    TRY(run_code(vm, *code, ns, ns));
    return {};
}

// Before exec_module(): finds what it knows of the module itself.
static Result<Value> source_load_module(VM& vm, SourceLoader& self, Value name) {
    Str* key = as<Str>(name && !name.is_none() ? name : shown(self.name));
    if (!key)
        return vm.type_error("module name must be a string");
    bool is_package = TRY(truth(vm, TRY(call_method(vm, &self, "is_package", {key}))));
    Str* file = as<Str>(shown(self.path));
    std::string_view path = file ? file->view() : "";
    Value locations = Value::none();
    if (is_package)
        locations = make_list(vm, std::initializer_list<Value>{TRY(make_str(vm, path.substr(0, path.rfind('/'))))});
    return load_spec(vm, key, make_module_spec(vm, key, &self, shown(self.path), true, locations));
}

static Result<Value> source_eq(VM& vm, SourceLoader& self, Value value) {
    auto* other = detail::native_cast<SourceLoader>(value);
    if (!other || other->type() != self.type())
        return Value::not_implemented();
    return Value::boolean(TRY(equal(vm, shown(self.name), shown(other->name))) &&
                          TRY(equal(vm, shown(self.path), shown(other->path))));
}
static Result<Value> source_hash(VM& vm, SourceLoader& self) {
    return call_special(vm, make_tuple(vm, {shown(self.name), shown(self.path)}), Special::Hash);
}

template <Value SourceLoader::*FIELD>
static Value get_source_field(SourceLoader& self) {
    return shown(self.*FIELD);
}
template <Value SourceLoader::*FIELD>
static void set_source_field(SourceLoader& self, Value value) {
    Heap::store(&self, self.*FIELD, value);
}

static constexpr NativeDef SOURCE_MEMBERS[] = {
    fn<loader_new>("__new__(cls, /, *args, **kwargs)"),
    fn<source_init>("__init__(self, fullname, path)"),
    fn<source_eq>("__eq__(self, other, /)"),
    fn<source_hash>("__hash__(self, /)"),
    static_fn<builtin_get_nothing>("create_module(spec)"),
    fn<source_exec_module>("exec_module(self, module)", "Run the module's code in it."),
    fn<source_load_module>("load_module(self, fullname=None)"),
    fn<source_get_filename>("get_filename(self, name=None)"),
    fn<source_is_package>("is_package(self, fullname)"),
    fn<source_get_data>("get_data(self, path)", "Return the octets of a file."),
    fn<source_get_source>("get_source(self, fullname)", "Return the text of the module."),
    fn<source_get_code>("get_code(self, fullname)", "Return the code of the module."),
    fn<source_to_code>("source_to_code(self, data, path, *, _optimize=-1)"),
    get<get_source_field<&SourceLoader::name>, set_source_field<&SourceLoader::name>>("name"),
    get<get_source_field<&SourceLoader::path>, set_source_field<&SourceLoader::path>>("path"),
};

static void source_visit(Object* object, Visitor& visitor) {
    visitor.visit(static_cast<SourceLoader*>(object)->name);
    visitor.visit(static_cast<SourceLoader*>(object)->path);
}

constinit const NativeType source_loader_type = {
    .name = "_frozen_importlib_external.SourceFileLoader", .base = nullptr, .kind = Kind::Native,
    .size = sizeof(SourceLoader), .flags = Type::HAS_ATTRIBUTES, .visit = source_visit, .members = SOURCE_MEMBERS,
    .member_count = std::size(SOURCE_MEMBERS), .doc = "Loads a source file.",
};

// --- NamespaceLoader ------------------------------------------------------------------------------------------------

struct NamespaceLoader : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = namespace_loader_type;
    Value path;
};

Value make_namespace_loader(VM& vm, Str*, List* path) {
    auto* loader = static_cast<NamespaceLoader*>(allocate_instance(vm, vm.native(namespace_loader_type)));
    loader->path = path;
    Heap::barrier(loader);
    return loader;
}

static void namespace_init(NamespaceLoader& self, Value, Value path, Value) { Heap::store(&self, self.path, path); }
static bool namespace_is_package(NamespaceLoader&, Value) { return true; }
static Value namespace_get_source(VM& vm, NamespaceLoader&, Value) { return vm.names.empty; }
static Value namespace_get_path(NamespaceLoader& self) { return shown(self.path); }
static void namespace_exec_module(NamespaceLoader&, Value) {}

static constexpr NativeDef NAMESPACE_MEMBERS[] = {
    fn<loader_new>("__new__(cls, /, *args, **kwargs)"),
    fn<namespace_init>("__init__(self, name, path, path_finder)"),
    static_fn<builtin_get_nothing>("create_module(spec)"),
    fn<namespace_exec_module>("exec_module(self, module)"),
    fn<namespace_is_package>("is_package(self, fullname)"),
    fn<namespace_get_source>("get_source(self, fullname)"),
    get<namespace_get_path>("_path"),
};

static void namespace_visit(Object* object, Visitor& visitor) {
    visitor.visit(static_cast<NamespaceLoader*>(object)->path);
}

constinit const NativeType namespace_loader_type = {
    .name = "_frozen_importlib_external.NamespaceLoader", .base = nullptr, .kind = Kind::Native,
    .size = sizeof(NamespaceLoader), .flags = Type::HAS_ATTRIBUTES, .visit = namespace_visit,
    .members = NAMESPACE_MEMBERS, .member_count = std::size(NAMESPACE_MEMBERS), .doc = "Loads a namespace package.",
};

} // namespace ouro::vm
