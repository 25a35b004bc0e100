// SPDX-License-Identifier: MIT
//
// str: find, count, startswith, `in`, partition, replace, strip. Texts are searched as bytes (text_search.hpp); only
// positions that a script gives or gets are counted in code points.
#include "vm/objects/str/str_members.hpp"
#include "vm/text/text_search.hpp"
#include "vm/values/text_split.hpp"
#include "vm/model/core.hpp"

namespace ouro::vm {

// --- Ranges --------------------------------------------------------------------------------------------------------

Result<int64_t> slice_position(VM& vm, Value value, int64_t otherwise) {
    if (value.is_small_int())
        return value.small_int();
    if (value.is_empty() || value.is_none())
        return otherwise;
    if (!is_int(value)) {
        if (!vm.type_of(value)->special(vm, Special::Index))
            return vm.type_error("slice indices must be integers or None or have an __index__ method");
        value = TRY(index(vm, value));
    }
    if (auto position = to_int64(value))
        return *position;
    return int_compare(value, Value::small_int(0)) < 0 ? INT64_MIN / 2 : INT64_MAX;
}

// The bytes to search for [start:end]; `valid` is false when start lies behind end: then nothing is ever found.
struct ByteRange {
    size_t begin, end;
    bool valid;
};

static Result<ByteRange> search_range(VM& vm, Str& self, Value start, Value end) {
    if (start.is_none() && end.is_none())
        return ByteRange{0, self.byte_length, true};
    int64_t first = TRY(slice_position(vm, start, 0));
    int64_t last = TRY(slice_position(vm, end, INT64_MAX));
    SearchRange range = clamp_range(first, last, self.length);
    if (range.is_empty_range())
        return ByteRange{0, 0, false};
    return ByteRange{str_byte_offset(vm, &self, size_t(range.start)), str_byte_offset(vm, &self, size_t(range.end)),
                     true};
}

static std::string_view prefix_of(Str& self, const ByteRange& range) { return self.view().substr(0, range.end); }

// --- find, index, count --------------------------------------------------------------------------------------------

static int64_t position_of(VM& vm, Str& self, size_t byte) {
    return byte == NOT_FOUND ? -1 : int64_t(str_index_of_byte(vm, &self, byte));
}

Result<int64_t> str_find(VM& vm, Str& self, Str& sub, Value start, Value end) {
    ByteRange range = TRY(search_range(vm, self, start, end));
    if (!range.valid)
        return -1;
    return position_of(vm, self, find_text(prefix_of(self, range), sub.view(), range.begin));
}

Result<int64_t> str_rfind(VM& vm, Str& self, Str& sub, Value start, Value end) {
    ByteRange range = TRY(search_range(vm, self, start, end));
    if (!range.valid)
        return -1;
    size_t at = find_text_last(self.view(), sub.view(), range.end);
    return position_of(vm, self, at != NOT_FOUND && at < range.begin ? NOT_FOUND : at);
}

Result<int64_t> str_index(VM& vm, Str& self, Str& sub, Value start, Value end) {
    int64_t position = TRY(str_find(vm, self, sub, start, end));
    if (position < 0)
        return vm.value_error("substring not found");
    return position;
}

Result<int64_t> str_rindex(VM& vm, Str& self, Str& sub, Value start, Value end) {
    int64_t position = TRY(str_rfind(vm, self, sub, start, end));
    if (position < 0)
        return vm.value_error("substring not found");
    return position;
}

Result<int64_t> str_count(VM& vm, Str& self, Str& sub, Value start, Value end) {
    ByteRange range = TRY(search_range(vm, self, start, end));
    if (!range.valid)
        return 0;
    std::string_view text = prefix_of(self, range).substr(range.begin);
    if (sub.byte_length == 0)
        return int64_t(count_code_points(text)) + 1;
    return int64_t(count_text(text, sub.view()));
}

Result<bool> str_contains(VM& vm, Str& self, Value item) {
    Str* sub = as<Str>(item);
    if (!sub)
        return vm.type_error("'in <string>' requires string as left operand, not {}", vm.type_name(item));
    return find_text(self.view(), sub->view()) != NOT_FOUND;
}

// --- startswith, endswith ------------------------------------------------------------------------------------------

using AffixTest = bool (*)(std::string_view text, std::string_view affix);

static bool has_prefix(std::string_view text, std::string_view affix) { return text.starts_with(affix); }
static bool has_suffix(std::string_view text, std::string_view affix) { return text.ends_with(affix); }

static Result<bool> test_affixes(VM& vm, Str& self, Value affix, Value start, Value end, AffixTest test,
                                 const char* name) {
    ByteRange range = TRY(search_range(vm, self, start, end));
    std::string_view text = self.view().substr(range.begin, range.end - range.begin);
    if (Str* single = as<Str>(affix))
        return range.valid && test(text, single->view());
    Tuple* several = as<Tuple>(affix);
    if (!several)
        return vm.type_error("{} first arg must be str or a tuple of str, not {}", name, vm.type_name(affix));
    for (size_t i = 0; i < several->size(); i++) {
        Str* single = as<Str>((*several)[i]);
        if (!single)
            return vm.type_error("tuple for {} must only contain str, not {}", name, vm.type_name((*several)[i]));
        if (range.valid && test(text, single->view()))
            return true;
    }
    return false;
}

Result<bool> str_startswith(VM& vm, Str& self, Value prefix, Value start, Value end) {
    return test_affixes(vm, self, prefix, start, end, has_prefix, "startswith");
}

Result<bool> str_endswith(VM& vm, Str& self, Value suffix, Value start, Value end) {
    return test_affixes(vm, self, suffix, start, end, has_suffix, "endswith");
}

// --- Pieces --------------------------------------------------------------------------------------------------------

Result<Str*> str_part(VM& vm, Str& self, size_t begin, size_t end) {
    if (begin == 0 && end == self.byte_length)
        return str_exact(vm, &self);
    size_t length = self.is_ascii() ? end - begin : count_code_points(self.view().substr(begin, end - begin));
    return make_substring(vm, &self, begin, end, length);
}

Result<Str*> str_removeprefix(VM& vm, Str& self, Str& prefix) {
    bool found = self.view().starts_with(prefix.view());
    return str_part(vm, self, found ? prefix.byte_length : 0, self.byte_length);
}

Result<Str*> str_removesuffix(VM& vm, Str& self, Str& suffix) {
    bool found = self.view().ends_with(suffix.view());
    return str_part(vm, self, 0, self.byte_length - (found ? suffix.byte_length : 0));
}

static Result<Str*> separator_argument(VM& vm, Value separator) {
    Str* text = as<Str>(separator);
    if (!text)
        return vm.type_error("must be str, not {}", vm.type_name(separator));
    if (text->byte_length == 0)
        return vm.value_error("empty separator");
    return text;
}

static Result<Tuple*> cut_around(VM& vm, Str& self, Str* separator, size_t at) {
    Str* before = TRY(str_part(vm, self, 0, at));
    Str* after = TRY(str_part(vm, self, at + separator->byte_length, self.byte_length));
    return make_tuple(vm, {before, separator, after});
}

Result<Tuple*> str_partition(VM& vm, Str& self, Value separator) {
    Str* text = TRY(separator_argument(vm, separator));
    size_t at = find_text(self.view(), text->view());
    if (at == NOT_FOUND)
        return make_tuple(vm, {&self, vm.names.empty, vm.names.empty});
    return cut_around(vm, self, text, at);
}

Result<Tuple*> str_rpartition(VM& vm, Str& self, Value separator) {
    Str* text = TRY(separator_argument(vm, separator));
    size_t at = find_text_last(self.view(), text->view(), self.byte_length);
    if (at == NOT_FOUND)
        return make_tuple(vm, {vm.names.empty, vm.names.empty, &self});
    return cut_around(vm, self, text, at);
}

// --- strip ---------------------------------------------------------------------------------------------------------

enum Sides { LEFT = 1, RIGHT = 2, BOTH = 3 };

template <class Test>
static Result<Str*> strip_where(VM& vm, Str& self, Sides sides, Test test) {
    size_t begin = 0, end = self.byte_length;
    if (sides & LEFT)
        begin = skip_leading<CodePointText>(self.view(), begin, end, test);
    if (sides & RIGHT)
        end = skip_trailing<CodePointText>(self.view(), begin, end, test);
    return str_part(vm, self, begin, end);
}

static Result<Str*> strip(VM& vm, Str& self, Value characters, Sides sides, const char* name) {
    if (characters.is_none())
        return strip_where(vm, self, sides, unicode::is_space);
    Str* set = as<Str>(characters);
    if (!set)
        return vm.type_error("{} arg must be None or str", name);
    if (set->is_ascii()) {
        return strip_where(vm, self, sides, [bytes = set->view()](uint32_t c) {
            return c < 128 && bytes.find(char(c)) != bytes.npos;
        });
    }
    return strip_where(vm, self, sides, [text = set->view()](uint32_t c) {
        char bytes[4];
        return text.find(std::string_view(bytes, utf8_encode(c, bytes))) != text.npos;
    });
}

Result<Str*> str_strip(VM& vm, Str& self, Value characters) { return strip(vm, self, characters, BOTH, "strip"); }
Result<Str*> str_lstrip(VM& vm, Str& self, Value characters) { return strip(vm, self, characters, LEFT, "lstrip"); }
Result<Str*> str_rstrip(VM& vm, Str& self, Value characters) { return strip(vm, self, characters, RIGHT, "rstrip"); }

// --- replace -------------------------------------------------------------------------------------------------------

// `fresh` before each of the first `count` code points, and behind the last when count allows.
static Result<Str*> insert_everywhere(VM& vm, Str& self, Str& fresh, size_t count) {
    size_t bytes = self.byte_length + count * size_t(fresh.byte_length);
    if (fresh.byte_length && count > Str::MAX_BYTES / fresh.byte_length)
        return vm.memory_error();
    char* out;
    Str* result = TRY(make_str_uninitialized(vm, bytes, self.length + count * size_t(fresh.length), out));
    const char* at = self.data();
    const char* end = at + self.byte_length;
    for (; count > 0; count--) {
        memcpy(out, fresh.data(), fresh.byte_length);
        out += fresh.byte_length;
        if (at < end) {
            unsigned size = utf8_sequence_length(*at);
            memcpy(out, at, size);
            out += size;
            at += size;
        }
    }
    memcpy(out, at, size_t(end - at));
    return result;
}

static void copy_replaced(char* out, std::string_view text, std::string_view old, std::string_view fresh,
                          size_t count) {
    size_t from = 0;
    for (; count > 0; count--) {
        size_t at = find_text(text, old, from);
        memcpy(out, text.data() + from, at - from);
        out += at - from;
        memcpy(out, fresh.data(), fresh.size());
        out += fresh.size();
        from = at + old.size();
    }
    memcpy(out, text.data() + from, text.size() - from);
}

Result<Str*> str_replace_text(VM& vm, Str& self, Str& old, Str& fresh, int64_t limit) {
    if (limit == 0)
        return str_exact(vm, &self);
    size_t most = limit < 0 ? SIZE_MAX : size_t(limit);
    if (old.byte_length == 0)
        return insert_everywhere(vm, self, fresh, std::min(most, size_t(self.length) + 1));
    size_t count = count_text(self.view(), old.view(), most);
    if (count == 0)
        return str_exact(vm, &self);
    if (fresh.byte_length && count > Str::MAX_BYTES / fresh.byte_length)
        return vm.memory_error();
    size_t bytes = self.byte_length - count * old.byte_length + count * fresh.byte_length;
    size_t length = self.length - count * old.length + count * fresh.length;
    if (bytes <= 1) {
        char single = 0;
        copy_replaced(&single, self.view(), old.view(), fresh.view(), count);
        return make_short_str(vm, {&single, bytes});
    }
    char* out;
    Str* result = TRY(make_str_uninitialized(vm, bytes, length, out));
    copy_replaced(out, self.view(), old.view(), fresh.view(), count);
    return result;
}

Result<Str*> str_replace(VM& vm, Str& self, Str& old, Str& fresh, int64_t count) {
    return str_replace_text(vm, self, old, fresh, count);
}

} // namespace ouro::vm
