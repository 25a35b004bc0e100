// SPDX-License-Identifier: MIT
//
// The helpers of sequence.hpp that need not be inline.
#include "vm/model/sequence.hpp"
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

// Does the operand's class say something of its own about this operator, in script? Such a class is asked before the
// sequence gives up; builtin types never know what to do with a sequence.
static bool has_script_special(VM& vm, Value operand, Special special) {
    Value method = vm.type_of(operand)->special(vm, special);
    return !method.is_empty() && as<NativeFunction>(method) == nullptr;
}

Result<std::optional<int64_t>> repeat_count(VM& vm, Value value) {
    if (value.is_small_int())
        return std::optional<int64_t>(std::max<int64_t>(value.small_int(), 0));
    if (has_script_special(vm, value, Special::RMul))
        return std::optional<int64_t>();
    if (!is_int(value) && vm.type_of(value)->special(vm, Special::Index).is_empty())
        return vm.type_error("can't multiply sequence by non-int of type '{}'", vm.type_name(value));
    Value count = TRY(index(vm, value));
    auto exact = to_int64(count);
    if (!exact)
        return vm.overflow_error("cannot fit '{}' into an index-sized integer", vm.type_name(value));
    return std::optional<int64_t>(std::max<int64_t>(*exact, 0));
}

Result<Value> refuse_concatenation(VM& vm, const char* type, Value other) {
    if (has_script_special(vm, other, Special::RAdd))
        return Value::not_implemented();
    return vm.type_error("can only concatenate {} (not \"{}\") to {}", type, vm.type_name(other), type);
}

Result<Type*> class_argument(VM& vm, Value cls, Type* base) {
    Type* type = as<Type>(cls);
    std::string_view name = error_name(base);
    if (!type)
        return vm.type_error("{}.__new__(X): X is not a type object ({})", name, vm.type_name(cls));
    if (!type->is_subtype_of(base))
        return vm.type_error("{}.__new__({}): {} is not a subtype of {}", name, error_name(type), error_name(type),
                             name);
    return type;
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
