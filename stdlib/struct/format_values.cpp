// SPDX-License-Identifier: MIT
//
// Values of module struct to octets and back.
#include "stdlib/struct/format.hpp"

#include "vm/model/buffer.hpp"
#include "vm/model/numbers.hpp"
#include "vm/model/octets.hpp"
#include "vm/values/float.hpp"

#include <bit>
#include <cmath>
#include <cstring>

namespace ouro::stdlib {

using namespace ouro::vm;

namespace {

// --- Integers ------------------------------------------------------------------------------------------------------

void store_integer(char* to, uint64_t bits, const FormatItem& item) {
    for (uint32_t i = 0; i < item.size; i++, bits >>= 8)
        to[item.big_endian ? item.size - 1 - i : i] = char(bits);
}

uint64_t load_integer(const char* from, const FormatItem& item) {
    uint64_t bits = 0;
    for (uint32_t i = 0; i < item.size; i++)
        bits = bits << 8 | uint8_t(from[item.big_endian ? i : item.size - 1 - i]);
    return bits;
}

bool is_signed(char code) {
    return code >= 'a';
}

Raised range_error(VM& vm, const FormatItem& item) {
    unsigned bits = item.size * 8;
    if (item.code == 'P')
        return struct_error(vm, "int too large to convert");
    if (!is_signed(item.code))
        return struct_error(
            vm, fmt::format("'{}' format requires 0 <= number <= {}", item.code, UINT64_MAX >> (64 - bits)));
    int64_t most = int64_t(UINT64_MAX >> (65 - bits));
    return struct_error(vm, fmt::format("'{}' format requires {} <= number <= {}", item.code, -most - 1, most));
}

Result<Value> integer_argument(VM& vm, Value value) {
    if (is_int(value))
        return value;
    if (!vm.type_of(value)->special(vm, Special::Index))
        return struct_error(vm, "required argument is not an integer");
    return index(vm, value);
}

// The value's two's complement where it fits the item.
Result<uint64_t> integer_bits(VM& vm, Value value, const FormatItem& item) {
    Value integer = TRY(integer_argument(vm, value));
    bool takes_signed = is_signed(item.code) || item.code == 'P';
    bool takes_unsigned = !is_signed(item.code);
    unsigned bits = item.size * 8;
    if (std::optional<int64_t> number = to_int64(integer)) {
        if (*number >= 0) {
            uint64_t most = UINT64_MAX >> (64 - bits + !takes_unsigned);
            return uint64_t(*number) <= most ? Result<uint64_t>(uint64_t(*number)) : range_error(vm, item);
        }
        bool fits = takes_signed && *number >= -int64_t(UINT64_MAX >> (65 - bits)) - 1;
        return fits ? Result<uint64_t>(uint64_t(*number)) : range_error(vm, item);
    }
    BigInt* big = as<BigInt>(integer);
    if (takes_unsigned && bits == 64 && big && !big->negative() && big->limb_count() == 1)
        return big->limbs()[0];
    return range_error(vm, item);
}

Value integer_value(VM& vm, const char* from, const FormatItem& item) {
    uint64_t bits = load_integer(from, item);
    if (!is_signed(item.code))
        return make_int_unsigned(vm, bits);
    unsigned unused = 64 - item.size * 8;
    return make_int(vm, int64_t(bits << unused) >> unused);
}

// --- Floats --------------------------------------------------------------------------------------------------------

// The nearest half-precision number (IEEE 754 binary16), ties to even; false where it would be infinite.
bool to_half(double number, uint64_t& bits) {
    uint64_t sign = std::signbit(number) ? 0x8000 : 0;
    double magnitude = std::fabs(number);
    if (!std::isfinite(number)) {
        bits = sign | (std::isnan(number) ? 0x7e00 : 0x7c00);
        return true;
    }
    int exponent;
    std::frexp(magnitude, &exponent);
    // Of the leading bit; below -14 there are only subnormal numbers.
    exponent = magnitude == 0 ? -14 : std::max(exponent - 1, -14);
    if (exponent > 15)
        return false;
    // In units of the last place; a carry into the next power of two carries into the exponent's field as well.
    auto units = uint64_t(std::nearbyint(std::ldexp(magnitude, 10 - exponent)));
    uint64_t encoded = (uint64_t(exponent + 14) << 10) + units;
    bits = sign | encoded;
    return encoded < 0x7c00;
}

double from_half(uint64_t bits) {
    int exponent = int(bits >> 10 & 31);
    auto fraction = double(bits & 1023);
    double magnitude;
    if (exponent == 31)
        magnitude = fraction != 0 ? std::nan("") : HUGE_VAL;
    else
        magnitude = std::ldexp(exponent ? fraction + 1024 : fraction, std::max(exponent, 1) - 25);
    return bits & 0x8000 ? -magnitude : magnitude;
}

// The octets of a float; nothing where it is too large for the item.
std::optional<uint64_t> float_bits(double number, const FormatItem& item) {
    if (item.code == 'd')
        return canonical_bits(number);
    if (item.code == 'e') {
        uint64_t bits;
        return to_half(number, bits) ? std::optional(bits) : std::nullopt;
    }
    auto single = float(std::bit_cast<double>(canonical_bits(number)));
    if (!item.native && std::isinf(single) && !std::isinf(number)) // C's own float becomes infinite
        return std::nullopt;
    return std::bit_cast<uint32_t>(single);
}

Result<void> pack_float(VM& vm, Value value, const FormatItem& item, char* to) {
    auto number = to_double(vm, value);
    if (number.is_error())
        return struct_error(vm, "required argument is not a float");
    std::optional<uint64_t> bits = float_bits(number.release(), item);
    if (!bits && is_int(value))
        return struct_error(vm, "int too large to convert");
    if (!bits)
        return vm.overflow_error("float too large to pack with {} format", item.code);
    store_integer(to, *bits, item);
    return {};
}

Value float_of(VM& vm, double number) {
    return std::isnan(number) ? fresh_nan(vm, std::signbit(number)) : Value::number(number);
}

Value float_value(VM& vm, const char* from, const FormatItem& item) {
    uint64_t bits = load_integer(from, item);
    if (item.code == 'd')
        return float_of(vm, std::bit_cast<double>(bits));
    return float_of(vm, item.code == 'e' ? from_half(bits) : double(std::bit_cast<float>(uint32_t(bits))));
}

// --- Octets --------------------------------------------------------------------------------------------------------

// 's' and 'p': cut or padded with zeros, which are there already. 'p' puts the length in front, as far as an octet
// tells it.
Result<void> pack_octets(VM& vm, Value value, const FormatItem& item, char* to) {
    if (!Octets::from(value))
        return struct_error(vm, fmt::format("argument for '{}' must be a bytes object", item.code));
    Buffer buffer = TRY(Buffer::of(vm, value));
    std::string_view octets = buffer.view.octets();
    if (item.code == 's') {
        octets.copy(to, item.repeat);
    } else if (item.repeat > 0) {
        octets.copy(to + 1, item.repeat - 1);
        *to = char(std::min<uint64_t>({octets.size(), item.repeat - 1, 255}));
    }
    return {};
}

Result<Value> octets_value(VM& vm, const char* from, const FormatItem& item) {
    if (item.code == 's')
        return TRY(make_bytes(vm, {from, item.repeat}));
    uint64_t room = item.repeat ? item.repeat - 1 : 0;
    return TRY(
        make_bytes(vm, {from + (item.repeat ? 1 : 0), item.repeat ? std::min<uint64_t>(uint8_t(*from), room) : 0}));
}

// --- One value -----------------------------------------------------------------------------------------------------

} // namespace

Result<void> pack_item(VM& vm, Value value, const FormatItem& item, char* to) {
    switch (item.code) {
    case 'c': {
        Bytes* octet = as<Bytes>(value);
        if (!octet || octet->length != 1)
            return struct_error(vm, "char format requires a bytes object of length 1");
        *to = *octet->data();
        return {};
    }
    case '?':
        *to = TRY(truth(vm, value));
        return {};
    case 'e':
    case 'f':
    case 'd':
        return pack_float(vm, value, item, to);
    case 's':
    case 'p':
        return pack_octets(vm, value, item, to);
    default:
        store_integer(to, TRY(integer_bits(vm, value, item)), item);
        return {};
    }
}

Result<Value> unpack_item(VM& vm, const char* from, const FormatItem& item) {
    switch (item.code) {
    case 'c':
        return TRY(make_bytes(vm, {from, 1}));
    case '?':
        return Value::boolean(*from != 0);
    case 'e':
    case 'f':
    case 'd':
        return float_value(vm, from, item);
    case 's':
    case 'p':
        return octets_value(vm, from, item);
    default:
        return integer_value(vm, from, item);
    }
}

// How many values an item stands for, each `item.size` octets from the next.
static uint64_t value_count(const FormatItem& item) {
    return item.code == 'x' ? 0 : item.code == 's' || item.code == 'p' ? 1 : item.repeat;
}

Result<void> pack_values(VM& vm, std::string_view format, Args values, char* to) {
    FormatReader reader(format);
    FormatItem item;
    size_t used = 0;
    while (TRY(reader.next(vm, item))) {
        uint64_t count = value_count(item);
        for (uint64_t i = 0; i < count; i++)
            TRY(pack_item(vm, values[used++], item, to + item.offset + i * item.size));
    }
    return {};
}

Result<Tuple*> unpack_values(VM& vm, std::string_view format, FormatMeasure measure, const char* from) {
    TRY(vm.heap.reserve(uint64_t(measure.values) * sizeof(Value)));
    Tuple* values = make_tuple(vm, size_t(measure.values));
    FormatReader reader(format);
    FormatItem item;
    size_t used = 0;
    while (TRY(reader.next(vm, item))) {
        uint64_t count = value_count(item);
        for (uint64_t i = 0; i < count; i++) {
            Value value = TRY(unpack_item(vm, from + item.offset + i * item.size, item));
            (*values)[used++] = value;
        }
    }
    return values;
}

} // namespace ouro::stdlib
