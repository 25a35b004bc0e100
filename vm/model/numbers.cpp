// SPDX-License-Identifier: MIT
//
// __float__, __int__ and __index__ of any value.
#include "vm/model/buffer.hpp"
#include "vm/model/numbers.hpp"

#include "vm/model/core.hpp"
#include "vm/values/float.hpp"

namespace ouro::vm {

// What __float__ gave.
static Result<double> checked_float(VM& vm, Value value, Value result) {
    if (!is_float(result))
        return vm.type_error("{}.__float__ returned non-float (type {})", vm.type_name(value), vm.type_name(result));
    return float_number(result);
}

Result<double> to_double(VM& vm, Value value) {
    if (value.is_double())
        return value.number();
    if (value.is_small_int())
        return double(value.small_int());
    if (Float* boxed = as<Float>(value))
        return boxed->number;
    if (value.is_object()) {
        Value result = TRY(call_special(vm, value, Special::Float));
        if (!result.is_empty())
            return checked_float(vm, value, result);
        result = TRY(call_special(vm, value, Special::Index));
        if (!result.is_empty() && is_int(result))
            return int_to_double(vm, result);
        if (!result.is_empty())
            return vm.type_error("__index__ returned non-int (type {})", vm.type_name(result));
    }
    if (value.is_bool())
        return double(value.is_true());
    return vm.type_error("must be real number, not {}", vm.type_name(value));
}

// What __int__ or __index__ gave, as an exact int.
static Result<Value> checked_int(VM& vm, Value result, const char* method) {
    if (!is_int(result))
        return vm.type_error("{} returned non-int (type {})", method, vm.type_name(result));
    return int_exact(vm, result);
}

Result<Value> int_from_object(VM& vm, Value value) {
    if (value.is_small_int() || as_exact<BigInt>(value))
        return value;
    if (Str* text = as_exact<Str>(value))
        return int_from_text(vm, text->view(), 10);
    Value result = TRY(call_special(vm, value, Special::Int));
    if (!result.is_empty())
        return checked_int(vm, result, "__int__");
    result = TRY(call_special(vm, value, Special::Index));
    if (!result.is_empty())
        return checked_int(vm, result, "__index__");
    if (Str* text = as<Str>(value))
        return int_from_text(vm, text->view(), 10);
    if (Bytes* bytes = TRY(served_bytes_or_null(vm, value)))
        return int_from_bytes_text(vm, bytes->view(), 10);
    return vm.type_error("int() argument must be a string, a bytes-like object or a real number, not '{}'",
                         vm.type_name(value));
}

Result<double> float_from_object(VM& vm, Value value) {
    if (Str* text = as_exact<Str>(value))
        return float_from_text(vm, text->view());
    bool is_number = is_float(value) || is_int(value);
    if (!is_number) {
        Type* type = vm.type_of(value);
        is_number = !type->special(vm, Special::Float).is_empty() || !type->special(vm, Special::Index).is_empty();
    }
    if (is_number)
        return to_double(vm, value);
    if (Str* text = as<Str>(value))
        return float_from_text(vm, text->view());
    if (Bytes* bytes = TRY(served_bytes_or_null(vm, value)))
        return float_from_bytes_text(vm, bytes->view());
    return vm.type_error("float() argument must be a string or a real number, not '{}'", vm.type_name(value));
}

} // namespace ouro::vm
