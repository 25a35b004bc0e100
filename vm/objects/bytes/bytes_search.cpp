// SPDX-License-Identifier: MIT
//
// bytes: find, count, startswith, `in`, partition, strip, replace, split, join. See text_search.hpp and text_split.hpp.
#include "vm/model/buffer.hpp"
#include "vm/objects/bytes/bytes_members.hpp"
#include "vm/objects/str/str_members.hpp"
#include "vm/text/text_search.hpp"
#include "vm/values/text_split.hpp"
#include "vm/model/core.hpp"

#include <algorithm>

namespace ouro::vm {

// --- Arguments -----------------------------------------------------------------------------------------------------

Result<Bytes*> bytes_like(VM& vm, Value value) {
    Bytes* bytes = TRY(bytes_or_null(vm, value));
    if (!bytes)
        return vm.type_error("a bytes-like object is required, not '{}'", vm.type_name(value));
    return bytes;
}

// What is searched for: bytes, or one octet given as int.
class Needle {
public:
    static Result<Needle> from(VM& vm, Value value, bool in_operator) {
        Needle needle;
        if (Bytes* bytes = TRY(bytes_or_null(vm, value))) {
            needle.m_bytes = bytes;
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
    std::string_view view() const { return m_bytes ? m_bytes->view() : std::string_view(&m_octet, 1); }

private:
    Bytes* m_bytes = nullptr;
    char m_octet = 0;
};

static Result<SearchRange> search_range(VM& vm, Bytes& self, Value start, Value end) {
    int64_t first = TRY(slice_position(vm, start, 0));
    int64_t last = TRY(slice_position(vm, end, INT64_MAX));
    return clamp_range(first, last, int64_t(self.length));
}

static std::string_view prefix_of(Bytes& self, const SearchRange& range) {
    return self.view().substr(0, size_t(range.end));
}

// --- find, index, count --------------------------------------------------------------------------------------------

Result<int64_t> bytes_find(VM& vm, Bytes& self, Value sub, Value start, Value end) {
    Needle needle = TRY(Needle::from(vm, sub, false));
    SearchRange range = TRY(search_range(vm, self, start, end));
    if (range.is_empty_range())
        return -1;
    size_t at = find_text(prefix_of(self, range), needle.view(), size_t(range.start));
    return at == NOT_FOUND ? -1 : int64_t(at);
}

Result<int64_t> bytes_rfind(VM& vm, Bytes& self, Value sub, Value start, Value end) {
    Needle needle = TRY(Needle::from(vm, sub, false));
    SearchRange range = TRY(search_range(vm, self, start, end));
    if (range.is_empty_range())
        return -1;
    size_t at = find_text_last(self.view(), needle.view(), size_t(range.end));
    return at == NOT_FOUND || at < size_t(range.start) ? -1 : int64_t(at);
}

Result<int64_t> bytes_index(VM& vm, Bytes& self, Value sub, Value start, Value end) {
    int64_t position = TRY(bytes_find(vm, self, sub, start, end));
    if (position < 0)
        return vm.value_error("subsection not found");
    return position;
}

Result<int64_t> bytes_rindex(VM& vm, Bytes& self, Value sub, Value start, Value end) {
    int64_t position = TRY(bytes_rfind(vm, self, sub, start, end));
    if (position < 0)
        return vm.value_error("subsection not found");
    return position;
}

Result<int64_t> bytes_count(VM& vm, Bytes& self, Value sub, Value start, Value end) {
    Needle needle = TRY(Needle::from(vm, sub, false));
    SearchRange range = TRY(search_range(vm, self, start, end));
    if (range.is_empty_range())
        return 0;
    if (needle.view().empty())
        return range.end - range.start + 1;
    return int64_t(count_text(prefix_of(self, range).substr(size_t(range.start)), needle.view()));
}

Result<bool> bytes_contains(VM& vm, Bytes& self, Value item) {
    Needle needle = TRY(Needle::from(vm, item, true));
    return find_text(self.view(), needle.view()) != NOT_FOUND;
}

// --- startswith, endswith ------------------------------------------------------------------------------------------

using AffixTest = bool (*)(std::string_view text, std::string_view affix);

static bool has_prefix(std::string_view text, std::string_view affix) { return text.starts_with(affix); }
static bool has_suffix(std::string_view text, std::string_view affix) { return text.ends_with(affix); }

static Result<bool> test_affixes(VM& vm, Bytes& self, Value affix, Value start, Value end, AffixTest test,
                                 const char* name) {
    SearchRange range = TRY(search_range(vm, self, start, end));
    bool valid = !range.is_empty_range();
    std::string_view text = valid ? prefix_of(self, range).substr(size_t(range.start)) : std::string_view();
    if (Bytes* single = TRY(bytes_or_null(vm, affix)))
        return valid && test(text, single->view());
    Tuple* several = as<Tuple>(affix);
    if (!several)
        return vm.type_error("{} first arg must be bytes or a tuple of bytes, not {}", name, vm.type_name(affix));
    for (size_t i = 0; i < several->size(); i++) {
        Bytes* single = TRY(bytes_like(vm, (*several)[i]));
        if (valid && test(text, single->view()))
            return true;
    }
    return false;
}

Result<bool> bytes_startswith(VM& vm, Bytes& self, Value prefix, Value start, Value end) {
    return test_affixes(vm, self, prefix, start, end, has_prefix, "startswith");
}

Result<bool> bytes_endswith(VM& vm, Bytes& self, Value suffix, Value start, Value end) {
    return test_affixes(vm, self, suffix, start, end, has_suffix, "endswith");
}

// --- Pieces --------------------------------------------------------------------------------------------------------

Result<Bytes*> bytes_exact(VM& vm, Bytes& self) {
    return self.is_exact() ? Result<Bytes*>(&self) : make_bytes(vm, self.view());
}

Result<Bytes*> bytes_part(VM& vm, Bytes& self, size_t begin, size_t end) {
    if (begin == 0 && end == self.length)
        return bytes_exact(vm, self);
    return make_bytes(vm, self.view().substr(begin, end - begin));
}

Result<Bytes*> bytes_removeprefix(VM& vm, Bytes& self, Value prefix) {
    Bytes* affix = TRY(bytes_like(vm, prefix));
    return bytes_part(vm, self, self.view().starts_with(affix->view()) ? affix->length : 0, self.length);
}

Result<Bytes*> bytes_removesuffix(VM& vm, Bytes& self, Value suffix) {
    Bytes* affix = TRY(bytes_like(vm, suffix));
    return bytes_part(vm, self, 0, self.length - (self.view().ends_with(affix->view()) ? affix->length : 0));
}

static Result<Bytes*> separator_argument(VM& vm, Value separator) {
    Bytes* octets = TRY(bytes_like(vm, separator));
    if (octets->length == 0)
        return vm.value_error("empty separator");
    return octets;
}

static Result<Tuple*> cut_around(VM& vm, Bytes& self, Bytes* separator, size_t at) {
    Bytes* before = TRY(bytes_part(vm, self, 0, at));
    Bytes* after = TRY(bytes_part(vm, self, at + separator->length, self.length));
    return make_tuple(vm, {before, separator, after});
}

Result<Tuple*> bytes_partition(VM& vm, Bytes& self, Value separator) {
    Bytes* octets = TRY(separator_argument(vm, separator));
    size_t at = find_text(self.view(), octets->view());
    if (at != NOT_FOUND)
        return cut_around(vm, self, octets, at);
    Bytes* empty = TRY(make_bytes(vm, {}));
    return make_tuple(vm, {&self, empty, empty});
}

Result<Tuple*> bytes_rpartition(VM& vm, Bytes& self, Value separator) {
    Bytes* octets = TRY(separator_argument(vm, separator));
    size_t at = find_text_last(self.view(), octets->view(), self.length);
    if (at != NOT_FOUND)
        return cut_around(vm, self, octets, at);
    Bytes* empty = TRY(make_bytes(vm, {}));
    return make_tuple(vm, {empty, empty, &self});
}

// --- strip ---------------------------------------------------------------------------------------------------------

template <class Test>
static Result<Bytes*> strip_where(VM& vm, Bytes& self, bool left, bool right, Test test) {
    size_t begin = left ? skip_leading<OctetText>(self.view(), 0, self.length, test) : 0;
    size_t end = right ? skip_trailing<OctetText>(self.view(), begin, self.length, test) : self.length;
    return bytes_part(vm, self, begin, end);
}

static Result<Bytes*> strip(VM& vm, Bytes& self, Value octets, bool left, bool right) {
    if (octets.is_none())
        return strip_where(vm, self, left, right, OctetText::is_space);
    Bytes* set = TRY(bytes_like(vm, octets));
    return strip_where(vm, self, left, right,
                       [view = set->view()](uint32_t c) { return view.find(char(c)) != view.npos; });
}

Result<Bytes*> bytes_strip(VM& vm, Bytes& self, Value octets) { return strip(vm, self, octets, true, true); }
Result<Bytes*> bytes_lstrip(VM& vm, Bytes& self, Value octets) { return strip(vm, self, octets, true, false); }
Result<Bytes*> bytes_rstrip(VM& vm, Bytes& self, Value octets) { return strip(vm, self, octets, false, true); }

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

Result<Bytes*> bytes_replace(VM& vm, Bytes& self, Value old, Value fresh, int64_t limit) {
    std::string_view from = TRY(bytes_like(vm, old))->view(), to = TRY(bytes_like(vm, fresh))->view();
    size_t most = limit < 0 ? SIZE_MAX : size_t(limit);
    size_t count = from.empty() ? std::min(most, size_t(self.length) + 1) : count_text(self.view(), from, most);
    if (count == 0)
        return bytes_exact(vm, self);
    if (!to.empty() && count > size_t(INT64_MAX / 2) / to.size())
        return vm.memory_error();
    Bytes* result = TRY(make_bytes_uninitialized(vm, self.length - count * from.size() + count * to.size()));
    copy_replaced(result->data(), self.view(), from, to, count);
    return result;
}

// --- split and join ------------------------------------------------------------------------------------------------

static auto emit_parts(VM& vm, Bytes& self, List* list) {
    return [&vm, &self, list](size_t begin, size_t end) -> Result<void> {
        return list_append(vm, *list, TRY(bytes_part(vm, self, begin, end)));
    };
}

Result<List*> bytes_split(VM& vm, Bytes& self, Value separator, int64_t limit) {
    Bytes* octets = separator.is_none() ? nullptr : TRY(separator_argument(vm, separator));
    List* list = make_list(vm);
    if (octets)
        TRY(split_separator(self.view(), octets->view(), limit, emit_parts(vm, self, list)));
    else
        TRY(split_white_space<OctetText>(self.view(), limit, emit_parts(vm, self, list)));
    return list;
}

Result<List*> bytes_rsplit(VM& vm, Bytes& self, Value separator, int64_t limit) {
    Bytes* octets = separator.is_none() ? nullptr : TRY(separator_argument(vm, separator));
    List* list = make_list(vm);
    if (octets)
        TRY(split_separator_last(self.view(), octets->view(), limit, emit_parts(vm, self, list)));
    else
        TRY(split_white_space_last<OctetText>(self.view(), limit, emit_parts(vm, self, list)));
    std::reverse(list->items(), list->items() + list->size());
    return list;
}

Result<List*> bytes_splitlines(VM& vm, Bytes& self, bool keep_ends) {
    List* list = make_list(vm);
    TRY(split_lines<OctetText>(self.view(), keep_ends, emit_parts(vm, self, list)));
    return list;
}

static Result<Bytes*> join_bytes(VM& vm, Bytes& self, const Value* items, size_t count);

// The same for items some of which are other bytes-like objects.
static Result<Bytes*> join_copies(VM& vm, Bytes& self, const Value* items, size_t count) {
    Tuple* copies = make_tuple(vm, std::span<const Value>(items, count));
    for (size_t i = 0; i < count; i++) {
        if (Bytes* copy = TRY(served_bytes_or_null(vm, (*copies)[i])))
            Heap::store(copies, (*copies)[i], Value(copy));
    }
    return join_bytes(vm, self, copies->items(), count);
}

static Result<Bytes*> join_items(VM& vm, Bytes& self, const Value* items, size_t count) {
    if (std::any_of(items, items + count, [](Value item) { return !as<Bytes>(item) && is_bytes_like(item); }))
        return join_copies(vm, self, items, count);
    return join_bytes(vm, self, items, count);
}

static Result<Bytes*> join_bytes(VM& vm, Bytes& self, const Value* items, size_t count) {
    size_t total = count > 1 ? self.length * (count - 1) : 0;
    for (size_t i = 0; i < count; i++) {
        Bytes* item = as<Bytes>(items[i]);
        if (!item)
            return vm.type_error("sequence item {}: expected a bytes-like object, {} found", i, vm.type_name(items[i]));
        total += item->length;
    }
    if (count == 1)
        return bytes_exact(vm, *static_cast<Bytes*>(items[0].object()));
    Bytes* result = TRY(make_bytes_uninitialized(vm, total));
    char* out = result->data();
    for (size_t i = 0; i < count; i++) {
        if (i > 0) {
            memcpy(out, self.data(), self.length);
            out += self.length;
        }
        auto* item = static_cast<Bytes*>(items[i].object());
        memcpy(out, item->data(), item->length);
        out += item->length;
    }
    return result;
}

Result<Bytes*> bytes_join(VM& vm, Bytes& self, Value iterable) {
    Value items = TRY(join_items_of(vm, iterable));
    if (List* list = as<List>(items))
        return join_items(vm, self, list->items(), list->size());
    auto* tuple = static_cast<Tuple*>(items.object());
    return join_items(vm, self, tuple->items(), tuple->size());
}

} // namespace ouro::vm
