// SPDX-License-Identifier: MIT
//
// What singledispatch() remembers: a function of a class, whose results are kept as long as the class lives and nothing
// is registered with an abstract class.
#include "stdlib/functools/functools.hpp"

#include "stdlib/abc/abc.hpp"
#include "stdlib/abc/class_table.hpp"
#include "vm/model/core.hpp"
#include "vm/weak_references.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

struct ClassCache : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = class_cache_type;
    ClassTable results;
    Value function;
    int64_t registrations; // at the time of the results
};

static void drop_dead_classes(const Heap& heap, Object* object) {
    static_cast<ClassCache*>(object)->results.drop_dead(heap);
}

static ClassCache* class_cache_new(VM& vm, Type* cls, Value function) {
    auto* self = static_cast<ClassCache*>(allocate_instance(vm, cls));
    self->function = function;
    weak_references(vm).add_table(self, drop_dead_classes);
    return self;
}

static Result<Value> class_cache_find(VM& vm, ClassCache& self, Value cls) {
    Type* type = as<Type>(cls);
    int64_t registrations = class_registrations(vm);
    if (self.registrations != registrations) {
        self.results.clear();
        self.registrations = registrations;
    }
    if (Value known = type ? self.results.find(type) : Value())
        return known;
    if (!type && !vm.type_of(cls)->has(Type::WEAKLY_REFERENCEABLE))
        return vm.type_error("cannot create weak reference to '{}' object", vm.type_name(cls));
    Value result = TRY(call(vm, self.function, {cls}));
    // What was found out while classes were registered is asked again.
    if (type && self.registrations == registrations)
        TRY(self.results.set(vm, &self, type, result));
    return result;
}

static void class_cache_clear(ClassCache& self) { self.results.clear(); }

static void visit_class_cache(Object* object, Visitor& visitor) {
    auto* self = static_cast<ClassCache*>(object);
    self->results.visit(visitor);
    visitor.visit(self->function);
}

static constexpr NativeDef MEMBERS[] = {
    fn<class_cache_new>("__new__(cls, function, /)"),
    fn<class_cache_find>("find(self, cls, /)"),
    fn<class_cache_clear>("clear(self, /)"),
};

constinit const NativeType class_cache_type = {
    .name = "functools._ClassCache",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(ClassCache),
    .flags = Type::FINAL,
    .visit = visit_class_cache,
    .members = MEMBERS,
    .member_count = std::size(MEMBERS),
};

} // namespace ouro::stdlib
