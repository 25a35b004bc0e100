// SPDX-License-Identifier: MIT
//
// module objects. Finding and loading them is import.cpp's.
#include "vm/model/module.hpp"

#include "vm/model/core.hpp"

namespace ouro::vm {

Module* make_module(VM& vm, Str* name) {
    auto* module = vm.heap.make<Module>(vm.types.module->root_shape);
    module->dict = make_dict(vm);
    Heap::barrier(module);
    dict_set(vm, *module->dict, vm.names.dunder_name, name);
    for (Str* key : {vm.names.dunder_doc, vm.names.dunder_package, vm.names.dunder_loader, vm.names.dunder_spec})
        dict_set(vm, *module->dict, key, Value::none());
    return module;
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

// builtins and sys are there from the start, without a NativeModule.
static bool is_builtin(VM& vm, Str* name) {
    return name && (name->view() == "builtins" || name->view() == "sys" || vm.is_builtin_module(name));
}

static std::string module_repr(VM& vm, Module& self) {
    DictEntry* name = dict_find(*self.dict, vm.names.dunder_name);
    DictEntry* file = dict_find(*self.dict, vm.names.dunder_file);
    std::string shown = name ? repr_text(vm, name->value) : "'?'";
    if (file)
        return fmt::format("<module {} from {}>", shown, repr_text(vm, file->value));
    return fmt::format("<module {}{}>", shown, name && is_builtin(vm, as<Str>(name->value)) ? " (built-in)" : "");
}

static Dict* module_get_dict(Module& self) { return self.dict; }

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
    if (DictEntry* own = dict_find(*self.dict, vm.special_name(Special::Dir)))
        return call(vm, own->value, {});
    List* list = make_list(vm);
    for (DictEntry& entry : *self.dict) {
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
    .name = "module", .base = nullptr, .kind = Kind::Module, .size = sizeof(Module),
    .flags = Type::WEAKLY_REFERENCEABLE,
    .visit = module_visit, .members = module_members, .member_count = std::size(module_members),
};

} // namespace ouro::vm
