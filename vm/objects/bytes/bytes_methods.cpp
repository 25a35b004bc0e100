// SPDX-License-Identifier: MIT
//
// bytes as a sequence and a value: construction, comparison, +, *, indexing, slicing; padding, translate, hex.
#include "vm/model/buffer.hpp"
#include "vm/objects/codecs/codec.hpp"
#include "vm/objects/bytes/bytes_members.hpp"
#include "vm/model/range.hpp"
#include "vm/model/sequence.hpp"
#include "vm/objects/str/str_members.hpp"
#include "vm/values/text_builder.hpp"
#include "vm/model/core.hpp"

#include <algorithm>
#include <bitset>

namespace ouro::vm {

// --- Construction --------------------------------------------------------------------------------------------------

static Result<Bytes*> bytes_from_iterable(VM& vm, Value iterable) {
    TextBuilder out(vm);
    if (vm.type_of(iterable)->has(Type::HEAP)) { // hints of builtin types never fail
        Value iterator = TRY(get_iterator(vm, iterable));
        int64_t hint = TRY(length_hint(vm, iterable, 0));
        TRY(vm.heap.reserve(size_t(hint)));
        iterable = iterator;
    }
    TRY(for_each(vm, iterable, [&](Value item) -> Result<void> {
        auto octet = to_int64(TRY(index(vm, item)));
        if (!octet || *octet < 0 || *octet > 255)
            return vm.value_error("bytes must be in range(0, 256)");
        out.append(char(*octet));
        if (out.failed())
            return vm.memory_error();
        return {};
    }));
    return out.finish_bytes();
}

static Result<Bytes*> zero_bytes(VM& vm, Value count) {
    int64_t length;
    if (auto fits = to_int64(TRY(index(vm, count))))
        length = *fits;
    else
        return vm.overflow_error("cannot fit '{}' into an index-sized integer", vm.type_name(count));
    if (length < 0)
        return vm.value_error("negative count");
    Bytes* bytes = TRY(make_bytes_uninitialized(vm, size_t(length)));
    memset(bytes->data(), 0, size_t(length));
    return bytes;
}

static Result<Bytes*> bytes_from_object(VM& vm, Value source) {
    if (Bytes* bytes = as<Bytes>(source); bytes && bytes->is_exact())
        return bytes;
    Value made = TRY(call_special(vm, source, Special::Bytes));
    if (made) {
        if (Bytes* bytes = as<Bytes>(made))
            return bytes;
        return vm.type_error("__bytes__ returned non-bytes (type {})", vm.type_name(made));
    }
    if (as<Str>(source))
        return vm.type_error("string argument without an encoding");
    Type* type = vm.type_of(source);
    if (is_int(source) || type->special(vm, Special::Index)) {
        auto zeros = zero_bytes(vm, source);
        if (!zeros.is_error() || !is_exception_of(zeros.exception(), vm, ExceptionId::TypeError))
            return zeros;
    }
    if (!type->special(vm, Special::Iter) && !type->special(vm, Special::GetItem))
        return vm.type_error("cannot convert '{}' object to bytes", vm.type_name(source));
    return bytes_from_iterable(vm, source);
}

static Result<Bytes*> octets_for_new(VM& vm, Value source, Value encoding, Value errors) {
    for (Value option : {encoding, errors}) {
        if (!option.is_empty() && !as<Str>(option))
            return vm.type_error("bytes() argument '{}' must be str, not {}",
                                 option == encoding ? "encoding" : "errors", vm.type_name(option));
    }
    Str* text = as<Str>(source);
    if (!encoding.is_empty() && text)
        return encode_text(vm, *text, as<Str>(encoding)->view(), errors ? as<Str>(errors)->view() : "strict");
    if (!encoding.is_empty())
        return vm.type_error("encoding without a string argument");
    if (!errors.is_empty() && text)
        return vm.type_error("string argument without an encoding");
    if (!errors.is_empty())
        return vm.type_error("errors without a string argument");
    return source.is_empty() ? make_bytes(vm, {}) : bytes_from_object(vm, source);
}

// The octets as an instance of `type`, which is bytes or derives from it.
static Result<Value> instance_of(VM& vm, Type& type, Bytes* octets) {
    if (&type == vm.types.bytes)
        return octets;
    TRY(vm.heap.reserve(octets->length));
    auto* instance = static_cast<Bytes*>(allocate_variable_instance(vm, &type, sizeof(Bytes) + octets->length + 1));
    instance->length = octets->length;
    memcpy(instance->data(), octets->data(), octets->length);
    return instance;
}

// bytes(source=b'', encoding, errors). Library Reference, "Bytes Objects".
Result<Value> bytes_new(VM& vm, Type* type, Value source, Value encoding, Value errors) {
    Bytes* octets = TRY(octets_for_new(vm, source, encoding, errors));
    return instance_of(vm, *type, octets);
}

// --- Value ---------------------------------------------------------------------------------------------------------

int64_t bytes_dunder_hash(Bytes& self) {
    if (!self.aux)
        self.aux = hash_bytes(self.view());
    return self.aux;
}

int64_t bytes_dunder_len(Bytes& self) { return int64_t(self.length); }

Result<Bytes*> bytes_dunder_bytes(VM& vm, Bytes& self) { return bytes_exact(vm, self); }

Result<Tuple*> bytes_getnewargs(VM& vm, Bytes& self) { return make_tuple(vm, {TRY(bytes_exact(vm, self))}); }

int64_t bytes_sizeof(Bytes& self) { return int64_t(sizeof(Bytes) + self.length + 1); }

template <class Compare>
static Value compare_octets(Bytes& self, Value other, Compare compare) {
    Bytes* octets = as<Bytes>(other);
    return octets ? Value::boolean(compare(self.view(), octets->view())) : Value::not_implemented();
}

// string_view compares as unsigned char, as bytes do.
Value bytes_eq(Bytes& self, Value other) { return compare_octets(self, other, std::equal_to<std::string_view>()); }
Value bytes_ne(Bytes& self, Value other) { return compare_octets(self, other, std::not_equal_to<std::string_view>()); }
Value bytes_lt(Bytes& self, Value other) { return compare_octets(self, other, std::less<std::string_view>()); }
Value bytes_le(Bytes& self, Value other) { return compare_octets(self, other, std::less_equal<std::string_view>()); }
Value bytes_gt(Bytes& self, Value other) { return compare_octets(self, other, std::greater<std::string_view>()); }
Value bytes_ge(Bytes& self, Value other) { return compare_octets(self, other, std::greater_equal<std::string_view>()); }

Result<Value> bytes_add(VM& vm, Bytes& self, Value other) {
    Bytes* octets = TRY(served_bytes_or_null(vm, other));
    if (!octets)
        return vm.type_error("can't concat {} to bytes", vm.type_name(other));
    if (octets->length == 0 && self.is_exact())
        return &self;
    if (self.length == 0 && octets->is_exact())
        return octets;
    Bytes* result = TRY(make_bytes_uninitialized(vm, self.length + octets->length));
    memcpy(result->data(), self.data(), self.length);
    memcpy(result->data() + self.length, octets->data(), octets->length);
    return result;
}

Result<Value> bytes_mul(VM& vm, Bytes& self, Value other) {
    size_t count = size_t(TRY(repeat_count(vm, other)));
    if (count == 1)
        return TRY(bytes_exact(vm, self));
    if (self.length && count > size_t(INT64_MAX) / self.length)
        return vm.overflow_error("repeated bytes are too long");
    Bytes* result = TRY(make_bytes_uninitialized(vm, self.length * count));
    fill_repeated(result->data(), self.view(), result->length);
    return result;
}

// --- Indexing and slicing ------------------------------------------------------------------------------------------

static Result<Value> octet_at(VM& vm, Bytes& self, int64_t index) {
    if (index < 0)
        index += int64_t(self.length);
    if (index < 0 || index >= int64_t(self.length))
        return vm.index_error("index out of range");
    return Value::small_int(uint8_t(self.data()[index]));
}

Result<Value> bytes_getitem(VM& vm, Bytes& self, Value key) {
    if (key.is_small_int())
        return octet_at(vm, self, key.small_int());
    if (Slice* slice = as<Slice>(key)) {
        SliceIndices indices = TRY(slice_indices(vm, *slice, int64_t(self.length)));
        if (indices.step == 1)
            return TRY(bytes_part(vm, self, size_t(indices.start), size_t(indices.start + indices.length)));
        Bytes* result = TRY(make_bytes_uninitialized(vm, size_t(indices.length)));
        for (int64_t i = 0; i < indices.length; i++)
            result->data()[i] = self.data()[indices.start + i * indices.step];
        return result;
    }
    if (!is_int(key) && !vm.type_of(key)->special(vm, Special::Index))
        return vm.type_error("byte indices must be integers or slices, not {}", vm.type_name(key));
    return octet_at(vm, self, TRY(index_int64(vm, key)));
}

// --- Padding -------------------------------------------------------------------------------------------------------

static Result<Bytes*> pad(VM& vm, Bytes& self, size_t left, size_t right, char fill) {
    if (left + right == 0)
        return bytes_exact(vm, self);
    Bytes* result = TRY(make_bytes_uninitialized(vm, self.length + left + right));
    memset(result->data(), fill, left);
    memcpy(result->data() + left, self.data(), self.length);
    memset(result->data() + left + self.length, fill, right);
    return result;
}

static Result<char> fill_octet(VM& vm, Value fill, const char* name) {
    Bytes* octets = as<Bytes>(fill);
    if (!fill.is_empty() && (!octets || octets->length != 1))
        return vm.type_error("{}() argument 2 must be a byte string of length 1, not {}", name, vm.type_name(fill));
    return octets ? octets->data()[0] : ' ';
}

static size_t missing(Bytes& self, int64_t width) {
    return width > int64_t(self.length) ? size_t(width) - self.length : 0;
}

Result<Bytes*> bytes_ljust(VM& vm, Bytes& self, int64_t width, Value fill) {
    char octet = TRY(fill_octet(vm, fill, "ljust"));
    return pad(vm, self, 0, missing(self, width), octet);
}

Result<Bytes*> bytes_rjust(VM& vm, Bytes& self, int64_t width, Value fill) {
    char octet = TRY(fill_octet(vm, fill, "rjust"));
    return pad(vm, self, missing(self, width), 0, octet);
}

Result<Bytes*> bytes_center(VM& vm, Bytes& self, int64_t width, Value fill) {
    char octet = TRY(fill_octet(vm, fill, "center"));
    size_t total = missing(self, width);
    size_t left = total / 2 + (total & size_t(width) & 1); // CPython's choice of the side that gets the odd one
    return pad(vm, self, left, total - left, octet);
}

Result<Bytes*> bytes_zfill(VM& vm, Bytes& self, int64_t width) {
    size_t zeros = missing(self, width);
    Bytes* padded = TRY(pad(vm, self, zeros, 0, '0'));
    if (zeros > 0 && self.length > 0 && (self.data()[0] == '+' || self.data()[0] == '-'))
        std::swap(padded->data()[0], padded->data()[zeros]); // nobody else has seen the new bytes yet
    return padded;
}

Result<Bytes*> bytes_expandtabs(VM& vm, Bytes& self, int64_t tab_size) {
    if (tab_size > INT32_MAX || tab_size < INT32_MIN)
        return vm.overflow_error("Python int too large to convert to C int");
    TextBuilder out(vm);
    size_t column = 0;
    for (char c : self.view()) {
        if (c == '\t') {
            size_t spaces = tab_size > 0 ? size_t(tab_size) - column % size_t(tab_size) : 0;
            out.append(spaces, ' ');
            column += spaces;
        } else {
            out.append(c);
            column = c == '\n' || c == '\r' ? 0 : column + 1;
        }
    }
    return out.finish_bytes();
}

// --- translate, decode, hex ----------------------------------------------------------------------------------------

Result<Bytes*> bytes_translate(VM& vm, Bytes& self, Value table, Value dropped) {
    Bytes* map = table.is_none() ? nullptr : TRY(bytes_like(vm, table));
    if (map && map->length != 256)
        return vm.value_error("translation table must be 256 characters long");
    std::bitset<256> drop;
    if (!dropped.is_empty()) {
        for (char octet : TRY(bytes_like(vm, dropped))->view())
            drop.set(uint8_t(octet));
    }
    size_t kept = size_t(std::ranges::count_if(self.view(), [&](char octet) { return !drop[uint8_t(octet)]; }));
    Bytes* result = TRY(make_bytes_uninitialized(vm, kept));
    char* out = result->data();
    for (char octet : self.view()) {
        if (!drop[uint8_t(octet)])
            *out++ = map ? map->data()[uint8_t(octet)] : octet;
    }
    return result;
}

Result<Bytes*> bytes_maketrans(VM& vm, Value from, Value to) {
    Bytes *old = TRY(bytes_like(vm, from)), *fresh = TRY(bytes_like(vm, to));
    if (old->length != fresh->length)
        return vm.value_error("maketrans arguments must have same length");
    Bytes* table = TRY(make_bytes_uninitialized(vm, 256));
    for (unsigned i = 0; i < 256; i++)
        table->data()[i] = char(i);
    for (size_t i = 0; i < old->length; i++)
        table->data()[uint8_t(old->data()[i])] = fresh->data()[i];
    return table;
}

Result<Str*> bytes_decode(VM& vm, Bytes& self, std::string_view encoding, std::string_view errors) {
    return decode_bytes(vm, self, encoding, errors);
}

static int hex_digit(char c) {
    if (uint8_t(c - '0') < 10)
        return c - '0';
    char lower = char(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

Result<Value> bytes_fromhex(VM& vm, Type& type, Str& text) {
    std::string_view digits = text.view();
    Bytes* result = TRY(make_bytes_uninitialized(vm, digits.size() / 2));
    size_t length = 0;
    for (size_t i = 0; i < digits.size();) {
        if (digits[i] == ' ' || uint8_t(digits[i] - 9) < 5) {
            i++;
            continue;
        }
        int high = hex_digit(digits[i]), low = i + 1 < digits.size() ? hex_digit(digits[i + 1]) : -1;
        if (high < 0 || low < 0) {
            size_t at = str_index_of_byte(vm, &text, high < 0 ? i : i + 1);
            return vm.value_error("non-hexadecimal number found in fromhex() arg at position {}", at);
        }
        result->data()[length++] = char(high * 16 + low);
        i += 2;
    }
    Bytes* octets = TRY(bytes_part(vm, *result, 0, length));
    if (&type == vm.types.bytes)
        return octets;
    return call(vm, &type, {octets});
}

// The separator of hex(): one ASCII character given as str or bytes; 0 when there is none.
static Result<char> hex_separator(VM& vm, Value separator) {
    if (separator.is_empty())
        return '\0';
    if (TRY(length(vm, separator)) != 1)
        return vm.value_error("sep must be length 1.");
    Str* text = as<Str>(separator);
    Bytes* octets = as<Bytes>(separator);
    if (!text && !octets)
        return vm.type_error("sep must be str or bytes.");
    char character = text ? text->data()[0] : octets->data()[0];
    if (character & 0x80)
        return vm.value_error("sep must be ASCII.");
    return character;
}

// Groups are counted from the right when `group` is positive, from the left when it is negative.
Result<Str*> bytes_hex(VM& vm, Bytes& self, Value separator, int64_t group) {
    static constexpr char HEX_DIGITS[] = "0123456789abcdef";
    char between = TRY(hex_separator(vm, separator));
    if (group > INT32_MAX || group < -INT32_MAX)
        return vm.overflow_error("Python int too large to convert to C int");
    size_t size = between ? size_t(group < 0 ? -group : group) : 0;
    size_t separators = size && self.length ? (self.length - 1) / size : 0;
    char* out;
    Str* result = TRY(make_ascii_str(vm, self.length * 2 + separators, out));
    for (size_t i = 0; i < self.length; i++) {
        if (size && i > 0 && (group > 0 ? (self.length - i) % size == 0 : i % size == 0))
            *out++ = between;
        *out++ = HEX_DIGITS[uint8_t(self.data()[i]) >> 4];
        *out++ = HEX_DIGITS[self.data()[i] & 15];
    }
    return result;
}

Result<Str*> bytes_dunder_repr(VM& vm, Bytes& self) {
    if (self.length > 1024)
        TRY(str_reserve(vm, self.length * 4));
    return make_str(vm, bytes_repr(self.view()));
}

} // namespace ouro::vm
