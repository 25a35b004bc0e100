// SPDX-License-Identifier: MIT
//
// bytes and bytearray: find, count, startswith, `in`, partition, strip, replace, split, join. See text_search.hpp and
// text_split.hpp.
//
// Script code, of __index__ methods of arguments, runs before the octets are looked at.
#include "vm/model/buffer.hpp"
#include "vm/objects/bytes/bytes_members.hpp"
#include "vm/objects/str/str_members.hpp"
#include "vm/text/text_search.hpp"
#include "vm/values/text_split.hpp"
#include "vm/model/core.hpp"

#include <algorithm>

namespace ouro::vm {

// --- Arguments -----------------------------------------------------------------------------------------------------

// What is searched for: octets, or one octet given as int.
class Needle {
public:
    static Result<Needle> from(VM& vm, Value value, bool in_operator) {
        Needle needle;
        if (is_bytes_like(vm, value)) {
            needle.m_buffer.emplace(TRY(Buffer::of(vm, value)));
            return needle;
        }
        if (!is_int(value) && !vm.type_of(value)->special(vm, Special::Index)) {
            if (in_operator)
                return vm.type_error("a bytes-like object is required, not '{}'", vm.type_name(value));
            return vm.type_error("argument should be integer or bytes-like object, not '{}'", vm.type_name(value));
        }
        auto octet = to_int64(TRY(index(vm, value)));
        if (!octet || *octet < 0 || *octet > 255)
            return vm.value_error("byte must be in range(0, 256)");
        needle.m_octet = char(*octet);
        return needle;
    }
    std::string_view view() const { return m_buffer ? m_buffer->view.octets() : std::string_view(&m_octet, 1); }

private:
    std::optional<Buffer> m_buffer;
    char m_octet = 0;
};

// Arguments start and end of search methods. They are clamped once no script code can change the length any more.
struct Bounds {
    int64_t start, end;

    static Result<Bounds> from(VM& vm, Value start, Value end) {
        int64_t first = TRY(slice_position(vm, start, 0));
        return Bounds{first, TRY(slice_position(vm, end, INT64_MAX))};
    }
    SearchRange in(Octets self) const { return clamp_range(start, end, int64_t(self.length())); }
};

static std::string_view prefix_of(Octets self, const SearchRange& range) {
    return self.view().substr(0, size_t(range.end));
}

// --- find, index, count --------------------------------------------------------------------------------------------

Result<int64_t> bytes_find(VM& vm, Octets self, Value sub, Value start, Value end) {
    Bounds bounds = TRY(Bounds::from(vm, start, end));
    Needle needle = TRY(Needle::from(vm, sub, false));
    SearchRange range = bounds.in(self);
    if (range.is_empty_range())
        return -1;
    size_t at = find_text(prefix_of(self, range), needle.view(), size_t(range.start));
    return at == NOT_FOUND ? -1 : int64_t(at);
}

Result<int64_t> bytes_rfind(VM& vm, Octets self, Value sub, Value start, Value end) {
    Bounds bounds = TRY(Bounds::from(vm, start, end));
    Needle needle = TRY(Needle::from(vm, sub, false));
    SearchRange range = bounds.in(self);
    if (range.is_empty_range())
        return -1;
    size_t at = find_text_last(self.view(), needle.view(), size_t(range.end));
    return at == NOT_FOUND || at < size_t(range.start) ? -1 : int64_t(at);
}

Result<int64_t> bytes_index(VM& vm, Octets self, Value sub, Value start, Value end) {
    int64_t position = TRY(bytes_find(vm, self, sub, start, end));
    if (position < 0)
        return vm.value_error("subsection not found");
    return position;
}

Result<int64_t> bytes_rindex(VM& vm, Octets self, Value sub, Value start, Value end) {
    int64_t position = TRY(bytes_rfind(vm, self, sub, start, end));
    if (position < 0)
        return vm.value_error("subsection not found");
    return position;
}

Result<int64_t> bytes_count(VM& vm, Octets self, Value sub, Value start, Value end) {
    Bounds bounds = TRY(Bounds::from(vm, start, end));
    Needle needle = TRY(Needle::from(vm, sub, false));
    SearchRange range = bounds.in(self);
    if (range.is_empty_range())
        return 0;
    if (needle.view().empty())
        return range.end - range.start + 1;
    return int64_t(count_text(prefix_of(self, range).substr(size_t(range.start)), needle.view()));
}

Result<bool> bytes_contains(VM& vm, Octets self, Value item) {
    Needle needle = TRY(Needle::from(vm, item, true));
    return find_text(self.view(), needle.view()) != NOT_FOUND;
}

// --- startswith, endswith ------------------------------------------------------------------------------------------

using AffixTest = bool (*)(std::string_view text, std::string_view affix);

static bool has_prefix(std::string_view text, std::string_view affix) { return text.starts_with(affix); }
static bool has_suffix(std::string_view text, std::string_view affix) { return text.ends_with(affix); }

static Result<bool> test_affixes(VM& vm, Octets self, Value affix, Value start, Value end, AffixTest test,
                                 const char* name) {
    SearchRange range = TRY(Bounds::from(vm, start, end)).in(self);
    bool valid = !range.is_empty_range();
    std::string_view text = valid ? prefix_of(self, range).substr(size_t(range.start)) : std::string_view();
    if (is_bytes_like(vm, affix)) {
        Buffer single = TRY(Buffer::of(vm, affix));
        return valid && test(text, single.view.octets());
    }
    Tuple* several = as<Tuple>(affix);
    if (!several)
        return vm.type_error("{} first arg must be bytes or a tuple of bytes, not {}", name, vm.type_name(affix));
    for (size_t i = 0; i < several->size(); i++) {
        Buffer single = TRY(Buffer::of(vm, (*several)[i]));
        if (valid && test(text, single.view.octets()))
            return true;
    }
    return false;
}

Result<bool> bytes_startswith(VM& vm, Octets self, Value prefix, Value start, Value end) {
    return test_affixes(vm, self, prefix, start, end, has_prefix, "startswith");
}

Result<bool> bytes_endswith(VM& vm, Octets self, Value suffix, Value start, Value end) {
    return test_affixes(vm, self, suffix, start, end, has_suffix, "endswith");
}

// --- Pieces --------------------------------------------------------------------------------------------------------

Result<Object*> bytes_removeprefix(VM& vm, Octets self, Value prefix) {
    Buffer affix = TRY(Buffer::of(vm, prefix));
    std::string_view octets = affix.view.octets();
    return octets_part(vm, self, self.view().starts_with(octets) ? octets.size() : 0, self.length());
}

Result<Object*> bytes_removesuffix(VM& vm, Octets self, Value suffix) {
    Buffer affix = TRY(Buffer::of(vm, suffix));
    std::string_view octets = affix.view.octets();
    return octets_part(vm, self, 0, self.length() - (self.view().ends_with(octets) ? octets.size() : 0));
}

static Result<Buffer> separator_argument(VM& vm, Value separator) {
    Buffer buffer = TRY(Buffer::of(vm, separator));
    if (buffer.view.length == 0)
        return vm.value_error("empty separator");
    return buffer;
}

// What stands before `at`, the separator, and what stands behind it. Bytes give the separator as they got it.
static Result<Tuple*> cut_around(VM& vm, Octets self, Value separator, std::string_view octets, size_t at) {
    Object* before = TRY(octets_part(vm, self, 0, at));
    Value between = self.is_array() ? Value(TRY(octets_like(vm, self, octets))) : separator;
    Object* after = TRY(octets_part(vm, self, at + octets.size(), self.length()));
    return make_tuple(vm, {before, between, after});
}

Result<Tuple*> bytes_partition(VM& vm, Octets self, Value separator) {
    Buffer buffer = TRY(separator_argument(vm, separator));
    size_t at = find_text(self.view(), buffer.view.octets());
    if (at != NOT_FOUND)
        return cut_around(vm, self, separator, buffer.view.octets(), at);
    Object* empty = TRY(octets_like(vm, self, {}));
    Object* other = TRY(octets_like(vm, self, {}));
    Object* whole = self.is_array() ? TRY(octets_whole(vm, self)) : self.object(); // itself, also of a subclass
    return make_tuple(vm, {whole, empty, other});
}

Result<Tuple*> bytes_rpartition(VM& vm, Octets self, Value separator) {
    Buffer buffer = TRY(separator_argument(vm, separator));
    size_t at = find_text_last(self.view(), buffer.view.octets(), self.length());
    if (at != NOT_FOUND)
        return cut_around(vm, self, separator, buffer.view.octets(), at);
    Object* empty = TRY(octets_like(vm, self, {}));
    Object* other = TRY(octets_like(vm, self, {}));
    Object* whole = self.is_array() ? TRY(octets_whole(vm, self)) : self.object(); // itself, also of a subclass
    return make_tuple(vm, {empty, other, whole});
}

// --- strip ---------------------------------------------------------------------------------------------------------

template <class Test>
static Result<Object*> strip_where(VM& vm, Octets self, bool left, bool right, Test test) {
    size_t length = self.length();
    size_t begin = left ? skip_leading<OctetText>(self.view(), 0, length, test) : 0;
    size_t end = right ? skip_trailing<OctetText>(self.view(), begin, length, test) : length;
    return octets_part(vm, self, begin, end);
}

static Result<Object*> strip(VM& vm, Octets self, Value octets, bool left, bool right) {
    if (octets.is_none())
        return strip_where(vm, self, left, right, OctetText::is_space);
    Buffer set = TRY(Buffer::of(vm, octets));
    return strip_where(vm, self, left, right,
                       [view = set.view.octets()](uint32_t c) { return view.find(char(c)) != view.npos; });
}

Result<Object*> bytes_strip(VM& vm, Octets self, Value octets) { return strip(vm, self, octets, true, true); }
Result<Object*> bytes_lstrip(VM& vm, Octets self, Value octets) { return strip(vm, self, octets, true, false); }
Result<Object*> bytes_rstrip(VM& vm, Octets self, Value octets) { return strip(vm, self, octets, false, true); }

// --- replace -------------------------------------------------------------------------------------------------------

static void copy_replaced(char* out, std::string_view text, std::string_view old, std::string_view fresh,
                          size_t count) {
    size_t from = 0;
    for (; count > 0; count--) {
        // An empty `old` stands before each octet and at the end.
        size_t at = old.empty() ? from : find_text(text, old, from);
        memcpy(out, text.data() + from, at - from);
        out += at - from;
        memcpy(out, fresh.data(), fresh.size());
        out += fresh.size();
        from = at + old.size();
        if (old.empty() && from < text.size())
            *out++ = text[from++];
    }
    memcpy(out, text.data() + from, text.size() - from);
}

Result<Object*> bytes_replace(VM& vm, Octets self, Value old, Value fresh, int64_t limit) {
    Buffer pattern = TRY(Buffer::of(vm, old)), replacement = TRY(Buffer::of(vm, fresh));
    std::string_view from = pattern.view.octets(), to = replacement.view.octets();
    size_t most = limit < 0 ? SIZE_MAX : size_t(limit);
    size_t count = from.empty() ? std::min(most, self.length() + 1) : count_text(self.view(), from, most);
    if (count == 0)
        return octets_whole(vm, self);
    if (!to.empty() && count > size_t(INT64_MAX / 2) / to.size())
        return vm.memory_error();
    NewOctets result = TRY(new_octets(vm, self, self.length() - count * from.size() + count * to.size()));
    copy_replaced(result.data, self.view(), from, to, count);
    return result.object;
}

// --- split and join ------------------------------------------------------------------------------------------------

static auto emit_parts(VM& vm, Octets self, List* list) {
    return [&vm, self, list](size_t begin, size_t end) -> Result<void> {
        return list_append(vm, *list, TRY(octets_part(vm, self, begin, end)));
    };
}

Result<List*> bytes_split(VM& vm, Octets self, Value separator, int64_t limit) {
    List* list = make_list(vm);
    if (separator.is_none()) {
        TRY(split_white_space<OctetText>(self.view(), limit, emit_parts(vm, self, list)));
        return list;
    }
    Buffer octets = TRY(separator_argument(vm, separator));
    TRY(split_separator(self.view(), octets.view.octets(), limit, emit_parts(vm, self, list)));
    return list;
}

Result<List*> bytes_rsplit(VM& vm, Octets self, Value separator, int64_t limit) {
    List* list = make_list(vm);
    if (separator.is_none()) {
        TRY(split_white_space_last<OctetText>(self.view(), limit, emit_parts(vm, self, list)));
    } else {
        Buffer octets = TRY(separator_argument(vm, separator));
        TRY(split_separator_last(self.view(), octets.view.octets(), limit, emit_parts(vm, self, list)));
    }
    std::reverse(list->items(), list->items() + list->size());
    return list;
}

Result<List*> bytes_splitlines(VM& vm, Octets self, bool keep_ends) {
    List* list = make_list(vm);
    TRY(split_lines<OctetText>(self.view(), keep_ends, emit_parts(vm, self, list)));
    return list;
}

// The octets of an item, with what keeps those of other types where they are.
static Result<std::string_view> item_octets(VM& vm, const Value* items, size_t i, std::optional<Buffer>& held) {
    if (auto octets = Octets::from(items[i]))
        return octets->view();
    if (is_bytes_like(vm, items[i])) {
        auto buffer = Buffer::of(vm, items[i]);
        if (!buffer.is_error()) {
            held.emplace(buffer.release());
            return held->view.octets();
        }
    }
    return vm.type_error("sequence item {}: expected a bytes-like object, {} found", i, vm.type_name(items[i]));
}

// No script code runs, so nothing changes from one look at the items to the next.
static Result<Object*> join_items(VM& vm, Octets self, const Value* items, size_t count) {
    std::string_view between = self.view();
    size_t total = count > 1 ? between.size() * (count - 1) : 0;
    for (size_t i = 0; i < count; i++) {
        std::optional<Buffer> held;
        total += TRY(item_octets(vm, items, i, held)).size();
        if (total > size_t(INT64_MAX))
            return vm.overflow_error("join() result is too long");
    }
    if (count == 1 && as<Bytes>(items[0]) && !self.is_array())
        return octets_whole(vm, *as<Bytes>(items[0]));
    NewOctets result = TRY(new_octets(vm, self, total));
    char* out = result.data;
    for (size_t i = 0; i < count; i++) {
        std::optional<Buffer> held;
        std::string_view octets = TRY(item_octets(vm, items, i, held));
        if (i > 0)
            out = std::ranges::copy(between, out).out;
        out = std::ranges::copy(octets, out).out;
    }
    return result.object;
}

Result<Object*> bytes_join(VM& vm, Octets self, Value iterable) {
    Value items = TRY(join_items_of(vm, iterable));
    if (List* list = as<List>(items))
        return join_items(vm, self, list->items(), list->size());
    auto* tuple = static_cast<Tuple*>(items.object());
    return join_items(vm, self, tuple->items(), tuple->size());
}

} // namespace ouro::vm
