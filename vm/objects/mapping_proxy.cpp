// SPDX-License-Identifier: MIT
//
// types.MappingProxyType: a read-only view of any mapping; what a class shows as its __dict__.
#include "vm/objects/dict_views.hpp"
#include "vm/vm.hpp"

namespace ouro::vm {

Object* make_mapping_proxy(VM& vm, Value mapping) {
    MappingProxy* proxy = vm.heap.make<MappingProxy>(vm.types.mapping_proxy->root_shape);
    proxy->mapping = mapping;
    return proxy;
}

static void visit_proxy(Object* object, Visitor& visitor) { visitor.visit(static_cast<MappingProxy*>(object)->mapping); }

const NativeType mapping_proxy_type = {
    .name = "mappingproxy",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(MappingProxy),
    .flags = Type::IMMUTABLE | Type::FINAL | Type::MAPPING,
    .visit = visit_proxy,
    .members = nullptr,
    .member_count = 0,
};

} // namespace ouro::vm
