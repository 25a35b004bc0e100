// SPDX-License-Identifier: MIT
//
// Tuples with named fields: construction and repr.
#include "stdlib/sys/struct_sequence.hpp"

namespace ouro::stdlib {

using namespace vm;

void visit_sequence(Object* object, Visitor& visitor) {
    auto* sequence = static_cast<Tuple*>(object);
    visitor.visit(sequence->items(), sequence->size());
}

Tuple* make_struct_sequence(VM& vm, const NativeType& native, std::initializer_list<Value> items, size_t hidden) {
    Type* type = vm.native(native);
    auto* result = vm.heap.make<Tuple>(type->root_shape, sizeof(Tuple) + items.size() * sizeof(Value));
    result->flags |= Object::SUBCLASS;
    result->aux = uint32_t(items.size() - hidden);
    std::copy(items.begin(), items.end(), result->items());
    Heap::barrier(result);
    return result;
}

// time.struct_time(tm_year=1970, tm_mon=1, ...)
Result<Value> sequence_repr(VM& vm, Tuple& self) {
    const NativeType& native = *self.type()->native;
    std::string text = std::string(native.name) + "(";
    size_t index = 0;
    for (size_t i = 0; i < native.member_count && index < self.size(); i++) {
        const NativeDef& member = native.members[i];
        if (member.type != NativeDef::Type::Getter)
            continue;
        text += fmt::format("{}{}={}", index ? ", " : "", member.name(), TRY(repr(vm, self[index]))->view());
        index++;
    }
    return TRY(make_str(vm, text + ")"));
}

} // namespace ouro::stdlib
