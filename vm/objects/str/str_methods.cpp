// SPDX-License-Identifier: MIT
//
// str as a sequence and a value: construction, comparison, +, *, indexing, slicing; padding, tabs, translate.
#include "vm/model/buffer.hpp"
#include "vm/objects/codecs/codec.hpp"
#include "vm/model/range.hpp"
#include "vm/model/sequence.hpp"
#include "vm/objects/str/str_members.hpp"
#include "vm/values/text_builder.hpp"
#include "vm/model/core.hpp"

#include <algorithm>

namespace ouro::vm {

// --- Construction --------------------------------------------------------------------------------------------------

static Result<Str*> text_for_new(VM& vm, Value object, Value encoding, Value errors) {
    if (encoding.is_empty() && errors.is_empty())
        return object.is_empty() ? Result<Str*>(vm.names.empty) : str(vm, object);
    for (Value option : {encoding, errors}) {
        if (!option.is_empty() && !as<Str>(option))
            return vm.type_error("str() argument '{}' must be str, not {}", option == encoding ? "encoding" : "errors",
                                 vm.type_name(option));
    }
    if (object.is_empty())
        return vm.names.empty;
    if (as<Str>(object))
        return vm.type_error("decoding str is not supported");
    std::string_view codec = encoding ? as<Str>(encoding)->view() : "utf-8";
    std::string_view handler = errors ? as<Str>(errors)->view() : "strict";
    if (Bytes* bytes = as<Bytes>(object))
        return decode_bytes(vm, *bytes, codec, handler);
    auto acquired = is_bytes_like(vm, object) ? Buffer::of(vm, object) : Result<Buffer>(vm.type_error(""));
    if (acquired.is_error())
        return vm.type_error("decoding to str: need a bytes-like object, {} found", vm.type_name(object));
    Buffer buffer = acquired.release();
    return decode_octets(vm, buffer.view.octets(), codec, handler);
}

// str(object='', encoding='utf-8', errors='strict'). Library Reference, "Text Sequence Type".
Result<Value> str_new(VM& vm, Type* type, Value object, Value encoding, Value errors) {
    Str* text = TRY(text_for_new(vm, object, encoding, errors));
    if (type == vm.types.str)
        return text;
    TRY(str_reserve(vm, text->byte_length));
    size_t bytes = std::max(sizeof(Str), str_native_bytes(text->byte_length));
    auto* instance = static_cast<Str*>(allocate_variable_instance(vm, type, bytes));
    instance->byte_length = text->byte_length;
    instance->length = text->length;
    instance->flags |= text->flags & Str::ASCII;
    memcpy(instance->inline_bytes, text->data(), text->byte_length);
    return instance;
}

Result<Bytes*> str_encode(VM& vm, Str& self, std::string_view encoding, std::string_view errors) {
    return encode_text(vm, self, encoding, errors);
}

// --- Value ---------------------------------------------------------------------------------------------------------

Result<Str*> str_dunder_str(VM& vm, Str& self) { return str_exact(vm, &self); }

// An escape is at most four times as long as what it stands for: one byte becomes \xNN.
Result<Str*> str_dunder_repr(VM& vm, Str& self) {
    if (self.byte_length > 1024)
        TRY(str_reserve(vm, std::min<size_t>(size_t(self.byte_length) * 4, Str::MAX_BYTES)));
    return make_str(vm, str_repr(self.view()));
}

int64_t str_dunder_hash(Str& self) { return str_hash(&self); }

int64_t str_dunder_len(Str& self) { return self.length; }

Tuple* str_getnewargs(VM& vm, Str& self) { return make_tuple(vm, {str_exact(vm, &self)}); }

int64_t str_sizeof(Str& self) { return int64_t(str_native_bytes(self.byte_length)); }

template <class Compare>
static Value compare_texts(Str& self, Value other, Compare compare) {
    Str* text = as<Str>(other);
    return text ? Value::boolean(compare(&self, text)) : Value::not_implemented();
}

Value str_eq(Str& self, Value other) {
    return compare_texts(self, other, [](Str* a, Str* b) { return str_equal(a, b); });
}
Value str_ne(Str& self, Value other) {
    return compare_texts(self, other, [](Str* a, Str* b) { return !str_equal(a, b); });
}
Value str_lt(Str& self, Value other) {
    return compare_texts(self, other, [](Str* a, Str* b) { return str_compare(a, b) < 0; });
}
Value str_le(Str& self, Value other) {
    return compare_texts(self, other, [](Str* a, Str* b) { return str_compare(a, b) <= 0; });
}
Value str_gt(Str& self, Value other) {
    return compare_texts(self, other, [](Str* a, Str* b) { return str_compare(a, b) > 0; });
}
Value str_ge(Str& self, Value other) {
    return compare_texts(self, other, [](Str* a, Str* b) { return str_compare(a, b) >= 0; });
}

// --- + and * -------------------------------------------------------------------------------------------------------

Result<Value> str_add(VM& vm, Str& self, Value other) {
    Str* text = as<Str>(other);
    if (!text)
        return refuse_concatenation(vm, "str", other);
    return TRY(str_concat(vm, &self, text));
}

void fill_repeated(char* out, std::string_view unit, size_t total) {
    if (total == 0)
        return;
    if (unit.size() == 1) {
        memset(out, unit[0], total);
        return;
    }
    memcpy(out, unit.data(), unit.size());
    for (size_t done = unit.size(); done < total;) {
        size_t more = std::min(done, total - done);
        memcpy(out + done, out, more);
        done += more;
    }
}

Result<Value> str_mul(VM& vm, Str& self, Value other) {
    size_t count = size_t(TRY(repeat_count(vm, other)));
    if (count == 0 || self.byte_length == 0)
        return vm.names.empty;
    if (count == 1)
        return str_exact(vm, &self);
    if (count > size_t(INT64_MAX) / self.length)
        return vm.overflow_error("repeated string is too long");
    if (count > Str::MAX_BYTES / self.byte_length)
        return vm.memory_error();
    char* out;
    Str* result = TRY(make_str_uninitialized(vm, self.byte_length * count, self.length * count, out));
    fill_repeated(out, self.view(), result->byte_length);
    return result;
}

// --- Indexing and slicing ------------------------------------------------------------------------------------------

static Str* char_at(VM& vm, Str& self, size_t index) {
    if (self.is_ascii())
        return make_char(vm, uint8_t(self.data()[index]));
    return make_char(vm, str_code_point_at(vm, &self, index));
}

static Result<Value> item_at(VM& vm, Str& self, int64_t index) {
    if (index < 0)
        index += self.length;
    if (index < 0 || index >= self.length)
        return vm.index_error("string index out of range");
    return char_at(vm, self, size_t(index));
}

// Every `step`th code point, walking the text in the step's direction.
static Result<Str*> slice_with_step(VM& vm, Str& self, const SliceIndices& slice) {
    TRY(str_reserve(vm, std::min<size_t>(size_t(slice.length) * 4, self.byte_length)));
    if (self.is_ascii() && slice.length > 1) {
        char* bytes;
        Str* text = TRY(make_ascii_str(vm, size_t(slice.length), bytes));
        for (int64_t i = 0; i < slice.length; i++)
            bytes[i] = self.data()[slice.start + i * slice.step];
        return text;
    }
    std::string out;
    const char* at = self.data() + str_byte_offset(vm, &self, size_t(slice.start));
    for (int64_t i = 0; i < slice.length; i++) {
        out.append(at, utf8_sequence_length(*at));
        if (i + 1 == slice.length)
            break;
        for (int64_t step = slice.step; step > 0; step--)
            at += utf8_sequence_length(*at);
        for (int64_t step = slice.step; step < 0; step++)
            utf8_previous(at);
    }
    return make_str(vm, out);
}

Result<Value> str_getitem(VM& vm, Str& self, Value key) {
    if (key.is_small_int())
        return item_at(vm, self, key.small_int());
    if (Slice* slice = as<Slice>(key)) {
        SliceIndices indices = TRY(slice_indices(vm, *slice, self.length));
        if (indices.length == 0)
            return vm.names.empty;
        if (indices.step != 1)
            return TRY(slice_with_step(vm, self, indices));
        return TRY(str_substring(vm, &self, size_t(indices.start), size_t(indices.start + indices.length)));
    }
    if (!is_int(key) && !vm.type_of(key)->special(vm, Special::Index))
        return vm.type_error("string indices must be integers, not '{}'", vm.type_name(key));
    return item_at(vm, self, TRY(index_int64(vm, key)));
}

// --- Padding -------------------------------------------------------------------------------------------------------

static Result<Str*> pad(VM& vm, Str& self, size_t left, size_t right, std::string_view fill) {
    if (left + right == 0)
        return str_exact(vm, &self);
    size_t count = left + right;
    if (count > Str::MAX_BYTES / fill.size())
        return vm.memory_error();
    char* out;
    Str* result = TRY(make_str_uninitialized(vm, self.byte_length + count * fill.size(), self.length + count, out));
    fill_repeated(out, fill, left * fill.size());
    out += left * fill.size();
    memcpy(out, self.data(), self.byte_length);
    fill_repeated(out + self.byte_length, fill, right * fill.size());
    return result;
}

static Result<std::string_view> fill_character(VM& vm, Value fill) {
    Str* text = as<Str>(fill);
    if (!text)
        return vm.type_error("The fill character must be a unicode character, not {}", vm.type_name(fill));
    if (text->length != 1)
        return vm.type_error("The fill character must be exactly one character long");
    return text->view();
}

static size_t missing(Str& self, int64_t width) { return width > self.length ? size_t(width) - self.length : 0; }

Result<Str*> str_ljust(VM& vm, Str& self, int64_t width, Value fill) {
    std::string_view character = TRY(fill_character(vm, fill));
    return pad(vm, self, 0, missing(self, width), character);
}

Result<Str*> str_rjust(VM& vm, Str& self, int64_t width, Value fill) {
    std::string_view character = TRY(fill_character(vm, fill));
    return pad(vm, self, missing(self, width), 0, character);
}

Result<Str*> str_center(VM& vm, Str& self, int64_t width, Value fill) {
    std::string_view character = TRY(fill_character(vm, fill));
    size_t total = missing(self, width);
    size_t left = total / 2 + (total & size_t(width) & 1); // CPython's choice of the side that gets the odd one
    return pad(vm, self, left, total - left, character);
}

Result<Str*> str_zfill(VM& vm, Str& self, int64_t width) {
    size_t zeros = missing(self, width);
    Str* padded = TRY(pad(vm, self, zeros, 0, "0"));
    if (zeros == 0 || self.byte_length == 0)
        return padded;
    char sign = self.data()[0];
    if (sign == '+' || sign == '-') { // nobody else has seen the new string yet
        padded->inline_bytes[zeros] = '0';
        padded->inline_bytes[0] = sign;
    }
    return padded;
}

Result<Str*> str_expandtabs(VM& vm, Str& self, int64_t tab_size) {
    if (tab_size > INT32_MAX || tab_size < INT32_MIN)
        return vm.overflow_error("Python int too large to convert to C int");
    TextBuilder out(vm);
    size_t column = 0;
    const char* at = self.data();
    for (const char* end = at + self.byte_length; at < end;) {
        const char* from = at;
        uint32_t c = utf8_next(at);
        if (c == '\t') {
            size_t spaces = tab_size > 0 ? size_t(tab_size) - column % size_t(tab_size) : 0;
            out.append(spaces, ' ');
            column += spaces;
        } else {
            out.append({from, size_t(at - from)});
            column = c == '\n' || c == '\r' ? 0 : column + 1;
        }
    }
    return out.finish();
}

// --- translate -----------------------------------------------------------------------------------------------------

// Appends what the table has for `c`: an int, a str, None (nothing); no entry keeps the character.
static Result<void> append_translated(VM& vm, TextBuilder& out, uint32_t c, Value table) {
    Result<Value> found = get_item(vm, table, Value::small_int(c));
    if (found.is_error()) {
        if (!is_exception_of(found.exception(), vm, ExceptionId::LookupError))
            return found.error();
        out.append_code_point(c);
        return {};
    }
    Value fresh = found.release();
    if (Str* text = as<Str>(fresh)) {
        out.append(text->view());
    } else if (is_int(fresh)) {
        auto code_point = to_int64(fresh);
        if (!code_point || *code_point < 0 || *code_point > MAX_CODE_POINT)
            return vm.value_error("character mapping must be in range(0x110000)");
        out.append_code_point(uint32_t(*code_point));
    } else if (!fresh.is_none()) {
        return vm.type_error("character mapping must return integer, None or str");
    }
    return {};
}

// The entry of an exact dict without raising KeyError for each character that has none.
static Result<bool> keeps_character(VM& vm, uint32_t c, Dict* table) {
    return table && TRY(dict_get(vm, *table, Value::small_int(c))).is_empty();
}

// What translate() has learned of ASCII characters: the table is asked once for each (as in CPython).
class TranslatedAscii {
public:
    TranslatedAscii() { memset(m_fates, UNKNOWN, sizeof m_fates); }

    // Appends what became of the characters at `at`, up to one of which that is not known.
    void append_known(TextBuilder& out, const char*& at, const char* end) const {
        char piece[256];
        while (at < end) {
            const char* limit = end - at > int64_t(sizeof piece) ? at + sizeof piece : end;
            size_t used = 0;
            uint8_t fate = 0;
            for (; at < limit && (fate = m_fates[uint8_t(*at)]) < LONGER; at++) {
                piece[used] = char(fate);
                used += fate != DROPPED;
            }
            out.append({piece, used});
            if (fate >= LONGER)
                return;
        }
    }
    // Remembers that `c` became `text`.
    void learn(uint32_t c, std::string_view text) {
        if (c < 128)
            m_fates[c] = text.empty() ? DROPPED : text.size() == 1 ? uint8_t(text[0]) : LONGER;
    }

private:
    // Below 128: the one ASCII character it becomes. Bytes of longer sequences stay unknown.
    static constexpr uint8_t DROPPED = 128, LONGER = 129, UNKNOWN = 130;
    uint8_t m_fates[256];
};

Result<Str*> str_translate(VM& vm, Str& self, Value table) {
    TextBuilder out(vm);
    Dict* dict = as_exact<Dict>(table);
    TranslatedAscii known;
    const char* at = self.data();
    for (const char* end = at + self.byte_length; at < end;) {
        uint32_t c = utf8_next(at);
        size_t before = out.size();
        if (TRY(keeps_character(vm, c, dict)))
            out.append_code_point(c);
        else
            TRY(append_translated(vm, out, c, table));
        if (!out.failed())
            known.learn(c, out.view().substr(before));
        known.append_known(out, at, end);
    }
    return out.finish();
}

static Result<Value> table_key(VM& vm, Value key) {
    if (Str* text = as<Str>(key)) {
        if (text->length != 1)
            return vm.value_error("string keys in translate table must be of length 1");
        return Value::small_int(str_code_point_at(vm, text, 0));
    }
    if (!is_int(key))
        return vm.type_error("keys in translate table must be strings or integers");
    return key;
}

static Result<Dict*> table_from_dict(VM& vm, Value given) {
    Dict* source = as_exact<Dict>(given);
    if (!source)
        return vm.type_error("if you give only one argument to maketrans it must be a dict");
    Dict* table = make_dict(vm);
    for (uint32_t i = 0; i < source->entry_count; i++) {
        DictEntry entry = source->begin()[i];
        if (entry.key)
            TRY(dict_set(vm, *table, TRY(table_key(vm, entry.key)), entry.value));
    }
    return table;
}

static Result<Dict*> table_from_texts(VM& vm, Str* from, Str* to, Str* dropped) {
    if (from->length != to->length)
        return vm.value_error("the first two maketrans arguments must have equal length");
    Dict* table = make_dict(vm);
    const char *at = from->data(), *fresh = to->data();
    for (const char* end = at + from->byte_length; at < end;) {
        Value key = Value::small_int(utf8_next(at));
        TRY(dict_set(vm, *table, key, Value::small_int(utf8_next(fresh))));
    }
    if (!dropped)
        return table;
    at = dropped->data();
    for (const char* end = at + dropped->byte_length; at < end;)
        TRY(dict_set(vm, *table, Value::small_int(utf8_next(at)), Value::none()));
    return table;
}

Result<Dict*> str_maketrans(VM& vm, Value x, Value fresh_argument, Value dropped_argument) {
    if (fresh_argument.is_empty())
        return table_from_dict(vm, x);
    Str *from = as<Str>(x), *fresh = as<Str>(fresh_argument), *dropped = as<Str>(dropped_argument);
    if (!fresh)
        return vm.type_error("maketrans() argument 2 must be str, not {}", vm.type_name(fresh_argument));
    if (!dropped && !dropped_argument.is_empty())
        return vm.type_error("maketrans() argument 3 must be str, not {}", vm.type_name(dropped_argument));
    if (!from)
        return vm.type_error("first maketrans argument must be a string if there is a second argument");
    return table_from_texts(vm, from, fresh, dropped);
}

} // namespace ouro::vm
