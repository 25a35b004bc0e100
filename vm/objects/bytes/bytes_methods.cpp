// SPDX-License-Identifier: MIT
//
// bytes and bytearray as sequences and values: construction, comparison, +, *, indexing, slicing; padding, translate,
// hex.
#include "vm/model/buffer.hpp"
#include "vm/objects/codecs/codec.hpp"
#include "vm/objects/bytes/bytes_members.hpp"
#include "vm/model/range.hpp"
#include "vm/model/sequence.hpp"
#include "vm/model/slice.hpp"
#include "vm/values/text_split.hpp"
#include "vm/objects/str/str_members.hpp"
#include "vm/values/text_builder.hpp"
#include "vm/model/core.hpp"

#include <algorithm>
#include <bitset>

namespace ouro::vm {

// --- Construction --------------------------------------------------------------------------------------------------

namespace {

// Hands ints on to a TextBuilder in blocks.
class OctetCollector {
public:
    OctetCollector(VM& vm, TextBuilder& out, const char* subject) : m_vm(vm), m_out(out), m_subject(subject) {}

    Result<void> add(Value item) {
        auto octet = item.is_small_int() ? item.small_int() : TRY(convert(item));
        if (octet < 0 || octet > 255) [[unlikely]]
            return m_vm.value_error("{} must be in range(0, 256)", m_subject);
        m_block[m_used++] = char(octet);
        return m_used == sizeof m_block ? flush() : Result<void>();
    }

    Result<void> flush() {
        m_out.append({m_block, m_used});
        m_used = 0;
        if (m_out.failed())
            return m_vm.memory_error();
        return {};
    }

private:
    Result<int64_t> convert(Value item) {
        static constexpr int64_t OUT_OF_RANGE = -1;
        return to_int64(TRY(index(m_vm, item))).value_or(OUT_OF_RANGE);
    }

    VM& m_vm;
    TextBuilder& m_out;
    const char* m_subject;
    size_t m_used = 0;
    char m_block[512];
};

} // namespace

Result<void> collect_octets(VM& vm, Value iterable, TextBuilder& out, const OctetErrors& errors) {
    OctetCollector collector(vm, out, errors.subject);
    if (as_exact<List>(iterable) || as_exact<Tuple>(iterable)) {
        TRY(for_each(vm, iterable, [&](Value item) { return collector.add(item); }));
        return collector.flush();
    }
    auto got = get_iterator(vm, iterable);
    if (got.is_error()) {
        if (!is_exception_of(got.exception(), vm, ExceptionId::TypeError))
            return got.error();
        return vm.type_error("{}{}{}", errors.before_type, vm.type_name(iterable), errors.behind_type);
    }
    Value iterator = got.release();
    if (vm.type_of(iterable)->has(Type::HEAP)) // hints of builtin types never fail
        TRY(vm.heap.reserve(size_t(TRY(length_hint(vm, iterable, 0)))));
    for (;;) {
        Value item = TRY(next(vm, iterator));
        if (item.is_empty())
            return collector.flush();
        TRY(collector.add(item));
    }
}

static Result<int64_t> octet_count(VM& vm, Value count) {
    auto length = to_int64(TRY(index(vm, count)));
    if (!length)
        return vm.overflow_error("cannot fit '{}' into an index-sized integer", vm.type_name(count));
    if (*length < 0)
        return vm.value_error("negative count");
    return *length;
}

static Result<Bytes*> zero_bytes(VM& vm, size_t length) {
    Bytes* bytes = TRY(make_bytes_uninitialized(vm, length));
    memset(bytes->data(), 0, length);
    return bytes;
}

Result<std::optional<int64_t>> count_for_new(VM& vm, Value source) {
    if (!is_int(source) && !vm.type_of(source)->special(vm, Special::Index))
        return std::optional<int64_t>();
    auto count = octet_count(vm, source);
    if (!count.is_error())
        return std::optional(count.release());
    if (!is_exception_of(count.exception(), vm, ExceptionId::TypeError))
        return count.error();
    return std::optional<int64_t>();
}

Result<Bytes*> encoded_source(VM& vm, const char* name, Value source, Value encoding, Value errors) {
    for (Value option : {encoding, errors}) {
        if (!option.is_empty() && !as<Str>(option))
            return vm.type_error("{}() argument '{}' must be str, not {}", name,
                                 option == encoding ? "encoding" : "errors",
                                 option.is_none() ? "None" : vm.type_name(option));
    }
    Str* text = as<Str>(source);
    if (!encoding.is_empty() && text)
        return encode_text(vm, *text, as<Str>(encoding)->view(), errors ? as<Str>(errors)->view() : "strict");
    if (!encoding.is_empty())
        return vm.type_error("encoding without a string argument");
    if (text)
        return vm.type_error("string argument without an encoding");
    if (!errors.is_empty())
        return vm.type_error("errors without a string argument");
    return static_cast<Bytes*>(nullptr);
}

static Result<Bytes*> bytes_from_object(VM& vm, Value source) {
    if (Bytes* bytes = as_exact<Bytes>(source))
        return bytes;
    Value made = TRY(call_special(vm, source, Special::Bytes));
    if (made) {
        if (Bytes* bytes = as<Bytes>(made))
            return bytes;
        return vm.type_error("__bytes__ returned non-bytes (type {})", vm.type_name(made));
    }
    TRY(encoded_source(vm, "bytes", source, Value(), Value()));
    if (auto count = TRY(count_for_new(vm, source)))
        return zero_bytes(vm, size_t(*count));
    if (is_bytes_like(vm, source))
        return make_bytes(vm, TRY(Buffer::of(vm, source)).view.octets());
    TextBuilder out(vm);
    TRY(collect_octets(vm, source, out, {"bytes", "cannot convert '", "' object to bytes"}));
    return out.finish_bytes();
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
    Bytes* octets = nullptr;
    if (!encoding.is_empty() || !errors.is_empty())
        octets = TRY(encoded_source(vm, "bytes", source, encoding, errors));
    else
        octets = source.is_empty() ? TRY(make_bytes(vm, {})) : TRY(bytes_from_object(vm, source));
    return instance_of(vm, *type, octets);
}

// --- Value ---------------------------------------------------------------------------------------------------------

int64_t bytes_dunder_hash(Bytes& self) {
    if (!self.aux)
        self.aux = hash_bytes(self.view());
    return self.aux;
}

int64_t bytes_dunder_len(Octets self) { return int64_t(self.length()); }

Result<Object*> bytes_dunder_bytes(VM& vm, Bytes& self) { return octets_whole(vm, self); }

Result<Tuple*> bytes_getnewargs(VM& vm, Bytes& self) { return make_tuple(vm, {TRY(octets_whole(vm, self))}); }

int64_t bytes_sizeof(Bytes& self) { return int64_t(sizeof(Bytes) + self.length + 1); }

// Bytes are compared with bytes, a bytearray with whatever has octets.
template <class Compare>
static Result<Value> compare_octets(VM& vm, Octets self, Value other, Compare compare) {
    if (auto octets = Octets::from(other); octets && (self.is_array() || !octets->is_array()))
        return Value::boolean(compare(self.view(), octets->view()));
    if (!self.is_array() || !is_bytes_like(vm, other))
        return Value::not_implemented();
    auto acquired = Buffer::of(vm, other);
    if (acquired.is_error())
        return Value::not_implemented();
    Buffer buffer = acquired.release();
    return Value::boolean(compare(self.view(), buffer.view.octets()));
}

// string_view compares as unsigned char, as octets do.
using Text = std::string_view;
Result<Value> bytes_eq(VM& vm, Octets self, Value other) {
    return compare_octets(vm, self, other, std::equal_to<Text>());
}
Result<Value> bytes_ne(VM& vm, Octets self, Value other) {
    return compare_octets(vm, self, other, std::not_equal_to<Text>());
}
Result<Value> bytes_lt(VM& vm, Octets self, Value other) { return compare_octets(vm, self, other, std::less<Text>()); }
Result<Value> bytes_le(VM& vm, Octets self, Value other) {
    return compare_octets(vm, self, other, std::less_equal<Text>());
}
Result<Value> bytes_gt(VM& vm, Octets self, Value other) {
    return compare_octets(vm, self, other, std::greater<Text>());
}
Result<Value> bytes_ge(VM& vm, Octets self, Value other) {
    return compare_octets(vm, self, other, std::greater_equal<Text>());
}

static Raised cannot_concatenate(VM& vm, Octets self, Value other) {
    return vm.type_error("can't concat {} to {}", vm.type_name(other), vm.type_name(self.object()));
}

Result<Value> bytes_add(VM& vm, Octets self, Value other) {
    auto acquired =
        is_bytes_like(vm, other) ? Buffer::of(vm, other) : Result<Buffer>(cannot_concatenate(vm, self, other));
    if (acquired.is_error())
        return cannot_concatenate(vm, self, other);
    Buffer buffer = acquired.release();
    std::string_view left = self.view(), right = buffer.view.octets();
    if (right.empty() && !self.is_array() && self.object()->is_exact())
        return self.object();
    if (left.empty() && !self.is_array() && as_exact<Bytes>(other))
        return other;
    NewOctets result = TRY(new_octets(vm, self, left.size() + right.size()));
    std::ranges::copy(right, std::ranges::copy(left, result.data).out);
    return result.object;
}

Result<Value> bytes_mul(VM& vm, Octets self, Value other) {
    size_t count = size_t(TRY(repeat_count(vm, other))), length = self.length();
    if (count == 1)
        return TRY(octets_whole(vm, self));
    if (length && count > size_t(INT64_MAX) / length) {
        if (self.is_array())
            return vm.memory_error();
        return vm.overflow_error("repeated bytes are too long");
    }
    NewOctets result = TRY(new_octets(vm, self, length * count));
    fill_repeated(result.data, self.view(), length * count);
    return result.object;
}

// --- Indexing and slicing ------------------------------------------------------------------------------------------

static Result<Value> octet_at(VM& vm, Octets self, int64_t index) {
    std::string_view octets = self.view();
    if (index < 0)
        index += int64_t(octets.size());
    if (index < 0 || index >= int64_t(octets.size()))
        return vm.index_error("{}", self.is_array() ? "bytearray index out of range" : "index out of range");
    return Value::small_int(uint8_t(octets[size_t(index)]));
}

static Result<Object*> octets_slice(VM& vm, Octets self, Slice& slice) {
    Slice* plain = TRY(plain_slice(vm, slice));
    SliceIndices indices = TRY(slice_indices(vm, *plain, int64_t(self.length())));
    if (indices.step == 1)
        return octets_part(vm, self, size_t(indices.start), size_t(indices.start + indices.length));
    NewOctets result = TRY(new_octets(vm, self, size_t(indices.length)));
    std::string_view octets = self.view();
    for (int64_t i = 0; i < indices.length; i++)
        result.data[i] = octets[size_t(indices.start + i * indices.step)];
    return result.object;
}

Result<Value> bytes_getitem(VM& vm, Octets self, Value key) {
    if (key.is_small_int())
        return octet_at(vm, self, key.small_int());
    if (Slice* slice = as<Slice>(key))
        return TRY(octets_slice(vm, self, *slice));
    if (!is_int(key) && !vm.type_of(key)->special(vm, Special::Index))
        return vm.type_error("{} indices must be integers or slices, not {}", self.is_array() ? "bytearray" : "byte",
                             vm.type_name(key));
    return octet_at(vm, self, TRY(index_int64(vm, key)));
}

// --- Padding -------------------------------------------------------------------------------------------------------

static Result<Object*> pad(VM& vm, Octets self, size_t left, size_t right, char fill) {
    if (left + right == 0)
        return octets_whole(vm, self);
    NewOctets result = TRY(new_octets(vm, self, left + self.length() + right));
    char* at = std::fill_n(result.data, left, fill);
    std::fill_n(std::ranges::copy(self.view(), at).out, right, fill);
    return result.object;
}

static Result<char> fill_octet(VM& vm, Value fill, const char* name) {
    static constexpr const char* WANTED = "argument 2 must be a byte string of length 1, not";
    if (fill.is_empty())
        return ' ';
    auto octets = Octets::from(fill);
    if (!octets)
        return vm.type_error("{}() {} {}", name, WANTED, vm.type_name(fill));
    if (octets->length() != 1)
        return vm.type_error("{}(): {} a {} object of length {}", name, WANTED,
                             octets->is_array() ? "bytearray" : "bytes", octets->length());
    return octets->view()[0];
}

static size_t missing(Octets self, int64_t width) {
    return width > int64_t(self.length()) ? size_t(width) - self.length() : 0;
}

Result<Object*> bytes_ljust(VM& vm, Octets self, int64_t width, Value fill) {
    char octet = TRY(fill_octet(vm, fill, "ljust"));
    return pad(vm, self, 0, missing(self, width), octet);
}

Result<Object*> bytes_rjust(VM& vm, Octets self, int64_t width, Value fill) {
    char octet = TRY(fill_octet(vm, fill, "rjust"));
    return pad(vm, self, missing(self, width), 0, octet);
}

Result<Object*> bytes_center(VM& vm, Octets self, int64_t width, Value fill) {
    char octet = TRY(fill_octet(vm, fill, "center"));
    size_t total = missing(self, width);
    size_t left = total / 2 + (total & size_t(width) & 1); // CPython's choice of the side that gets the odd one
    return pad(vm, self, left, total - left, octet);
}

Result<Object*> bytes_zfill(VM& vm, Octets self, int64_t width) {
    size_t zeros = missing(self, width);
    std::string_view octets = self.view();
    if (zeros == 0 || octets.empty() || (octets[0] != '+' && octets[0] != '-'))
        return pad(vm, self, zeros, 0, '0');
    NewOctets result = TRY(new_octets(vm, self, octets.size() + zeros));
    *result.data = octets[0];
    std::ranges::copy(octets.substr(1), std::fill_n(result.data + 1, zeros, '0'));
    return result.object;
}

Result<Object*> bytes_expandtabs(VM& vm, Octets self, int64_t tab_size) {
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
    if (out.failed())
        return vm.memory_error();
    return octets_like(vm, self, out.view());
}

// --- translate, decode, hex ----------------------------------------------------------------------------------------

Result<Object*> bytes_translate(VM& vm, Octets self, Value table, Value dropped) {
    std::optional<Buffer> map;
    if (!table.is_none()) {
        map.emplace(TRY(Buffer::of(vm, table)));
        if (map->view.length != 256)
            return vm.value_error("translation table must be 256 characters long");
    }
    std::bitset<256> drop;
    if (!dropped.is_empty()) {
        Buffer octets = TRY(Buffer::of(vm, dropped));
        for (char octet : octets.view.octets())
            drop.set(uint8_t(octet));
    }
    size_t kept = size_t(std::ranges::count_if(self.view(), [&](char octet) { return !drop[uint8_t(octet)]; }));
    NewOctets result = TRY(new_octets(vm, self, kept));
    char* out = result.data;
    for (char octet : self.view()) {
        if (!drop[uint8_t(octet)])
            *out++ = map ? map->view.data[uint8_t(octet)] : octet;
    }
    return result.object;
}

Result<Bytes*> bytes_maketrans(VM& vm, Value from, Value to) {
    Buffer old = TRY(Buffer::of(vm, from)), fresh = TRY(Buffer::of(vm, to));
    if (old.view.length != fresh.view.length)
        return vm.value_error("maketrans arguments must have same length");
    Bytes* table = TRY(make_bytes_uninitialized(vm, 256));
    for (unsigned i = 0; i < 256; i++)
        table->data()[i] = char(i);
    for (size_t i = 0; i < old.view.length; i++)
        table->data()[uint8_t(old.view.data[i])] = fresh.view.data[i];
    return table;
}

Result<Str*> bytes_decode(VM& vm, Octets self, std::string_view encoding, std::string_view errors) {
    if (Bytes* bytes = as<Bytes>(self.object()))
        return decode_bytes(vm, *bytes, encoding, errors);
    return decode_octets(vm, self.view(), encoding, errors);
}

static int hex_digit(char c) {
    if (uint8_t(c - '0') < 10)
        return c - '0';
    char lower = char(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// Reads pairs of digits with white space between them. Returns where the digits are wrong; NOT_FOUND when they are not;
// the length of the text when the last one stands alone.
static size_t read_hex(std::string_view digits, TextBuilder& octets) {
    for (size_t i = 0; i < digits.size();) {
        if (OctetText::is_space(uint8_t(digits[i]))) {
            i++;
            continue;
        }
        int high = hex_digit(digits[i]);
        if (high < 0)
            return i;
        if (i + 1 == digits.size())
            return digits.size();
        int low = hex_digit(digits[i + 1]);
        if (low < 0)
            return i + 1;
        octets.append(char(high * 16 + low));
        i += 2;
    }
    return NOT_FOUND;
}

Result<Value> bytes_fromhex(VM& vm, Type& type, Value source) {
    Str* text = as<Str>(source);
    if (!text && !is_bytes_like(vm, source))
        return vm.type_error("fromhex() argument must be str or bytes-like, not {}", vm.type_name(source));
    std::optional<Buffer> buffer;
    if (!text)
        buffer.emplace(TRY(Buffer::of(vm, source)));
    std::string_view digits = text ? text->view() : buffer->view.octets();
    TextBuilder octets(vm);
    size_t wrong = read_hex(digits, octets);
    if (wrong == digits.size() && !digits.empty())
        return vm.value_error("fromhex() arg must contain an even number of hexadecimal digits");
    if (wrong != NOT_FOUND)
        return vm.value_error("non-hexadecimal number found in fromhex() arg at position {}",
                              text ? str_index_of_byte(vm, text, wrong) : wrong);
    if (octets.failed())
        return vm.memory_error();
    if (&type == vm.native(bytearray_type))
        return TRY(make_bytearray(vm, octets.view()));
    Bytes* bytes = TRY(octets.finish_bytes());
    return &type == vm.types.bytes ? Result<Value>(bytes) : call(vm, &type, {bytes});
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
Result<Str*> bytes_hex(VM& vm, Octets self, Value separator, int64_t group) {
    static constexpr char HEX_DIGITS[] = "0123456789abcdef";
    char between = TRY(hex_separator(vm, separator));
    if (group > INT32_MAX || group < -INT32_MAX)
        return vm.overflow_error("Python int too large to convert to C int");
    std::string_view octets = self.view();
    size_t length = octets.size(), size = between ? size_t(group < 0 ? -group : group) : 0;
    size_t separators = size && length ? (length - 1) / size : 0;
    char* out;
    Str* result = TRY(make_ascii_str(vm, length * 2 + separators, out));
    for (size_t i = 0; i < length; i++) {
        if (size && i > 0 && (group > 0 ? (length - i) % size == 0 : i % size == 0))
            *out++ = between;
        *out++ = HEX_DIGITS[uint8_t(octets[i]) >> 4];
        *out++ = HEX_DIGITS[octets[i] & 15];
    }
    return result;
}

Result<Str*> bytes_dunder_repr(VM& vm, Octets self) {
    if (self.length() > 1024)
        TRY(str_reserve(vm, self.length() * 4));
    std::string shown = bytes_repr(self.view());
    return make_str(vm, self.is_array() ? fmt::format("{}({})", self.object()->type()->name->view(), shown) : shown);
}

} // namespace ouro::vm
