// SPDX-License-Identifier: MIT
//
// NativeType: types described at run time, and the hooks for buffers and weak references.
#include "vm/model/buffer.hpp"
#include "vm/model/core.hpp"
#include "vm/weak_references.hpp"

#include <catch2/catch.hpp>

using namespace ouro::vm;

namespace {

struct Point : Object {
    int64_t x;
    Value tag;
};

int64_t point_double(VM&, Value self) {
    return static_cast<Point*>(self.object())->x * 2;
}
void visit_point(Object* object, Visitor& visitor) {
    visitor.visit(static_cast<Point*>(object)->tag);
}

const NativeType& describe_point(VM& vm) {
    auto type = std::make_unique<OwnedNativeType>();
    type->name = "host.Point";
    type->doc = "made at run time";
    type->members = {fn<point_double>("double(self, /)")};
    type->description = {.name = nullptr,
                         .base = nullptr,
                         .kind = Kind::Native,
                         .size = sizeof(Point),
                         .flags = Type::WEAKLY_REFERENCEABLE,
                         .visit = visit_point,
                         .members = nullptr,
                         .member_count = 0};
    return vm.add_native_type(std::move(type));
}

// A reference such as stdlib/weakref makes; its type does not matter to the table.
WeakReference* refer_to(VM& vm, const NativeType& point, Object* target) {
    static_assert(sizeof(WeakReference) > sizeof(Point));
    auto* reference = vm.heap.make<WeakReference>(vm.native(point)->root_shape);
    reference->target = target;
    vm.weak_references->add(*reference, nullptr);
    return reference;
}

__attribute__((noinline)) WeakReference* refer_to_garbage(VM& vm, const NativeType& point) {
    return refer_to(vm, point, allocate_instance(vm, vm.native(point)));
}

} // namespace

TEST_CASE("a type that is described at run time is a type like any other") {
    VM vm;
    Type* type = vm.native(describe_point(vm));
    CHECK(type->name->view() == "Point");
    auto* point = static_cast<Point*>(allocate_instance(vm, type));
    point->x = 21;
    point->tag = make_short_str(vm, "a str that only the point holds");
    vm.heap.collect(true);
    CHECK(as<Str>(point->tag)->view() == "a str that only the point holds");
    auto result = call_method(vm, point, "double", {});
    REQUIRE_FALSE(result.is_error());
    CHECK(result.release().small_int() == 42);
    CHECK(as<Str>(get_attribute(vm, type, "__module__").release())->view() == "host");
    CHECK(as<Str>(get_attribute(vm, type, "__doc__").release())->view() == "made at run time");
}

TEST_CASE("the collection that finds a referent dead clears the references to it") {
    VM vm;
    const NativeType& point = describe_point(vm);
    vm.weak_references = std::make_unique<WeakReferences>(vm);
    Root living(vm.heap, allocate_instance(vm, vm.native(point)));
    Root first(vm.heap, refer_to(vm, point, living.value.object()));
    Root second(vm.heap, refer_to_garbage(vm, point));
    for (bool full : {false, true})
        vm.heap.collect(full);
    auto* to_living = static_cast<WeakReference*>(first.value.object());
    CHECK(to_living->target == living.value.object());
    CHECK(vm.weak_references->first(living.value.object()) == to_living);
    CHECK(static_cast<WeakReference*>(second.value.object())->target == nullptr);
    vm.weak_references->forget(*to_living);
    CHECK(vm.weak_references->is_empty());
}

TEST_CASE("bytes serve a read-only buffer, other objects none") {
    VM vm;
    Root bytes(vm.heap, make_bytes(vm, "octets").release());
    auto buffer = Buffer::of(vm, bytes.value);
    REQUIRE_FALSE(buffer.is_error());
    Buffer held = buffer.release();
    CHECK(held.view.octets() == "octets");
    CHECK(held.view.readonly);
    CHECK(Buffer::of(vm, Value::small_int(1)).is_error());
    CHECK(Buffer::writable(vm, bytes.value, "argument").is_error());
    CHECK_FALSE(is_bytes_like(vm, make_list(vm)));
}
