// SPDX-License-Identifier: MIT
//
// array.array as a sequence: construction, items and slices, operators, the methods of lists.
#include "stdlib/array/array.hpp"

#include "vm/model/buffer.hpp"
#include "vm/model/deprecation.hpp"
#include "vm/model/generic_alias.hpp"
#include "vm/model/iterators.hpp"
#include "vm/model/reduction.hpp"
#include "vm/model/sequence.hpp"
#include "vm/model/slice.hpp"
#include "stdlib/builtins/buffer_methods.hpp"
#include "vm/objects/str/str_members.hpp"
#include "vm/text/utf8.hpp"
#include "vm/values/text_builder.hpp"

#include <algorithm>
#include <cstring>

namespace ouro::stdlib {

using namespace ouro::vm;

static Array* as_array(Value value) { return detail::native_cast<Array>(value); }

// --- Changing the length -------------------------------------------------------------------------------------------

Result<void> check_resizable(VM& vm, Array& self) {
    if (!self.exports) [[likely]]
        return {};
    auto checked = require_no_exports(vm, self.exports);
    if (checked.is_error() && is_exception_of(checked.exception(), vm, ExceptionId::BufferError))
        return vm.raise(ExceptionId::BufferError, "cannot resize an array that is exporting buffers");
    return checked;
}

// Octets for the items [begin, end), which the array has.
static Result<char*> replace_items(VM& vm, Array& self, size_t begin, size_t end, size_t count) {
    size_t width = self.item->size;
    if (count > size_t(INT64_MAX) / width)
        return vm.memory_error();
    return bytearray_splice(vm, self, begin * width, end * width, count * width);
}

Result<void> append_octets(VM& vm, Array& self, std::string_view octets) {
    if (octets.empty())
        return {};
    TRY(check_resizable(vm, self));
    return bytearray_append(vm, self, octets);
}

static Result<void> append_value(VM& vm, Array& self, Value value) {
    char octets[LARGEST_ITEM];
    TRY(self.item->store(vm, octets, value));
    return append_octets(vm, self, {octets, self.item->size});
}

Result<void> append_text(VM& vm, Array& self, std::string_view text) {
    TextBuilder octets(vm);
    for (const char *at = text.data(), *end = at + text.size(); at < end;) {
        uint32_t code_point = utf8_next(at);
        octets.append({reinterpret_cast<const char*>(&code_point), sizeof code_point});
    }
    if (octets.failed())
        return vm.memory_error();
    return append_octets(vm, self, octets.view());
}

// --- Construction --------------------------------------------------------------------------------------------------

Array* make_array(VM& vm, Type* type, const ItemType* item) {
    auto* array = static_cast<Array*>(allocate_instance(vm, type));
    array->item = item;
    return array;
}

static Array* make_like(VM& vm, Array& self) { return make_array(vm, vm.native(array_type), self.item); }

Result<Array*> array_of(VM& vm, Type* type, const ItemType* item, Value initializer) {
    Array* array = make_array(vm, type, item);
    if (initializer.is_empty())
        return array;
    Array* other = as_array(initializer);
    if (other && other->item == item)
        TRY(append_octets(vm, *array, other->view()));
    else if (as<Bytes>(initializer) || as_bytearray(initializer))
        TRY(array_frombytes(vm, *array, initializer));
    else if (Str* text = as<Str>(initializer); text && item->is_unicode())
        TRY(append_text(vm, *array, text->view()));
    else
        TRY(for_each(vm, initializer, [&](Value value) { return append_value(vm, *array, value); }));
    return array;
}

static Result<uint32_t> code_argument(VM& vm, Value code) {
    Str* text = as<Str>(code);
    if (!text)
        return vm.type_error("array() argument 1 must be a unicode character, not {}", vm.type_name(code));
    if (text->length != 1)
        return vm.type_error("array() argument 1 must be a unicode character, not a string of length {}", text->length);
    return str_code_point_at(vm, text, 0);
}

static Result<void> check_initializer(VM& vm, uint32_t code, Value initializer) {
    if (initializer.is_empty() || code == 'u' || code == 'w')
        return {};
    Array* other = as_array(initializer);
    if (as<Str>(initializer))
        return vm.type_error("cannot use a str to initialize an array with typecode '{}'", char(code));
    if (other && other->item->is_unicode())
        return vm.type_error("cannot use a unicode array to initialize an array with typecode '{}'", char(code));
    return {};
}

static Result<Value> array_new(VM& vm, Type* type, Args arguments, Kwargs keywords) {
    if (keywords.size() && inherits_special(vm, type, vm.native(array_type), Special::Init))
        return vm.type_error("array.array() takes no keyword arguments");
    if (arguments.empty())
        return vm.type_error("array() takes at least 1 argument (0 given)");
    if (arguments.size() > 2)
        return vm.type_error("array() takes at most 2 arguments ({} given)", arguments.size());
    uint32_t code = TRY(code_argument(vm, arguments[0]));
    if (code == 'u')
        TRY(warn_deprecated(vm, "The 'u' type code is deprecated and will be removed in Python 3.16"));
    Value initializer = arguments.size() > 1 ? arguments[1] : Value();
    TRY(check_initializer(vm, code, initializer));
    const ItemType* item = find_item_type(code);
    if (!initializer.is_empty() && !item)
        TRY(get_iterator(vm, initializer)); // its error comes first
    if (!item)
        return vm.value_error("bad typecode (must be b, B, u, w, h, H, i, I, l, L, q, Q, f or d)");
    return TRY(array_of(vm, type, item, initializer));
}

// --- Items and slices ----------------------------------------------------------------------------------------------

Result<Value> array_item(VM& vm, Array& self, size_t position) { return self.item->load(vm, self.at(position)); }

static Result<size_t> position_of(VM& vm, Array& self, Value key, const char* out_of_range) {
    if (!key.is_small_int()) {
        if (!is_int(key) && !vm.type_of(key)->special(vm, Special::Index))
            return vm.type_error("array indices must be integers");
        key = make_int(vm, TRY(index_int64(vm, key)));
    }
    return sequence_position(vm, key, self.size(), "array", out_of_range);
}

static Result<Array*> array_slice(VM& vm, Array& self, Slice& slice) {
    Slice* plain = TRY(plain_slice(vm, slice));
    SliceIndices part = TRY(slice_indices(vm, *plain, int64_t(self.size())));
    Array* result = make_like(vm, self);
    size_t width = self.item->size;
    if (part.step == 1) {
        TRY(append_octets(vm, *result, self.view().substr(size_t(part.start) * width, size_t(part.length) * width)));
        return result;
    }
    char* to = TRY(replace_items(vm, *result, 0, 0, size_t(part.length)));
    for (int64_t i = 0; i < part.length; i++)
        to = std::copy_n(self.at(size_t(part.start + i * part.step)), width, to);
    return result;
}

static Result<Value> array_getitem(VM& vm, Array& self, Value key) {
    if (Slice* slice = as<Slice>(key))
        return TRY(array_slice(vm, self, *slice));
    return array_item(vm, self, TRY(position_of(vm, self, key, "array index out of range")));
}

// Deletes items that do not lie side by side.
static Result<void> delete_stepwise(VM& vm, Array& self, SliceIndices part) {
    if (part.step < 0) {
        part.start += (part.length - 1) * part.step;
        part.step = -part.step;
    }
    char* to = self.at(size_t(part.start));
    for (int64_t i = 0; i < part.length; i++) {
        auto from = size_t(part.start + i * part.step + 1);
        size_t end = i + 1 < part.length ? size_t(part.start + (i + 1) * part.step) : self.size();
        to = std::copy(self.at(from), self.at(end), to);
    }
    TRY(replace_items(vm, self, self.size() - size_t(part.length), self.size(), 0));
    return {};
}

// Puts `octets`, which are not the array's own, in the place of a slice.
static Result<void> assign_slice(VM& vm, Array& self, Slice& plain, std::string_view octets) {
    size_t width = self.item->size, count = octets.size() / width;
    SliceIndices part = TRY(slice_indices(vm, plain, int64_t(self.size())));
    if (int64_t(count) != part.length || count == 0) { // CPython does not look whether there is something to delete
        TRY(check_resizable(vm, self));
        part = TRY(slice_indices(vm, plain, int64_t(self.size())));
    }
    if (part.step == 1) {
        char* to = TRY(replace_items(vm, self, size_t(part.start), size_t(part.start + part.length), count));
        std::ranges::copy(octets, to);
        return {};
    }
    if (count == 0)
        return part.length > 0 ? delete_stepwise(vm, self, part) : Result<void>();
    if (int64_t(count) != part.length)
        return vm.value_error("attempt to assign array of size {} to extended slice of size {}", count, part.length);
    for (size_t i = 0; i < count; i++)
        std::copy_n(octets.data() + i * width, width, self.at(size_t(part.start + int64_t(i) * part.step)));
    return {};
}

static Raised wrong_kind(VM& vm) { return vm.type_error("bad argument type for built-in operation"); }

static Result<void> array_setitem(VM& vm, Array& self, Value key, Value value) {
    static constexpr const char* OUT_OF_RANGE = "array assignment index out of range";
    if (Slice* slice = as<Slice>(key)) {
        Slice* plain = TRY(plain_slice(vm, *slice));
        TRY(slice_indices(vm, *plain, 0)); // its errors come first
        Array* other = as_array(value);
        if (!other)
            return vm.type_error("can only assign array (not \"{}\") to array slice", vm.type_name(value));
        if (other->item != self.item)
            return wrong_kind(vm);
        if (other != &self)
            return assign_slice(vm, self, *plain, other->view());
        Bytes* copy = TRY(make_bytes(vm, self.view()));
        return assign_slice(vm, self, *plain, copy->view());
    }
    size_t position = TRY(position_of(vm, self, key, OUT_OF_RANGE));
    char octets[LARGEST_ITEM];
    TRY(self.item->store(vm, octets, value));
    if (position >= self.size())
        return vm.index_error("{}", OUT_OF_RANGE);
    std::copy_n(octets, self.item->size, self.at(position));
    return {};
}

static Result<void> array_delitem(VM& vm, Array& self, Value key) {
    if (Slice* slice = as<Slice>(key))
        return assign_slice(vm, self, *TRY(plain_slice(vm, *slice)), {});
    TRY(position_of(vm, self, key, "array assignment index out of range"));
    TRY(check_resizable(vm, self));
    size_t position = TRY(position_of(vm, self, key, "array assignment index out of range"));
    TRY(replace_items(vm, self, position, position + 1, 0));
    return {};
}

static int64_t array_len(Array& self) { return int64_t(self.size()); }

// --- Searching and comparing ---------------------------------------------------------------------------------------

static Result<int64_t> find_from(VM& vm, Array& self, Value value, int64_t start, int64_t stop) {
    for (int64_t i = start; i < stop && size_t(i) < self.size(); i++) {
        if (TRY(equal(vm, TRY(array_item(vm, self, size_t(i))), value)))
            return i;
    }
    return -1;
}

static Result<bool> array_contains(VM& vm, Array& self, Value value) {
    return TRY(find_from(vm, self, value, 0, INT64_MAX)) >= 0;
}

static Result<int64_t> array_count(VM& vm, Array& self, Value value) {
    int64_t count = 0;
    for (size_t i = 0; i < self.size(); i++)
        count += TRY(equal(vm, TRY(array_item(vm, self, i)), value));
    return count;
}

static Result<int64_t> array_index(VM& vm, Array& self, Value value, Value start, Value stop) {
    int64_t first = start.is_empty() ? 0 : TRY(search_bound(vm, start, self.size()));
    int64_t last = stop.is_empty() ? INT64_MAX : TRY(search_bound(vm, stop, self.size()));
    int64_t found = TRY(find_from(vm, self, value, first, last));
    if (found < 0)
        return vm.value_error("array.index(x): x not in array");
    return found;
}

static Result<void> array_remove(VM& vm, Array& self, Value value) {
    int64_t found = TRY(find_from(vm, self, value, 0, INT64_MAX));
    if (found < 0)
        return vm.value_error("array.remove(x): x not in array");
    TRY(check_resizable(vm, self));
    if (size_t(found) < self.size())
        TRY(replace_items(vm, self, size_t(found), size_t(found) + 1, 0));
    return {};
}

template <Special comparison>
static Result<Value> array_compare(VM& vm, Array& self, Value value) {
    constexpr bool by_equality = comparison == Special::Eq || comparison == Special::Ne;
    Array* other = as_array(value);
    if (!other)
        return Value::not_implemented();
    if (by_equality && self.size() != other->size())
        return Value::boolean(comparison == Special::Ne);
    for (size_t i = 0; i < self.size() && i < other->size(); i++) {
        Value x = TRY(array_item(vm, self, i)), y = TRY(array_item(vm, *other, i));
        if (TRY(compare_bool(vm, Special::Eq, x, y)))
            continue;
        if (by_equality)
            return Value::boolean(comparison == Special::Ne);
        return compare(vm, comparison, x, y);
    }
    return Value::boolean(order_holds(comparison, self.size(), other->size()));
}

// --- Operators -----------------------------------------------------------------------------------------------------

static Result<Value> array_add(VM& vm, Array& self, Value value) {
    Array* other = as_array(value);
    if (!other)
        return vm.type_error("can only append array (not \"{}\") to array", vm.type_name(value));
    if (other->item != self.item)
        return wrong_kind(vm);
    Array* sum = make_like(vm, self);
    char* to = TRY(replace_items(vm, *sum, 0, 0, self.size() + other->size()));
    std::ranges::copy(other->view(), std::ranges::copy(self.view(), to).out);
    return sum;
}

static Result<void> append_array(VM& vm, Array& self, Array& other) {
    if (other.item != self.item)
        return vm.type_error("can only extend with array of same kind");
    if (other.length > 0)
        TRY(check_resizable(vm, self));
    size_t count = other.length;
    char* to = TRY(bytearray_splice(vm, self, self.length, self.length, count));
    std::memmove(to, other.data(), count); // read anew: it may be the same array
    return {};
}

static Result<Value> array_iadd(VM& vm, Array& self, Value value) {
    Array* other = as_array(value);
    if (!other)
        return vm.type_error("can only extend array with array (not \"{}\")", vm.type_name(value));
    TRY(append_array(vm, self, *other));
    return &self;
}

// Makes `times` copies of the octets stand behind each other in `result`, which may be the array itself.
static Result<void> repeat_into(VM& vm, Array& self, Array& result, size_t times) {
    size_t length = self.length;
    if (length && times > size_t(INT64_MAX) / length)
        return vm.memory_error();
    char* to = TRY(bytearray_splice(vm, result, 0, result.length, length * times));
    if (&self != &result)
        fill_repeated(to, self.view(), length * times);
    return {};
}

static Result<Value> array_mul(VM& vm, Array& self, Value value) {
    auto times = size_t(TRY(repeat_count(vm, value)));
    Array* product = make_like(vm, self);
    TRY(repeat_into(vm, self, *product, times));
    return product;
}

static Result<Value> array_imul(VM& vm, Array& self, Value value) {
    auto times = size_t(TRY(repeat_count(vm, value)));
    if (self.length == 0 || times == 1)
        return &self;
    TRY(check_resizable(vm, self));
    Array* once = make_like(vm, self);
    TRY(append_octets(vm, *once, self.view()));
    TRY(repeat_into(vm, *once, self, times));
    return &self;
}

// --- Methods of lists ----------------------------------------------------------------------------------------------

static Result<void> array_append(VM& vm, Array& self, Value value) { return append_value(vm, self, value); }

static Result<void> array_extend(VM& vm, Array& self, Value iterable) {
    if (Array* other = as_array(iterable))
        return append_array(vm, self, *other);
    return for_each(vm, iterable, [&](Value value) { return append_value(vm, self, value); });
}

static Result<void> array_insert(VM& vm, Array& self, int64_t index, Value value) {
    char octets[LARGEST_ITEM];
    TRY(self.item->store(vm, octets, value));
    TRY(check_resizable(vm, self));
    auto length = int64_t(self.size());
    if (index < 0)
        index = std::max<int64_t>(index + length, 0);
    auto position = size_t(std::min(index, length));
    char* to = TRY(replace_items(vm, self, position, position, 1));
    std::copy_n(octets, self.item->size, to);
    return {};
}

static Result<Value> array_pop(VM& vm, Array& self, int64_t index) {
    if (self.size() == 0)
        return vm.index_error("pop from empty array");
    TRY(check_resizable(vm, self));
    if (index < 0)
        index += int64_t(self.size());
    if (index < 0 || size_t(index) >= self.size())
        return vm.index_error("pop index out of range");
    Value value = TRY(array_item(vm, self, size_t(index)));
    TRY(replace_items(vm, self, size_t(index), size_t(index) + 1, 0));
    return value;
}

static Result<void> array_clear(VM& vm, Array& self) {
    if (self.length > 0)
        TRY(check_resizable(vm, self));
    return bytearray_resize(vm, self, 0);
}

static void array_reverse(Array& self) {
    size_t width = self.item->size;
    for (size_t i = 0, j = self.size(); i + 1 < j; i++)
        std::swap_ranges(self.at(i), self.at(i) + width, self.at(--j));
}

void array_byteswap(Array& self) {
    for (size_t i = 0; i < self.size(); i++)
        std::reverse(self.at(i), self.at(i) + self.item->size);
}

static Tuple* array_buffer_info(VM& vm, Array& self) {
    return make_tuple(vm, {make_int_unsigned(vm, reinterpret_cast<uintptr_t>(self.data())),
                           Value::small_int(int64_t(self.size()))});
}

static Result<Array*> array_copy(VM& vm, Array& self) {
    Array* copy = make_like(vm, self);
    TRY(append_octets(vm, *copy, self.view()));
    return copy;
}
static Result<Array*> array_deepcopy(VM& vm, Array& self, Value) { return array_copy(vm, self); }

static int64_t array_itemsize(Array& self) { return self.item->size; }
static std::string array_typecode(Array& self) { return self.item->name; }
static int64_t array_sizeof(Array& self) { return int64_t(sizeof(Array) + self.capacity()); }

// --- Iteration -----------------------------------------------------------------------------------------------------

struct ArrayIterator : Object {
    Array* array; // null at the end
    size_t position;
};

static void visit_array_iterator(Object* object, Visitor& visitor) {
    visitor.visit(static_cast<ArrayIterator*>(object)->array);
}

static Result<Value> array_iterator_next(VM& vm, Object* object) {
    auto& self = *static_cast<ArrayIterator*>(object);
    if (!self.array)
        return Value();
    if (self.position < self.array->size())
        return array_item(vm, *self.array, self.position++);
    self.array = nullptr;
    return Value();
}

static Value array_iter(VM& vm, Array& self) {
    auto* iterator = static_cast<ArrayIterator*>(allocate_instance(vm, vm.native(array_iterator_type)));
    iterator->array = &self;
    return iterator;
}

static Result<Value> array_iterator_reduce(VM& vm, Value value) {
    auto& self = *static_cast<ArrayIterator*>(value.object());
    return reduce_to_iterator(vm, self.array ? Value(self.array) : Value(), self.position, make_tuple(vm, 0));
}

static Result<void> array_iterator_set_state(VM& vm, Value value, Value state) {
    auto& self = *static_cast<ArrayIterator*>(value.object());
    if (self.array)
        self.position = TRY(iterator_position(vm, state, self.array->size()));
    return {};
}

static constexpr NativeDef ITERATOR_MEMBERS[] = {
    fn<array_iterator_reduce>("__reduce__(self, /)"),
    fn<array_iterator_set_state>("__setstate__(self, state, /)"),
    fn<iterator_self>("__iter__(self, /)"),
    fn<native_iterator_next>("__next__(self, /)"),
};

constinit const NativeType array_iterator_type = {
    .name = "array.arrayiterator",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(ArrayIterator),
    .flags = Type::FINAL | Type::NO_NEW,
    .visit = visit_array_iterator,
    .members = ITERATOR_MEMBERS,
    .member_count = std::size(ITERATOR_MEMBERS),
    .next = array_iterator_next,
};

// --- The type ------------------------------------------------------------------------------------------------------

static Result<void> acquire_array(VM&, Object* object, BufferView& view) {
    auto& self = *static_cast<Array*>(object);
    self.exports++;
    view.data = self.data();
    view.length = self.length;
    view.readonly = false;
    view.format = self.item->code == 'u' ? "w" : self.item->name;
    view.itemsize = self.item->size;
    return {};
}

static void release_array(Object* object) { static_cast<Array*>(object)->exports--; }

static constexpr BufferHooks ARRAY_BUFFER = {acquire_array, release_array};

static void visit_array(Object* object, Visitor& visitor) { visitor.visit(static_cast<Array*>(object)->storage); }

static constexpr NativeDef MEMBERS[] = {
    fn<array_new>("__new__(cls, /, *args, **kwargs)"),
    fn<array_repr>("__repr__(self, /)"),
    fn<array_compare<Special::Lt>>("__lt__(self, value, /)"),
    fn<array_compare<Special::Le>>("__le__(self, value, /)"),
    fn<array_compare<Special::Eq>>("__eq__(self, value, /)"),
    fn<array_compare<Special::Ne>>("__ne__(self, value, /)"),
    fn<array_compare<Special::Gt>>("__gt__(self, value, /)"),
    fn<array_compare<Special::Ge>>("__ge__(self, value, /)"),
    none_constant("__hash__"),
    fn<array_iter>("__iter__(self, /)"),
    fn<array_len>("__len__(self, /)"),
    fn<array_getitem>("__getitem__(self, key, /)"),
    fn<array_setitem>("__setitem__(self, key, value, /)"),
    fn<array_delitem>("__delitem__(self, key, /)"),
    fn<array_contains>("__contains__(self, key, /)"),
    fn<array_add>("__add__(self, value, /)"),
    fn<array_mul>("__mul__(self, value, /)"),
    fn<array_mul>("__rmul__(self, value, /)"),
    fn<array_iadd>("__iadd__(self, value, /)"),
    fn<array_imul>("__imul__(self, value, /)"),
    fn<array_copy>("__copy__(self, /)"),
    fn<array_deepcopy>("__deepcopy__(self, unused, /)"),
    fn<array_reduce_ex>("__reduce_ex__(self, protocol, /)"),
    fn<array_sizeof>("__sizeof__(self, /)"),
    class_fn<class_getitem>("__class_getitem__(cls, item, /)"),
    fn<serve_buffer>("__buffer__(self, flags, /)", "A memoryview of the array."),
    fn<take_back_buffer>("__release_buffer__(self, buffer, /)", "Let go of a memoryview that __buffer__ gave."),
    get<array_typecode>("typecode", "The code of the items' type."),
    get<array_itemsize>("itemsize", "The size of one item in octets."),
    fn<array_append>("append(self, v, /)", "Append one item."),
    fn<array_buffer_info>("buffer_info(self, /)", "(address, number of items) of the memory."),
    fn<array_byteswap>("byteswap(self, /)", "Reverse the octets of each item."),
    fn<array_clear>("clear(self, /)", "Remove all items."),
    fn<array_count>("count(self, v, /)", "How often the value occurs."),
    fn<array_extend>("extend(self, bb, /)", "Append the items of an array or an iterable."),
    fn<array_frombytes>("frombytes(self, buffer, /)", "Append items whose octets a bytes-like object has."),
    fn<array_fromfile>("fromfile(self, f, n, /)", "Append n items read from a file."),
    fn<array_fromlist>("fromlist(self, list, /)", "Append the items of a list."),
    fn<array_fromunicode>("fromunicode(self, ustr, /)", "Append the characters of a str."),
    fn<array_index>("index(self, v, start=<unset 0>, stop=<unset 9223372036854775807>, /)",
                    "The first index of the value."),
    fn<array_insert>("insert(self, i, v, /)", "Insert an item before the index."),
    fn<array_pop>("pop(self, i=-1, /)", "Remove and return the item at the index (the last one by default)."),
    fn<array_remove>("remove(self, v, /)", "Remove the first item of that value."),
    fn<array_reverse>("reverse(self, /)", "Reverse the items in place."),
    fn<array_tobytes>("tobytes(self, /)", "The octets of the items."),
    fn<array_tofile>("tofile(self, f, /)", "Write the octets of the items to a file."),
    fn<array_tolist>("tolist(self, /)", "The items as a list."),
    fn<array_tounicode>("tounicode(self, /)", "The characters as a str."),
};

constinit const NativeType array_type = {
    .name = "array.array",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(Array),
    .flags = Type::SEQUENCE | Type::WEAKLY_REFERENCEABLE,
    .visit = visit_array,
    .members = MEMBERS,
    .member_count = std::size(MEMBERS),
    .doc = "Numbers of one of C's types, or characters, side by side in memory; used like a list.",
    .buffer = &ARRAY_BUFFER,
};

} // namespace ouro::stdlib
