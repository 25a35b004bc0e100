// SPDX-License-Identifier: MIT
//
// The types of items: C's numbers, and characters as code points. Values that do not fit are refused in CPython's
// words, which tell what its conversions go through.
#include "stdlib/array/array.hpp"

#include "vm/model/numbers.hpp"
#include "vm/text/utf8.hpp"
#include "vm/values/float.hpp"
#include "vm/values/int.hpp"

#include <cmath>
#include <cstring>
#include <limits>

namespace ouro::stdlib {

using namespace ouro::vm;

namespace {

template <class T>
T read(const char* from) {
    T value;
    std::memcpy(&value, from, sizeof(T));
    return value;
}

template <class T>
void write(char* to, T value) {
    std::memcpy(to, &value, sizeof(T));
}

// --- Integers ------------------------------------------------------------------------------------------------------

template <class T>
Result<Value> load_integer(VM& vm, const char* from) {
    T value = read<T>(from);
    if constexpr (sizeof(T) < sizeof(int64_t))
        return Value::small_int(value);
    else if constexpr (std::is_signed_v<T>)
        return make_int(vm, value);
    else
        return make_int_unsigned(vm, value);
}

struct Range {
    int64_t least, most;
    const char* name;
};

Result<void> check_range(VM& vm, int64_t value, const Range& range) {
    if (value < range.least)
        return vm.overflow_error("{} is less than minimum", range.name);
    if (value > range.most)
        return vm.overflow_error("{} is greater than maximum", range.name);
    return {};
}

constexpr Range SHORT = {INT16_MIN, INT16_MAX, "signed short integer"};
constexpr Range LONG = {INT64_MIN, INT64_MAX, ""};
constexpr Range INT = {INT32_MIN, INT32_MAX, "signed integer"};

Result<Value> integer(VM& vm, Value value) { return value.is_small_int() ? Result<Value>(value) : index(vm, value); }

// Small types are converted by way of a larger one, whose range is checked first.
template <class T>
Result<void> store_small(VM& vm, char* to, Value value, const Range& by_way, const char* name) {
    auto number = to_int64(TRY(integer(vm, value)));
    if (!number)
        return vm.overflow_error("Python int too large to convert to C long");
    TRY(check_range(vm, *number, by_way));
    TRY(check_range(vm, *number, {std::numeric_limits<T>::min(), std::numeric_limits<T>::max(), name}));
    write(to, T(*number));
    return {};
}

Result<void> store_int8(VM& vm, char* to, Value value) {
    return store_small<int8_t>(vm, to, value, SHORT, "signed char");
}
Result<void> store_uint8(VM& vm, char* to, Value value) {
    return store_small<uint8_t>(vm, to, value, LONG, "unsigned byte integer");
}
Result<void> store_int16(VM& vm, char* to, Value value) {
    return store_small<int16_t>(vm, to, value, SHORT, SHORT.name);
}
Result<void> store_uint16(VM& vm, char* to, Value value) {
    return store_small<uint16_t>(vm, to, value, INT, "unsigned short");
}
Result<void> store_int32(VM& vm, char* to, Value value) { return store_small<int32_t>(vm, to, value, INT, INT.name); }

Result<void> store_signed(VM& vm, char* to, Value value, const char* too_large) {
    auto number = to_int64(TRY(integer(vm, value)));
    if (!number)
        return vm.overflow_error("{}", too_large);
    write(to, *number);
    return {};
}

Result<uint64_t> unsigned_number(VM& vm, Value value, const char* negative, const char* too_large) {
    Value number = TRY(integer(vm, value));
    if (auto small = to_int64(number)) {
        if (*small < 0)
            return vm.overflow_error("{}", negative);
        return uint64_t(*small);
    }
    BigInt* big = as<BigInt>(number);
    if (big->negative())
        return vm.overflow_error("{}", negative);
    if (big->limb_count() > 1)
        return vm.overflow_error("{}", too_large);
    return big->limbs()[0];
}

constexpr const char* NEGATIVE = "can't convert negative value to unsigned int";
constexpr const char* ABOVE_LONG = "Python int too large to convert to C long";
constexpr const char* ABOVE_UNSIGNED_LONG = "Python int too large to convert to C unsigned long";
constexpr const char* TOO_BIG = "int too big to convert";

Result<void> store_uint32(VM& vm, char* to, Value value) {
    uint64_t number = TRY(unsigned_number(vm, value, NEGATIVE, ABOVE_UNSIGNED_LONG));
    if (number > UINT32_MAX)
        return vm.overflow_error("unsigned int is greater than maximum");
    write(to, uint32_t(number));
    return {};
}
Result<void> store_long(VM& vm, char* to, Value value) { return store_signed(vm, to, value, ABOVE_LONG); }
Result<void> store_int64(VM& vm, char* to, Value value) { return store_signed(vm, to, value, TOO_BIG); }
Result<void> store_unsigned_long(VM& vm, char* to, Value value) {
    write(to, TRY(unsigned_number(vm, value, NEGATIVE, ABOVE_UNSIGNED_LONG)));
    return {};
}
Result<void> store_uint64(VM& vm, char* to, Value value) {
    write(to, TRY(unsigned_number(vm, value, "can't convert negative int to unsigned", TOO_BIG)));
    return {};
}

// --- Floats --------------------------------------------------------------------------------------------------------

template <class T>
Result<Value> load_float(VM& vm, const char* from) {
    double number = double(read<T>(from));
    return std::isnan(number) ? fresh_nan(vm, std::signbit(number)) : Value::number(number);
}

template <class T>
Result<void> store_float(VM& vm, char* to, Value value) {
    double number = value.is_double() ? value.number() : TRY(to_double(vm, value));
    write(to, T(number)); // infinite where a float has no room
    return {};
}

// --- Characters ----------------------------------------------------------------------------------------------------

Result<Value> load_character(VM& vm, const char* from) {
    auto code_point = read<uint32_t>(from);
    if (code_point > MAX_CODE_POINT)
        return vm.value_error("chr() arg not in range(0x110000)");
    return make_char(vm, code_point);
}

Result<Value> load_wide_character(VM& vm, const char* from) {
    auto code_point = read<uint32_t>(from);
    if (code_point > MAX_CODE_POINT)
        return vm.value_error("character U+{:x} is not in range [U+0000; U+10ffff]", code_point);
    return make_char(vm, code_point);
}

Result<void> store_character(VM& vm, char* to, Value value) {
    Str* text = as<Str>(value);
    if (!text)
        return vm.type_error("array item must be a unicode character, not {}", vm.type_name(value));
    if (text->length != 1)
        return vm.type_error("array item must be a unicode character, not a string of length {}", text->length);
    write(to, uint32_t(str_code_point_at(vm, text, 0)));
    return {};
}

constexpr ItemType ITEM_TYPES[] = {
    {'b', 1, 1, "b", load_integer<int8_t>, store_int8},
    {'B', 1, 0, "B", load_integer<uint8_t>, store_uint8},
    {'u', 4, 20, "u", load_wide_character, store_character},
    {'w', 4, 20, "w", load_character, store_character},
    {'h', 2, 4, "h", load_integer<int16_t>, store_int16},
    {'H', 2, 2, "H", load_integer<uint16_t>, store_uint16},
    {'i', 4, 8, "i", load_integer<int32_t>, store_int32},
    {'I', 4, 6, "I", load_integer<uint32_t>, store_uint32},
    {'l', 8, 12, "l", load_integer<int64_t>, store_long},
    {'L', 8, 10, "L", load_integer<uint64_t>, store_unsigned_long},
    {'q', 8, 12, "q", load_integer<int64_t>, store_int64},
    {'Q', 8, 10, "Q", load_integer<uint64_t>, store_uint64},
    {'f', 4, 14, "f", load_float<float>, store_float<float>},
    {'d', 8, 16, "d", load_float<double>, store_float<double>},
};

} // namespace

const ItemType* find_item_type(char32_t code) {
    for (const ItemType& type : ITEM_TYPES) {
        if (char32_t(type.code) == code)
            return &type;
    }
    return nullptr;
}

const ItemType* find_integer_type(size_t size, bool is_signed) {
    constexpr std::string_view SIGNED = "bhilq", UNSIGNED = "BHILQ";
    for (char code : is_signed ? SIGNED : UNSIGNED) {
        const ItemType* type = find_item_type(char32_t(code));
        if (type->size == size)
            return type;
    }
    return nullptr;
}

} // namespace ouro::stdlib
