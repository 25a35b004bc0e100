// SPDX-License-Identifier: MIT
//
// module objects. Finding and loading them is import.cpp's.
#include "vm/model/module.hpp"

#include "vm/model/core.hpp"

namespace ouro::vm {

// A word behind it is where subclasses expect attributes, and stays empty: a module may be given their class.
static constexpr size_t MODULE_BYTES = sizeof(Module) + sizeof(Value);

Module* make_module(VM& vm, Str* name) {
    auto* module = vm.heap.make<Module>(vm.types.module->root_shape, MODULE_BYTES);
    module->dict = make_dict(vm);
    Heap::barrier(module);
    dict_set(vm, *module->dict, vm.names.dunder_name, name);
    for (Str* key : {vm.names.dunder_doc, vm.names.dunder_package, vm.names.dunder_loader, vm.names.dunder_spec})
        dict_set(vm, *module->dict, key, Value::none());
    return module;
}

Module* make_native_module(VM& vm, Str* name, Dict* dict) {
    auto* module = vm.heap.make<Module>(vm.types.module->root_shape, MODULE_BYTES);
    module->dict = dict;
    module->flags |= Module::UNDESCRIBED;
    Heap::barrier(module);
    dict_set(vm, *dict, vm.names.dunder_name, name);
    dict_set(vm, *dict, vm.names.dunder_doc, Value::none());
    dict_set(vm, *dict, vm.names.dunder_package, vm.names.empty);
    return module;
}

Dict* module_dict(VM& vm, Module& module) {
    if (module.flags & Module::UNDESCRIBED) {
        module.flags &= uint8_t(~Module::UNDESCRIBED);
        vm.hooks.describe_native_module(vm, module);
    }
    return module.dict;
}

void module_set(VM& vm, Module& module, const char* name, Value value) {
    dict_set(vm, *module.dict, intern(vm, name), value);
}

static Result<Object*> module_new(VM& vm, Type& cls, Args, Kwargs) {
    auto* module = static_cast<Module*>(allocate_instance(vm, &cls));
    Heap::store(module, module->dict, make_dict(vm));
    return static_cast<Object*>(module);
}

static void module_init(VM& vm, Module& self, Str& name, Value doc) {
    dict_set(vm, *self.dict, vm.names.dunder_name, &name);
    dict_set(vm, *self.dict, vm.names.dunder_doc, doc);
    for (Str* key : {vm.names.dunder_package, vm.names.dunder_loader, vm.names.dunder_spec})
        dict_set(vm, *self.dict, key, Value::none());
}

// "json" from where, as its spec tells; empty when there is none that does.
static Result<std::string> described(VM& vm, Module& self) {
    Value spec = TRY(find_attribute(vm, &self, vm.names.dunder_spec));
    if (!spec || spec.is_none())
        return std::string();
    Value name = TRY(get_attribute(vm, spec, "name"));
    Value origin = TRY(get_attribute(vm, spec, "origin")), loader = TRY(get_attribute(vm, spec, "loader"));
    std::string shown = std::string(TRY(repr(vm, name))->view());
    if (!origin.is_none() && TRY(truth(vm, TRY(get_attribute(vm, spec, "has_location")))))
        return fmt::format("<module {} from {}>", shown, TRY(repr(vm, origin))->view());
    if (!origin.is_none())
        return fmt::format("<module {} ({})>", shown, TRY(str(vm, origin))->view());
    if (loader.is_none())
        return fmt::format("<module {}>", shown);
    Value portions = TRY(find_attribute(vm, loader, "_path"));
    if (portions && vm.type_of(loader)->name->view() == "NamespaceLoader")
        return fmt::format("<module {} (namespace) from {}>", shown, TRY(repr(vm, portions))->view());
    return fmt::format("<module {} ({})>", shown, TRY(repr(vm, loader))->view());
}

static Result<std::string> module_repr(VM& vm, Module& self) {
    if (auto text = described(vm, self); !text.is_error()) {
        if (std::string shown = text.release(); !shown.empty())
            return shown;
    }
    DictEntry* name = dict_find(*self.dict, vm.names.dunder_name);
    DictEntry* file = dict_find(*self.dict, vm.names.dunder_file);
    DictEntry* loader = dict_find(*self.dict, vm.names.dunder_loader);
    std::string shown = name ? repr_text(vm, name->value) : "'?'";
    if (file)
        return fmt::format("<module {} from {}>", shown, repr_text(vm, file->value));
    bool has_loader = loader && !loader->value.is_none();
    return has_loader ? fmt::format("<module {} ({})>", shown, repr_text(vm, loader->value))
                      : fmt::format("<module {}>", shown);
}

static Dict* module_get_dict(VM& vm, Module& self) { return module_dict(vm, self); }

static Result<Value> module_getattribute(VM& vm, Value self, Str& name) {
    return generic_get_attribute(vm, self, intern(vm, &name));
}

// __annotations__ of a module: computed by its __annotate__ (PEP 649) and kept in the namespace.
static Result<Value> module_get_annotations(VM& vm, Module& self) {
    if (DictEntry* entry = dict_find(*self.dict, vm.names.dunder_annotations))
        return entry->value;
    DictEntry* annotate = dict_find(*self.dict, vm.names.dunder_annotate);
    Value computed = annotate && !annotate->value.is_none() ? TRY(call(vm, annotate->value, {Value::small_int(1)}))
                                                            : Value(make_dict(vm));
    dict_set(vm, *self.dict, vm.names.dunder_annotations, computed);
    return computed;
}
static void module_set_annotations(VM& vm, Module& self, Value value) {
    dict_set(vm, *self.dict, vm.names.dunder_annotations, value);
}

// A module's own `__dir__` says what dir() lists (PEP 562).
static Result<Value> module_dir(VM& vm, Module& self) {
    Dict* names = as<Dict>(TRY(get_attribute(vm, &self, vm.names.dunder_dict)));
    if (!names)
        return vm.type_error("<module>.__dict__ is not a dictionary");
    if (DictEntry* own = dict_find(*names, vm.special_name(Special::Dir)))
        return call(vm, own->value, {});
    List* list = make_list(vm);
    for (DictEntry& entry : *names) {
        if (entry.key)
            TRY(list_append(vm, *list, entry.key));
    }
    return list;
}

static constexpr NativeDef module_members[] = {
    fn<module_new>("__new__(cls, /, *args, **kwargs)"),
    fn<module_init>("__init__(self, name, doc=None)"),
    fn<module_repr>("__repr__(self, /)"),
    fn<module_getattribute>("__getattribute__(self, name, /)"),
    fn<module_dir>("__dir__(self, /)"),
    get<module_get_dict>("__dict__"),
    get<module_get_annotations, module_set_annotations>("__annotations__"),
};

static void module_visit(Object* object, Visitor& visitor) { visitor.visit(static_cast<Module*>(object)->dict); }

const NativeType module_type = {
    .name = "module", .base = nullptr, .kind = Kind::Module, .size = MODULE_BYTES,
    .flags = Type::WEAKLY_REFERENCEABLE,
    .visit = module_visit, .members = module_members, .member_count = std::size(module_members),
};

} // namespace ouro::vm
