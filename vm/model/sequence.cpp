// SPDX-License-Identifier: MIT
//
// The helpers of sequence.hpp that need not be inline.
#include "vm/model/sequence.hpp"
#include "vm/model/bytearray.hpp"
#include "vm/model/class.hpp"

#include <algorithm>

namespace ouro::vm {

Result<size_t> sequence_position(VM& vm, Value index, size_t length, const char* type, const char* out_of_range) {
    int64_t position;
    if (index.is_small_int()) {
        position = index.small_int();
    } else {
        if (!is_int(index) && vm.type_of(index)->special(vm, Special::Index).is_empty())
            return vm.type_error("{} indices must be integers or slices, not {}", type, vm.type_name(index));
        position = TRY(index_int64(vm, index));
    }
    if (position < 0)
        position += int64_t(length);
    if (position < 0 || position >= int64_t(length))
        return vm.index_error("{}", out_of_range);
    return size_t(position);
}

Result<int64_t> search_bound(VM& vm, Value bound, size_t length) {
    if (!is_int(bound) && vm.type_of(bound)->special(vm, Special::Index).is_empty())
        return vm.type_error("slice indices must be integers or have an __index__ method");
    Value integer = TRY(index(vm, bound));
    auto exact = to_int64(integer);
    if (!exact)
        return int_compare(integer, Value::small_int(0)) < 0 ? int64_t(0) : INT64_MAX;
    return *exact < 0 ? std::max<int64_t>(*exact + int64_t(length), 0) : *exact;
}

Result<int64_t> repeat_count(VM& vm, Value value) {
    if (value.is_small_int())
        return std::max<int64_t>(value.small_int(), 0);
    auto exact = to_int64(TRY(index(vm, value)));
    if (!exact)
        return vm.overflow_error("cannot fit '{}' into an index-sized integer", vm.type_name(value));
    return std::max<int64_t>(*exact, 0);
}

static bool is_method_of_sequence(VM& vm, Value method) {
    NativeFunction* native = as<NativeFunction>(method);
    Type* owner = native ? native->owner : nullptr;
    return owner && (owner->has(Type::SEQUENCE) || owner == vm.types.str || owner == vm.types.bytes ||
                     owner->native == &bytearray_type);
}

bool yields_to_right(VM& vm, Special special, Value left, Value right) {
    if (special != Special::Add && special != Special::Mul)
        return false;
    Type *type = vm.type_of(right), *left_type = vm.type_of(left);
    if (!type->has(Type::HEAP) || type == left_type)
        return false;
    Value reflection = type->special(vm, reflected(special));
    Value own = left_type->special(vm, reflected(special));
    if (own && !as<NativeFunction>(own)) // a subclass in script with the slots of numbers
        return false;
    return reflection && !is_method_of_sequence(vm, reflection) &&
           is_method_of_sequence(vm, left_type->special(vm, special));
}

bool is_unfit_count(VM& vm, Value method, Value count) {
    return is_method_of_sequence(vm, method) && !is_int(count) && !vm.type_of(count)->special(vm, Special::Index);
}

bool has_sequence_slots(VM& vm, Value object) {
    Type* type = vm.type_of(object);
    return type->has(Type::HEAP) || type->special(vm, Special::Len) || type->special(vm, Special::Contains);
}

bool is_foreign_repeat(VM& vm, Value left, Value right) {
    return is_method_of_sequence(vm, vm.type_of(right)->special(vm, Special::RMul)) && has_sequence_slots(vm, left);
}

Raised refuse_concatenation(VM& vm, const char* type, Value other) {
    return vm.type_error("can only concatenate {} (not \"{}\") to {}", type, vm.type_name(other), type);
}

bool inherits_special(VM& vm, Type* type, Type* base, Special special) {
    return type == base || type->special(vm, special) == base->special(vm, special);
}

Result<void> refuse_keywords(VM& vm, Type* cls, Type* base, Dict& keywords) {
    if (keywords.size() && inherits_special(vm, cls, base, Special::Init))
        return vm.type_error("{}() takes no keyword arguments", error_name(base));
    return {};
}

Result<void> at_most_one_argument(VM& vm, const char* type, size_t count) {
    if (count > 1)
        return vm.type_error("{} expected at most 1 argument, got {}", type, count);
    return {};
}

} // namespace ouro::vm
