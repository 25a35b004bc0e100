// SPDX-License-Identifier: MIT
//
// str: split, rsplit, splitlines, join.
#include "vm/objects/str/str_members.hpp"
#include "vm/values/text_split.hpp"
#include "vm/model/core.hpp"

#include <algorithm>

namespace ouro::vm {

static auto emit_parts(VM& vm, Str& self, List* list) {
    return [&vm, &self, list](size_t begin, size_t end) -> Result<void> {
        return list_append(vm, *list, TRY(str_part(vm, self, begin, end)));
    };
}

static void reverse(List* list) { std::reverse(list->items(), list->items() + list->size()); }

// The separator as given to split(): null for white space.
static Result<Str*> split_argument(VM& vm, Value separator) {
    if (separator.is_none())
        return static_cast<Str*>(nullptr);
    Str* text = as<Str>(separator);
    if (!text)
        return vm.type_error("must be str or None, not {}", vm.type_name(separator));
    if (text->byte_length == 0)
        return vm.value_error("empty separator");
    return text;
}

Result<List*> str_split(VM& vm, Str& self, Value separator, int64_t limit) {
    Str* text = TRY(split_argument(vm, separator));
    List* list = make_list(vm);
    if (text)
        TRY(split_separator(self.view(), text->view(), limit, emit_parts(vm, self, list)));
    else if (self.is_ascii())
        TRY(split_white_space<AsciiText>(self.view(), limit, emit_parts(vm, self, list)));
    else
        TRY(split_white_space<CodePointText>(self.view(), limit, emit_parts(vm, self, list)));
    return list;
}

Result<List*> str_rsplit(VM& vm, Str& self, Value separator, int64_t limit) {
    Str* text = TRY(split_argument(vm, separator));
    List* list = make_list(vm);
    if (text)
        TRY(split_separator_last(self.view(), text->view(), limit, emit_parts(vm, self, list)));
    else
        TRY(split_white_space_last<CodePointText>(self.view(), limit, emit_parts(vm, self, list)));
    reverse(list);
    return list;
}

Result<List*> str_splitlines(VM& vm, Str& self, bool keep_ends) {
    List* list = make_list(vm);
    if (self.is_ascii())
        TRY(split_lines<AsciiText>(self.view(), keep_ends, emit_parts(vm, self, list)));
    else
        TRY(split_lines<CodePointText>(self.view(), keep_ends, emit_parts(vm, self, list)));
    return list;
}

// --- join ----------------------------------------------------------------------------------------------------------

struct JoinedSize {
    size_t bytes = 0, length = 0;
};

static Result<JoinedSize> measure(VM& vm, Str& separator, const Value* items, size_t count) {
    JoinedSize size;
    for (size_t i = 0; i < count; i++) {
        Str* item = as<Str>(items[i]);
        if (!item)
            return vm.type_error("sequence item {}: expected str instance, {} found", i, vm.type_name(items[i]));
        size.bytes += item->byte_length;
        size.length += item->length;
    }
    size.bytes += size_t(separator.byte_length) * (count - 1);
    size.length += size_t(separator.length) * (count - 1);
    return size;
}

// memcpy without the call for the few bytes that most pieces have.
static void copy_piece(char* out, const char* from, size_t count) {
    if (count > 8) {
        memcpy(out, from, count);
        return;
    }
    for (size_t i = 0; i < count; i++)
        out[i] = from[i];
}

static void copy_joined(char* out, Str& separator, const Value* items, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (i > 0) {
            copy_piece(out, separator.data(), separator.byte_length);
            out += separator.byte_length;
        }
        auto* item = static_cast<Str*>(items[i].object());
        copy_piece(out, item->data(), item->byte_length);
        out += item->byte_length;
    }
}

Result<Str*> str_join_items(VM& vm, Str& separator, const Value* items, size_t count) {
    if (count == 0)
        return vm.names.empty;
    JoinedSize size = TRY(measure(vm, separator, items, count));
    if (count == 1)
        return str_exact(vm, static_cast<Str*>(items[0].object()));
    if (size.bytes <= 1) {
        char single = 0;
        copy_joined(&single, separator, items, count);
        return make_short_str(vm, {&single, size.bytes});
    }
    char* out;
    Str* result = TRY(make_str_uninitialized(vm, size.bytes, size.length, out));
    copy_joined(out, separator, items, count);
    return result;
}

// The items of `iterable` without running script code after this call; TypeError "can only join an iterable".
Result<Value> join_items_of(VM& vm, Value iterable) {
    if (as<List>(iterable) || as<Tuple>(iterable))
        return iterable;
    if (!vm.type_of(iterable)->special(vm, Special::Iter) && !vm.type_of(iterable)->special(vm, Special::GetItem))
        return vm.type_error("can only join an iterable");
    return TRY(list_from(vm, iterable));
}

Result<Str*> str_join(VM& vm, Str& self, Value iterable) {
    Value items = TRY(join_items_of(vm, iterable));
    if (List* list = as<List>(items))
        return str_join_items(vm, self, list->items(), list->size());
    auto* tuple = static_cast<Tuple*>(items.object());
    return str_join_items(vm, self, tuple->items(), tuple->size());
}

} // namespace ouro::vm
