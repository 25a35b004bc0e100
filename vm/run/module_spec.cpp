// SPDX-License-Identifier: MIT
//
// The type ModuleSpec, and what a spec says of its module.
#include "vm/run/module_spec.hpp"

namespace ouro::vm {

static Value shown(Value value) { return value ? value : Value::none(); }

std::string_view ModuleSpec::parent() const {
    Str* text = as<Str>(name);
    std::string_view view = text ? text->view() : std::string_view();
    if (locations && !locations.is_none())
        return view;
    size_t dot = view.rfind('.');
    return dot == std::string_view::npos ? "" : view.substr(0, dot);
}

ModuleSpec* make_module_spec(VM& vm, Value name, Value loader, Value origin, bool has_location, Value locations) {
    auto* spec = static_cast<ModuleSpec*>(allocate_instance(vm, vm.native(module_spec_type)));
    spec->name = name;
    spec->loader = loader;
    spec->origin = origin;
    spec->locations = locations;
    spec->has_location = has_location;
    Heap::barrier(spec);
    return spec;
}

void describe_module(VM& vm, Module& module, ModuleSpec& spec) {
    dict_set(vm, *module.dict, vm.names.dunder_spec, &spec);
    dict_set(vm, *module.dict, vm.names.dunder_loader, shown(spec.loader));
    dict_set(vm, *module.dict, vm.names.dunder_package, intern(vm, spec.parent()));
    if (spec.locations && !spec.locations.is_none())
        dict_set(vm, *module.dict, vm.names.dunder_path, spec.locations);
    if (spec.has_location)
        dict_set(vm, *module.dict, vm.names.dunder_file, shown(spec.origin));
}

// What a loader has made need not be a module, nor take attributes.
static Result<void> set_if_taken(VM& vm, Value module, Str* name, Value value) {
    auto set = set_attribute(vm, module, name, value);
    return set.is_error() && is_exception_of(set.exception(), vm, ExceptionId::AttributeError) ? Result<void>() : set;
}

// Sets an attribute that the module lacks, or has as None.
static Result<void> supply(VM& vm, Value module, Str* name, Value value) {
    Value present = TRY(find_attribute(vm, module, name));
    return present && !present.is_none() ? Result<void>() : set_if_taken(vm, module, name, value);
}

Result<void> describe_any_module(VM& vm, Value module, Value spec) {
    TRY(supply(vm, module, vm.names.dunder_name, TRY(get_attribute(vm, spec, "name"))));
    Value loader = TRY(get_attribute(vm, spec, "loader"));
    TRY(supply(vm, module, vm.names.dunder_loader, loader));
    TRY(supply(vm, module, vm.names.dunder_package, TRY(get_attribute(vm, spec, "parent"))));
    TRY(set_if_taken(vm, module, vm.names.dunder_spec, spec));
    Value locations = TRY(get_attribute(vm, spec, "submodule_search_locations"));
    if (!locations.is_none())
        TRY(supply(vm, module, vm.names.dunder_path, locations));
    if (!TRY(truth(vm, TRY(get_attribute(vm, spec, "has_location")))))
        return {};
    TRY(supply(vm, module, vm.names.dunder_file, TRY(get_attribute(vm, spec, "origin"))));
    Value cached = TRY(get_attribute(vm, spec, "cached"));
    return cached.is_none() ? Result<void>() : supply(vm, module, intern(vm, "__cached__"), cached);
}

// --- The type -------------------------------------------------------------------------------------------------------

static Result<Value> spec_new(VM& vm, Type* type, Args, Kwargs) { return allocate_instance(vm, type); }

static void spec_init(VM& vm, ModuleSpec& self, Value name, Value loader, Value origin, Value loader_state,
                      Value is_package) {
    self.name = name;
    self.loader = loader;
    self.origin = origin;
    self.loader_state = loader_state;
    auto package = truth(vm, is_package);
    self.locations = !package.is_error() && package.release() ? Value(make_list(vm)) : Value::none();
    Heap::barrier(&self);
}

template <Value ModuleSpec::*FIELD>
static Value get_field(ModuleSpec& self) {
    return shown(self.*FIELD);
}
template <Value ModuleSpec::*FIELD>
static void set_field(ModuleSpec& self, Value value) {
    Heap::store(&self, self.*FIELD, value);
}
template <bool ModuleSpec::*FIELD>
static bool get_flag(ModuleSpec& self) {
    return self.*FIELD;
}
template <bool ModuleSpec::*FIELD>
static Result<void> set_flag(VM& vm, ModuleSpec& self, Value value) {
    self.*FIELD = value && TRY(truth(vm, value));
    return {};
}

static Value spec_get_parent(VM& vm, ModuleSpec& self) { return intern(vm, self.parent()); }
static Result<Dict*> spec_get_dict(VM& vm, ModuleSpec& self) { return instance_dict(vm, &self); }

static Result<std::string> spec_repr(VM& vm, ModuleSpec& self) {
    std::string text = fmt::format("ModuleSpec(name={}, loader={}", TRY(repr(vm, shown(self.name)))->view(),
                                   TRY(repr(vm, shown(self.loader)))->view());
    if (!shown(self.origin).is_none())
        text += fmt::format(", origin={}", TRY(repr(vm, self.origin))->view());
    if (!shown(self.locations).is_none())
        text += fmt::format(", submodule_search_locations={}", TRY(repr(vm, self.locations))->view());
    return text + ")";
}

static Result<Value> spec_eq(VM& vm, ModuleSpec& self, Value other_value) {
    auto* other = detail::native_cast<ModuleSpec>(other_value);
    if (!other)
        return Value::not_implemented();
    for (auto field : {&ModuleSpec::name, &ModuleSpec::loader, &ModuleSpec::origin, &ModuleSpec::locations,
                       &ModuleSpec::cached}) {
        if (!TRY(equal(vm, shown(self.*field), shown(other->*field))))
            return Value::boolean(false);
    }
    return Value::boolean(self.has_location == other->has_location);
}

#define SPEC_FIELD(field, name) get<get_field<&ModuleSpec::field>, set_field<&ModuleSpec::field>>(name)
#define SPEC_FLAG(field, name) get<get_flag<&ModuleSpec::field>, set_flag<&ModuleSpec::field>>(name)

static constexpr NativeDef MEMBERS[] = {
    fn<spec_new>("__new__(cls, /, *args, **kwargs)"),
    fn<spec_init>("__init__(self, name, loader, *, origin=None, loader_state=None, is_package=None)"),
    fn<spec_repr>("__repr__(self, /)"),
    fn<spec_eq>("__eq__(self, other, /)"),
    none_constant("__hash__"),
    SPEC_FIELD(name, "name"),
    SPEC_FIELD(loader, "loader"),
    SPEC_FIELD(origin, "origin"),
    SPEC_FIELD(loader_state, "loader_state"),
    SPEC_FIELD(cached, "cached"),
    SPEC_FIELD(locations, "submodule_search_locations"),
    SPEC_FLAG(has_location, "has_location"),
    SPEC_FLAG(has_location, "_set_fileattr"),
    SPEC_FLAG(is_initializing, "_initializing"),
    get<spec_get_parent>("parent"),
    get<spec_get_dict>("__dict__"),
};

static void spec_visit(Object* object, Visitor& visitor) {
    auto* spec = static_cast<ModuleSpec*>(object);
    for (Value value : {spec->name, spec->loader, spec->origin, spec->loader_state, spec->cached, spec->locations})
        visitor.visit(value);
}

constinit const NativeType module_spec_type = {
    .name = "_frozen_importlib.ModuleSpec", .base = nullptr, .kind = Kind::Native, .size = sizeof(ModuleSpec),
    .flags = Type::HAS_ATTRIBUTES | Type::WEAKLY_REFERENCEABLE | Type::BARE_NAME, .visit = spec_visit,
    .members = MEMBERS, .member_count = std::size(MEMBERS), .doc = "What is known of a module before it is loaded.",
};

} // namespace ouro::vm
