// SPDX-License-Identifier: MIT
//
// types.MappingProxyType: a read-only view of any mapping; what a class shows as its __dict__.
#include "vm/model/generic_alias.hpp"
#include "vm/objects/dict/dict_views.hpp"
#include "vm/model/sequence.hpp"
#include "vm/objects/dict/mapping_proxy.hpp"

namespace ouro::vm {

Object* make_mapping_proxy(VM& vm, Value mapping) {
    MappingProxy* proxy = vm.heap.make<MappingProxy>(vm.types.mapping_proxy->root_shape);
    proxy->mapping = mapping;
    return proxy;
}

static void visit_proxy(Object* object, Visitor& visitor) {
    visitor.visit(static_cast<MappingProxy*>(object)->mapping);
}

static Result<Value> proxy_new(VM& vm, Type*, Value mapping) {
    bool is_mapping =
        !vm.type_of(mapping)->special(vm, Special::GetItem).is_empty() && !as<List>(mapping) && !as<Tuple>(mapping);
    if (!is_mapping)
        return vm.type_error("mappingproxy() argument must be a mapping, not {}", vm.type_name(mapping));
    return make_mapping_proxy(vm, mapping);
}

// The mapping behind a proxy, so that operators see it instead.
static Value unwrapped(Value value) {
    auto* proxy = detail::native_cast<MappingProxy>(value);
    return proxy ? proxy->mapping : value;
}

static Result<int64_t> proxy_length(VM& vm, MappingProxy& self) { return length(vm, self.mapping); }
static Result<Value> proxy_get_item(VM& vm, MappingProxy& self, Value key) { return get_item(vm, self.mapping, key); }
static Result<bool> proxy_contains(VM& vm, MappingProxy& self, Value key) { return contains(vm, self.mapping, key); }
static Result<Value> proxy_iter(VM& vm, MappingProxy& self) { return get_iterator(vm, self.mapping); }
static Result<int64_t> proxy_hash(VM& vm, MappingProxy& self) { return int64_t(TRY(hash(vm, self.mapping))); }
static Result<Value> proxy_str(VM& vm, MappingProxy& self) { return TRY(str(vm, self.mapping)); }

static Result<Value> proxy_reversed(VM& vm, MappingProxy& self) {
    return call_method(vm, self.mapping, "__reversed__", {});
}

static Result<std::string> proxy_repr(VM& vm, MappingProxy& self) {
    TRY(vm.check_native_stack());
    return fmt::format("mappingproxy({})", TRY(repr(vm, self.mapping))->view());
}

template <Special comparison>
static Result<Value> proxy_compare(VM& vm, MappingProxy& self, Value other) {
    return compare(vm, comparison, self.mapping, unwrapped(other));
}

static Result<Value> proxy_or(VM& vm, MappingProxy& self, Value other) {
    return binary_operation(vm, Special::Or, self.mapping, unwrapped(other));
}
static Result<Value> proxy_reflected_or(VM& vm, MappingProxy& self, Value other) {
    return binary_operation(vm, Special::Or, unwrapped(other), self.mapping);
}
static Result<Value> proxy_in_place_or(VM& vm, MappingProxy&, Value) {
    return vm.type_error("'|=' is not supported by mappingproxy; use '|' instead");
}

static Result<Value> proxy_get(VM& vm, MappingProxy& self, Value key, Value otherwise) {
    return call_method(vm, self.mapping, "get", {key, otherwise});
}
static Result<Value> proxy_keys(VM& vm, MappingProxy& self) { return call_method(vm, self.mapping, "keys", {}); }
static Result<Value> proxy_values(VM& vm, MappingProxy& self) { return call_method(vm, self.mapping, "values", {}); }
static Result<Value> proxy_items(VM& vm, MappingProxy& self) { return call_method(vm, self.mapping, "items", {}); }
static Result<Value> proxy_copy(VM& vm, MappingProxy& self) { return call_method(vm, self.mapping, "copy", {}); }

static constexpr NativeDef proxy_members[] = {
    class_fn<class_getitem>("__class_getitem__(cls, item, /)"),
    fn<proxy_new>("__new__(cls, mapping)"),
    fn<proxy_repr>("__repr__(self, /)"),
    fn<proxy_str>("__str__(self, /)"),
    fn<proxy_hash>("__hash__(self, /)"),
    fn<proxy_length>("__len__(self, /)"),
    fn<proxy_get_item>("__getitem__(self, key, /)"),
    fn<proxy_contains>("__contains__(self, key, /)"),
    fn<proxy_iter>("__iter__(self, /)"),
    fn<proxy_reversed>("__reversed__(self, /)"),
    fn<proxy_compare<Special::Lt>>("__lt__(self, value, /)"),
    fn<proxy_compare<Special::Le>>("__le__(self, value, /)"),
    fn<proxy_compare<Special::Eq>>("__eq__(self, value, /)"),
    fn<proxy_compare<Special::Ne>>("__ne__(self, value, /)"),
    fn<proxy_compare<Special::Gt>>("__gt__(self, value, /)"),
    fn<proxy_compare<Special::Ge>>("__ge__(self, value, /)"),
    fn<proxy_or>("__or__(self, value, /)"),
    fn<proxy_reflected_or>("__ror__(self, value, /)"),
    fn<proxy_in_place_or>("__ior__(self, value, /)"),
    fn<proxy_get>("get(self, key, default=None, /)", "Return the value for key, or default."),
    fn<proxy_keys>("keys(self, /)", "The keys of the underlying mapping."),
    fn<proxy_values>("values(self, /)", "The values of the underlying mapping."),
    fn<proxy_items>("items(self, /)", "The items of the underlying mapping."),
    fn<proxy_copy>("copy(self, /)", "A shallow copy of the underlying mapping."),
};

const NativeType mapping_proxy_type = {
    .name = "mappingproxy",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(MappingProxy),
    .flags = Type::FINAL | Type::MAPPING,
    .visit = visit_proxy,
    .members = proxy_members,
    .member_count = std::size(proxy_members),
    .doc = "A read-only proxy of a mapping.",
};

} // namespace ouro::vm
