// SPDX-License-Identifier: MIT
//
// __float__, __int__ and __index__ of any value.
#include "vm/model/buffer.hpp"
#include "vm/model/numbers.hpp"

#include "vm/model/core.hpp"
#include "vm/model/deprecation.hpp"
#include "vm/values/float.hpp"

namespace ouro::vm {

// What __float__ gave.
static Result<double> checked_float(VM& vm, Value value, Value result) {
    if (!is_float(result))
        return vm.type_error("{}.__float__ returned non-float (type {})", vm.type_name(value), vm.type_name(result));
    if (vm.type_of(result) != vm.types.float_)
        TRY(warn_deprecated(vm, fmt::format("{}.__float__ returned non-float (type {}).  The ability to return an "
                                            "instance of a strict subclass of float is deprecated, and may be removed "
                                            "in a future version of Python.",
                                            vm.type_name(value), vm.type_name(result))));
    return float_number(result);
}

Result<Value> checked_int(VM& vm, Value result, const char* method) {
    if (result.is_small_int())
        return result;
    if (!is_int(result))
        return vm.type_error("{} returned non-int (type {})", method, vm.type_name(result));
    if (vm.type_of(result) != vm.types.int_)
        TRY(warn_deprecated(vm, fmt::format("{} returned non-int (type {}).  The ability to return an instance of a "
                                            "strict subclass of int is deprecated, and may be removed in a future "
                                            "version of Python.",
                                            method, vm.type_name(result))));
    return int_exact(vm, result);
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
        if (!result.is_empty())
            return int_to_double(vm, TRY(checked_int(vm, result, "__index__")));
    }
    if (value.is_bool())
        return double(value.is_true());
    return vm.type_error("must be real number, not {}", vm.type_name(value));
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
    if (as<Float>(value) && vm.type_of(value)->has(Type::HEAP)) // to_double takes the number of any float as it is
        return checked_float(vm, value, TRY(call_special(vm, value, Special::Float)));
    if (is_number)
        return to_double(vm, value);
    if (Str* text = as<Str>(value))
        return float_from_text(vm, text->view());
    if (Bytes* bytes = TRY(served_bytes_or_null(vm, value))) {
        auto number = float_from_bytes_text(vm, bytes->view());
        bool is_wrong = number.is_error() && is_exception_of(number.exception(), vm, ExceptionId::ValueError);
        if (is_wrong && !as<Bytes>(value))
            return vm.value_error("could not convert string to float: {}", repr_text(vm, value));
        return number;
    }
    return vm.type_error("float() argument must be a string or a real number, not '{}'", vm.type_name(value));
}

} // namespace ouro::vm
