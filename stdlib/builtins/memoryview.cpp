// SPDX-License-Identifier: MIT
//
// memoryview. Each view holds an export of the object under it until it is released or dead; slices and casts are views
// of the same object. A view may be strided or have up to 64 dimensions; items have one of C's own types, read and
// written as module struct does it.
#include "stdlib/builtins/memoryview.hpp"

#include "stdlib/builtins/buffer_methods.hpp"
#include "stdlib/struct/format.hpp"

#include "vm/model/generic_alias.hpp"
#include "vm/objects/bytes/bytes_members.hpp"
#include "vm/model/iterators.hpp"
#include "vm/model/slice.hpp"
#include "vm/model/sequence.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

namespace {

constexpr unsigned MAX_DIMENSIONS = 64;

struct MemoryView : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = memoryview_type;
    Object* owner; // null once released
    char* data;    // of item [0, 0, ...]
    Str* format;
    uint64_t itemsize;
    Storage* extents; // `dimensions` lengths, then as many strides in octets
    uint32_t dimensions;
    uint32_t exports; // buffers that others took from this view
    bool readonly;

    int64_t* shape() const { return reinterpret_cast<int64_t*>(extents->bytes()); }
    int64_t* strides() const { return shape() + dimensions; }
    int64_t items() const {
        int64_t count = 1;
        for (unsigned i = 0; i < dimensions; i++)
            count *= shape()[i];
        return count;
    }
    uint64_t length() const { return uint64_t(items()) * itemsize; }
    char code() const { return format->view().back(); }
    bool is_contiguous(bool columns_first) const;
};

bool MemoryView::is_contiguous(bool columns_first) const {
    int64_t expected = int64_t(itemsize);
    if (items() == 0 && dimensions != 1)
        return true;
    for (unsigned k = 0; k < dimensions; k++) {
        unsigned i = columns_first ? k : dimensions - 1 - k;
        if (shape()[i] != 1 && strides()[i] != expected)
            return false;
        expected *= shape()[i];
    }
    return true;
}

void visit_memoryview(Object* object, Visitor& visitor) {
    auto* self = static_cast<MemoryView*>(object);
    visitor.visit(self->owner);
    visitor.visit(self->format);
    visitor.visit(self->extents);
}

// --- Making --------------------------------------------------------------------------------------------------------

// A view of `dimensions` dimensions, whose shape is to be filled in, over what `buffer` holds.
MemoryView* make_view(VM& vm, Buffer buffer, Str* format, unsigned dimensions) {
    Storage* extents = vm.heap.allocate_storage(2 * std::max(dimensions, 1u) * sizeof(int64_t));
    auto* view = static_cast<MemoryView*>(allocate_instance(vm, vm.native(memoryview_type)));
    view->data = buffer.view.data;
    view->readonly = buffer.view.readonly;
    view->itemsize = buffer.view.itemsize;
    view->dimensions = dimensions;
    view->format = format;
    view->extents = extents;
    view->owner = buffer.detach();
    return view;
}

// Strides of items that lie side by side, the last index running fastest.
void set_contiguous_strides(MemoryView& view) {
    auto stride = int64_t(view.itemsize);
    for (unsigned i = view.dimensions; i-- > 0;) {
        view.strides()[i] = stride;
        stride *= view.shape()[i];
    }
}

Result<void> check_released(VM& vm, MemoryView& self) {
    if (!self.owner)
        return vm.value_error("operation forbidden on released memoryview object");
    return {};
}

// Another view of the same items, with an export of its own.
Result<MemoryView*> copy_view(VM& vm, MemoryView& self) {
    TRY(check_released(vm, self));
    MemoryView* view = make_view(vm, TRY(Buffer::of(vm, self.owner)), self.format, self.dimensions);
    view->data = self.data;
    view->readonly = self.readonly;
    view->itemsize = self.itemsize;
    std::copy(self.shape(), self.shape() + 2 * self.dimensions, view->shape());
    return view;
}

Result<Value> memoryview_new(VM& vm, Type*, Value object) {
    return TRY(make_memoryview(vm, object));
}

// --- Items ---------------------------------------------------------------------------------------------------------

Result<FormatItem> item_format(VM& vm, MemoryView& self) {
    std::optional<FormatItem> item = native_item(self.format->view());
    std::string_view format = self.format->view();
    if (!item && format.size() == 1 + size_t(format.starts_with('@')))
        return vm.not_implemented_error("memoryview: format {} not supported", format);
    if (!item)
        return vm.not_implemented_error("memoryview: unsupported format {}", format);
    return *item;
}

Result<Value> load(VM& vm, MemoryView& self, const char* from) {
    return unpack_item(vm, from, TRY(item_format(vm, self)));
}

// Can a value of this type stand for an item at all, whatever its size?
bool has_item_type(VM& vm, Value value, char code) {
    Type* type = vm.type_of(value);
    switch (code) {
    case 'c':
        return as<Bytes>(value) != nullptr;
    case '?':
        return true;
    case 'e':
    case 'f':
    case 'd':
        return value.is_double() || is_int(value) || type->special(vm, Special::Float) ||
               type->special(vm, Special::Index);
    default:
        return is_int(value) || type->special(vm, Special::Index);
    }
}

Result<void> store(VM& vm, MemoryView& self, char* to, Value value) {
    FormatItem item = TRY(item_format(vm, self));
    if (!has_item_type(vm, value, item.code))
        return vm.type_error("memoryview: invalid type for format '{}'", self.format->view());
    char octets[sizeof(uint64_t)] = {};
    auto packed = pack_item(vm, value, item, octets);
    if (packed.is_error()) {
        bool is_range = is_struct_error(vm, packed.exception()) ||
                        vm.type_of(Value(reinterpret_cast<Object*>(packed.exception()))) ==
                            vm.exception_type(ExceptionId::OverflowError);
        return is_range ? vm.value_error("memoryview: invalid value for format '{}'", self.format->view())
                        : packed.error();
    }
    TRY(check_released(vm, self)); // the value's __index__ may have released it
    std::copy_n(octets, item.size, to);
    return {};
}

// --- Indexing ------------------------------------------------------------------------------------------------------

bool is_index(VM& vm, Value key) {
    return is_int(key) || vm.type_of(key)->special(vm, Special::Index);
}

Result<int64_t> offset_in(VM& vm, MemoryView& self, unsigned dimension, Value key) {
    int64_t at = TRY(index_int64(vm, key));
    TRY(check_released(vm, self));
    int64_t length = self.shape()[dimension];
    if (at < 0)
        at += length;
    if (at < 0 || at >= length)
        return vm.index_error("index out of bounds on dimension {}", dimension + 1);
    return at * self.strides()[dimension];
}

// The place of the item that an index or a tuple of indices names; null for a slice. TypeError, IndexError,
// NotImplementedError for what would be a view of fewer dimensions.
Result<char*> find_item(VM& vm, MemoryView& self, Value key) {
    TRY(check_released(vm, self));
    if (is_index(vm, key)) {
        if (self.dimensions == 0)
            return vm.type_error("invalid indexing of 0-dim memory");
        if (self.dimensions > 1)
            return vm.not_implemented_error("multi-dimensional sub-views are not implemented");
        return self.data + TRY(offset_in(vm, self, 0, key));
    }
    if (as<Slice>(key))
        return static_cast<char*>(nullptr);
    Tuple* keys = as<Tuple>(key);
    auto all = [&](auto test) { return keys && std::all_of(keys->items(), keys->items() + keys->size(), test); };
    if (!all([&](Value k) { return is_index(vm, k); })) {
        if (all([&](Value k) { return as<Slice>(k) != nullptr; }))
            return vm.not_implemented_error("multi-dimensional slicing is not implemented");
        return vm.type_error("memoryview: invalid slice key");
    }
    if (keys->size() < self.dimensions)
        return vm.not_implemented_error("sub-views are not implemented");
    if (keys->size() > self.dimensions)
        return vm.type_error("cannot index {}-dimension view with {}-element tuple", self.dimensions, keys->size());
    int64_t offset = 0;
    for (unsigned i = 0; i < self.dimensions; i++)
        offset += TRY(offset_in(vm, self, i, (*keys)[i]));
    return self.data + offset;
}

Result<MemoryView*> slice_of(VM& vm, MemoryView& self, Slice& slice) {
    if (self.dimensions == 0)
        return vm.type_error("invalid indexing of 0-dim memory");
    Slice* plain = TRY(plain_slice(vm, slice));
    TRY(check_released(vm, self));
    SliceIndices part = TRY(slice_indices(vm, *plain, self.shape()[0]));
    MemoryView* view = TRY(copy_view(vm, self));
    view->data += part.start * view->strides()[0];
    view->shape()[0] = part.length;
    view->strides()[0] *= part.step;
    return view;
}

Result<Value> memoryview_getitem(VM& vm, MemoryView& self, Value key) {
    TRY(check_released(vm, self));
    if (key.is_ellipsis() && self.dimensions == 0)
        return &self;
    if (char* item = TRY(find_item(vm, self, key)))
        return load(vm, self, item);
    return TRY(slice_of(vm, self, *as<Slice>(key)));
}

MemoryView* view_over(VM& vm, Buffer buffer) {
    BufferView octets = buffer.view;
    MemoryView* view =
        make_view(vm, std::move(buffer), intern(vm, octets.format), octets.shape ? octets.dimensions : 1);
    if (octets.shape)
        std::copy(octets.shape, octets.shape + octets.dimensions, view->shape());
    else
        view->shape()[0] = int64_t(octets.length / octets.itemsize);
    set_contiguous_strides(*view);
    return view;
}

Result<MemoryView*> view_of(VM& vm, Value value) {
    if (detail::is_instance_of_native(value, memoryview_type))
        return copy_view(vm, *static_cast<MemoryView*>(value.object()));
    return view_over(vm, TRY(Buffer::of(vm, value, BufferFlags::FULL_READ_ONLY)));
}

void release_view(VM&, Object* object) {
    Buffer::release_export(std::exchange(static_cast<MemoryView*>(object)->owner, nullptr));
}

// self[slice] = source: as many items of the same format. The source may overlap.
Result<void> assign_slice(VM& vm, MemoryView& self, Slice& slice, Value source) {
    if (self.dimensions != 1)
        return vm.not_implemented_error("memoryview slice assignments are currently restricted to ndim = 1");
    MemoryView* from = TRY(view_of(vm, source));
    auto target = slice_of(vm, self, slice);
    if (target.is_error()) {
        release_view(vm, from);
        return target.error();
    }
    MemoryView* to = target.release();
    auto plain = [](std::string_view format) { return format.starts_with('@') ? format.substr(1) : format; };
    bool fits = from->dimensions == 1 && from->shape()[0] == to->shape()[0] &&
                plain(from->format->view()) == plain(to->format->view());
    if (fits) {
        std::string items;
        for (int64_t i = 0; i < from->shape()[0]; i++)
            items.append(from->data + i * from->strides()[0], from->itemsize);
        for (int64_t i = 0; i < to->shape()[0]; i++)
            std::copy_n(items.data() + uint64_t(i) * to->itemsize, to->itemsize, to->data + i * to->strides()[0]);
    }
    release_view(vm, from);
    release_view(vm, to);
    if (!fits)
        return vm.value_error("memoryview assignment: lvalue and rvalue have different structures");
    return {};
}

Result<void> memoryview_setitem(VM& vm, MemoryView& self, Value key, Value value) {
    TRY(check_released(vm, self));
    if (self.readonly)
        return vm.type_error("cannot modify read-only memory");
    if (as<Slice>(key))
        return assign_slice(vm, self, *as<Slice>(key), value);
    if (self.dimensions > 1 && is_index(vm, key))
        return vm.not_implemented_error("sub-views are not implemented");
    return store(vm, self, TRY(find_item(vm, self, key)), value);
}

Result<void> memoryview_delitem(VM& vm, MemoryView& self, Value) {
    TRY(check_released(vm, self));
    return vm.raise(ExceptionId::TypeError, self.readonly ? "cannot modify read-only memory" : "cannot delete memory");
}

Result<int64_t> memoryview_len(VM& vm, MemoryView& self) {
    TRY(check_released(vm, self));
    if (self.dimensions == 0)
        return vm.type_error("0-dim memory has no length");
    return self.shape()[0];
}

// --- The items as a whole ------------------------------------------------------------------------------------------

// Calls function(place) for each item, the last index running fastest, or the first where `columns_first`.
template <class F>
Result<void> for_each_item(MemoryView& self, bool columns_first, F&& function) {
    int64_t indices[MAX_DIMENSIONS] = {};
    for (int64_t left = self.items(); left > 0; left--) {
        const char* place = self.data;
        for (unsigned i = 0; i < self.dimensions; i++)
            place += indices[i] * self.strides()[i];
        TRY(function(place));
        for (unsigned k = 0; k < self.dimensions; k++) {
            unsigned i = columns_first ? k : self.dimensions - 1 - k;
            if (++indices[i] < self.shape()[i])
                break;
            indices[i] = 0;
        }
    }
    return {};
}

Result<Bytes*> octets_of(VM& vm, MemoryView& self, bool columns_first) {
    TRY(check_released(vm, self));
    Bytes* octets = TRY(make_bytes_uninitialized(vm, self.length()));
    if (self.is_contiguous(columns_first)) {
        std::copy_n(self.data, self.length(), octets->data());
        return octets;
    }
    char* to = octets->data();
    TRY(for_each_item(self, columns_first, [&](const char* item) -> Result<void> {
        to = std::copy_n(item, self.itemsize, to);
        return {};
    }));
    return octets;
}

Result<Bytes*> memoryview_tobytes(VM& vm, MemoryView& self, Value order) {
    Str* text = as<Str>(order);
    if (!text && !order.is_none())
        return vm.type_error("tobytes() argument 'order' must be str or None, not {}", vm.type_name(order));
    std::string_view chosen = text ? text->view() : "C";
    if (chosen.find('\0') != std::string_view::npos)
        return vm.value_error("embedded null character");
    TRY(check_released(vm, self));
    if (chosen != "C" && chosen != "F" && chosen != "A")
        return vm.value_error("order must be 'C', 'F' or 'A'");
    return octets_of(vm, self, chosen == "F" || (chosen == "A" && self.is_contiguous(true)));
}

Result<Bytes*> memoryview_bytes(VM& vm, MemoryView& self) {
    return octets_of(vm, self, false);
}

Result<Str*> memoryview_hex(VM& vm, MemoryView& self, Value separator, int64_t group) {
    return bytes_hex(vm, *TRY(octets_of(vm, self, false)), separator, group);
}

Result<Value> nested_list(VM& vm, MemoryView& self, const char* from, unsigned dimension) {
    if (dimension == self.dimensions)
        return load(vm, self, from);
    List* list = make_list(vm);
    for (int64_t i = 0; i < self.shape()[dimension]; i++)
        TRY(list_append(vm, *list, TRY(nested_list(vm, self, from + i * self.strides()[dimension], dimension + 1))));
    return list;
}

Result<void> require_one_dimension(VM& vm, MemoryView& self) {
    TRY(check_released(vm, self));
    if (self.dimensions == 0)
        return vm.type_error("invalid lookup on 0-dim memory");
    if (self.dimensions > 1)
        return vm.not_implemented_error("multi-dimensional sub-views are not implemented");
    return {};
}

// The position of the first item from `from` on, and before `end`, that is equal to `value`; or -1.
Result<int64_t> find_value(VM& vm, MemoryView& self, Value value, int64_t from, int64_t end) {
    for (int64_t i = from; i < std::min(end, self.shape()[0]); i++) {
        Value item = TRY(load(vm, self, self.data + i * self.strides()[0]));
        bool found = TRY(compare_bool(vm, Special::Eq, item, value));
        TRY(check_released(vm, self));
        if (found)
            return i;
    }
    return int64_t(-1);
}

Result<int64_t> memoryview_count(VM& vm, MemoryView& self, Value value) {
    TRY(require_one_dimension(vm, self));
    int64_t count = 0;
    for (int64_t at = -1; (at = TRY(find_value(vm, self, value, at + 1, INT64_MAX))) >= 0;)
        count++;
    return count;
}

Result<int64_t> memoryview_index(VM& vm, MemoryView& self, Value value, Value start, Value stop) {
    TRY(require_one_dimension(vm, self));
    int64_t from = TRY(search_bound(vm, start, size_t(self.shape()[0])));
    int64_t end = TRY(search_bound(vm, stop, size_t(self.shape()[0])));
    TRY(check_released(vm, self));
    int64_t at = TRY(find_value(vm, self, value, from, end));
    if (at < 0)
        return vm.value_error("memoryview.index(x): x not found");
    return at;
}

Result<Value> memoryview_tolist(VM& vm, MemoryView& self) {
    TRY(check_released(vm, self));
    return nested_list(vm, self, self.data, 0);
}

// Equal when shapes are and all items, whatever their formats.
Result<bool> equal_views(VM& vm, MemoryView& a, MemoryView& b) {
    if (a.dimensions != b.dimensions || !std::equal(a.shape(), a.shape() + a.dimensions, b.shape()))
        return false;
    if (!native_item(a.format->view()) || !native_item(b.format->view()))
        return false;
    Value left = TRY(nested_list(vm, a, a.data, 0));
    return compare_bool(vm, Special::Eq, left, TRY(nested_list(vm, b, b.data, 0)));
}

Result<Value> memoryview_eq(VM& vm, MemoryView& self, Value other) {
    if (!self.owner) // a released one is equal to itself only; of others, NaNs in them are not equal to themselves
        return Value::boolean(other == Value(&self));
    if (!is_bytes_like(vm, other))
        return Value::not_implemented();
    auto viewed = view_of(vm, other);
    if (viewed.is_error())
        return Value::boolean(false);
    MemoryView* that = viewed.release();
    auto result = equal_views(vm, self, *that);
    release_view(vm, that);
    return Value::boolean(TRY(std::move(result)));
}

Result<Value> memoryview_ne(VM& vm, MemoryView& self, Value other) {
    Value equal = TRY(memoryview_eq(vm, self, other));
    return equal.is_not_implemented() ? equal : Value::boolean(equal.is_false());
}

Result<Value> memoryview_hash(VM& vm, MemoryView& self) {
    TRY(check_released(vm, self));
    if (!self.readonly)
        return vm.value_error("cannot hash writable memoryview object");
    if (std::string_view("Bbc").find(self.code()) == std::string_view::npos)
        return vm.value_error("memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
    return make_int(vm, int64_t(TRY(hash(vm, TRY(octets_of(vm, self, false))))));
}

std::string memoryview_repr(MemoryView& self) {
    return fmt::format("<{} at {:#x}>", self.owner ? "memory" : "released memory", reinterpret_cast<uintptr_t>(&self));
}

// --- cast ----------------------------------------------------------------------------------------------------------

Result<Tuple*> shape_argument(VM& vm, MemoryView& self, Value shape) {
    if (!as<Tuple>(shape) && !as<List>(shape))
        return vm.type_error("shape must be a list or a tuple");
    Tuple* lengths = TRY(tuple_from(vm, shape));
    if (lengths->size() > MAX_DIMENSIONS)
        return vm.value_error("memoryview: number of dimensions must not exceed {}", MAX_DIMENSIONS);
    if (self.dimensions != 1 && lengths->size() != 1)
        return vm.type_error("memoryview: cast must be 1D -> ND or ND -> 1D");
    return lengths;
}

// The lengths of the dimensions, which take up all of the view with items of that size.
Result<std::vector<int64_t>> shape_lengths(VM& vm, MemoryView& self, Tuple& lengths, size_t itemsize) {
    auto octets = int64_t(itemsize);
    std::vector<int64_t> result;
    for (size_t i = 0; i < lengths.size(); i++) {
        if (!is_int(lengths[i]))
            return vm.type_error("memoryview.cast(): elements of shape must be integers");
        std::optional<int64_t> length = to_int64(lengths[i]);
        if (!length)
            return vm.overflow_error("Python int too large to convert to C ssize_t");
        if (*length <= 0)
            return vm.value_error("memoryview.cast(): elements of shape must be integers > 0");
        if (__builtin_mul_overflow(octets, *length, &octets))
            return vm.value_error("memoryview.cast(): product(shape) > SSIZE_MAX");
        result.push_back(*length);
    }
    if (uint64_t(octets) != self.length())
        return vm.type_error("memoryview: product(shape) * itemsize != buffer size");
    return result;
}

// A view of these octets can be cast, whatever to.
Result<void> check_castable(VM& vm, MemoryView& self, bool to_shape) {
    TRY(check_released(vm, self));
    if (!self.is_contiguous(false))
        return vm.type_error("memoryview: casts are restricted to C-contiguous views");
    if ((to_shape || self.dimensions != 1) && self.length() == 0)
        return vm.type_error("memoryview: cannot cast view with zeros in shape or strides");
    return {};
}

Result<FormatItem> check_format(VM& vm, MemoryView& self, std::string_view format) {
    std::optional<FormatItem> item = native_item(format);
    if (!item)
        return vm.value_error(
            "memoryview: destination format must be a native single character format prefixed with an "
            "optional '@'");
    auto is_octet = [](char code) { return code == 'b' || code == 'B' || code == 'c'; };
    if (!is_octet(self.code()) && !is_octet(item->code))
        return vm.type_error("memoryview: cannot cast between two non-byte formats");
    if (self.length() % item->size != 0)
        return vm.type_error("memoryview: length is not a multiple of itemsize");
    return *item;
}

Result<Value> memoryview_cast(VM& vm, MemoryView& self, Value format, Value shape) {
    Str* text = as<Str>(format);
    if (!text)
        return vm.type_error("cast() argument 'format' must be str, not {}",
                             format.is_none() ? "None" : vm.type_name(format));
    TRY(check_castable(vm, self, bool(shape)));
    Tuple* given = shape ? TRY(shape_argument(vm, self, shape)) : nullptr;
    if (!text->is_ascii()) // raises
        TRY(call_method(vm, str_exact(vm, text), "encode", {make_short_str(vm, "ascii")}));
    std::string_view name = text->view().substr(0, text->view().find('\0')); // as C reads it
    FormatItem item = TRY(check_format(vm, self, name));
    std::vector<int64_t> lengths{int64_t(self.length() / item.size)};
    if (given)
        lengths = TRY(shape_lengths(vm, self, *given, item.size));
    MemoryView* view =
        make_view(vm, TRY(Buffer::of(vm, self.owner)), make_short_str(vm, name), unsigned(lengths.size()));
    view->data = self.data;
    view->readonly = self.readonly;
    view->itemsize = item.size;
    std::copy(lengths.begin(), lengths.end(), view->shape());
    set_contiguous_strides(*view);
    return view;
}

Result<Value> memoryview_toreadonly(VM& vm, MemoryView& self) {
    MemoryView* view = TRY(copy_view(vm, self));
    view->readonly = true;
    return view;
}

// --- Its life ------------------------------------------------------------------------------------------------------

Result<void> memoryview_release(VM& vm, MemoryView& self) {
    if (self.exports)
        return vm.raise(ExceptionId::BufferError,
                        fmt::format("memoryview has {} exported buffer{}", self.exports, self.exports == 1 ? "" : "s"));
    release_view(vm, &self);
    return {};
}

Result<Value> memoryview_enter(VM& vm, MemoryView& self) {
    TRY(check_released(vm, self));
    return &self;
}
Result<void> memoryview_exit(VM& vm, MemoryView& self, Args) {
    return memoryview_release(vm, self);
}

// What a view itself serves to those who want octets.
Result<void> acquire_view(VM& vm, Object* object, BufferView& buffer) {
    auto& self = *static_cast<MemoryView*>(object);
    TRY(check_released(vm, self));
    if (!self.is_contiguous(false))
        return vm.raise(ExceptionId::BufferError, "memoryview: underlying buffer is not C-contiguous");
    self.exports++;
    buffer = {.data = self.data,
              .length = self.length(),
              .readonly = self.readonly,
              .format = self.format->data(),
              .itemsize = self.itemsize,
              .dimensions = self.dimensions,
              .shape = self.shape()};
    return {};
}

void release_view_export(Object* object) {
    static_cast<MemoryView*>(object)->exports--;
}

constexpr BufferHooks MEMORYVIEW_BUFFER = {acquire_view, release_view_export};

// --- Attributes ----------------------------------------------------------------------------------------------------

Result<Value> extents_tuple(VM& vm, MemoryView& self, const int64_t* (*first)(MemoryView&)) {
    TRY(check_released(vm, self));
    Tuple* tuple = make_tuple(vm, self.dimensions);
    for (unsigned i = 0; i < self.dimensions; i++)
        (*tuple)[i] = make_int(vm, first(self)[i]);
    return tuple;
}

Result<Value> memoryview_shape(VM& vm, MemoryView& self) {
    return extents_tuple(vm, self, [](MemoryView& view) -> const int64_t* { return view.shape(); });
}
Result<Value> memoryview_strides(VM& vm, MemoryView& self) {
    return extents_tuple(vm, self, [](MemoryView& view) -> const int64_t* { return view.strides(); });
}
Result<Value> memoryview_suboffsets(VM& vm, MemoryView& self) {
    TRY(check_released(vm, self));
    return make_tuple(vm, 0);
}
Result<Value> memoryview_obj(VM& vm, MemoryView& self) {
    TRY(check_released(vm, self));
    return self.owner;
}
Result<Value> memoryview_format(VM& vm, MemoryView& self) {
    TRY(check_released(vm, self));
    return self.format;
}
Result<int64_t> memoryview_nbytes(VM& vm, MemoryView& self) {
    TRY(check_released(vm, self));
    return int64_t(self.length());
}
Result<int64_t> memoryview_itemsize(VM& vm, MemoryView& self) {
    TRY(check_released(vm, self));
    return int64_t(self.itemsize);
}
Result<int64_t> memoryview_ndim(VM& vm, MemoryView& self) {
    TRY(check_released(vm, self));
    return int64_t(self.dimensions);
}
Result<bool> memoryview_readonly(VM& vm, MemoryView& self) {
    TRY(check_released(vm, self));
    return self.readonly;
}
Result<bool> memoryview_c_contiguous(VM& vm, MemoryView& self) {
    TRY(check_released(vm, self));
    return self.is_contiguous(false);
}
Result<bool> memoryview_f_contiguous(VM& vm, MemoryView& self) {
    TRY(check_released(vm, self));
    return self.is_contiguous(true);
}
Result<bool> memoryview_contiguous(VM& vm, MemoryView& self) {
    TRY(check_released(vm, self));
    return self.is_contiguous(false) || self.is_contiguous(true);
}

// --- Iteration -----------------------------------------------------------------------------------------------------

struct MemoryIterator : Object {
    MemoryView* view; // null at the end
    int64_t position;
};

void visit_iterator(Object* object, Visitor& visitor) {
    visitor.visit(static_cast<MemoryIterator*>(object)->view);
}

Result<Value> memoryview_iter(VM& vm, MemoryView& self) {
    TRY(check_released(vm, self));
    if (self.dimensions == 0)
        return vm.type_error("invalid indexing of 0-dim memory");
    TRY(item_format(vm, self));
    if (self.dimensions != 1)
        return vm.not_implemented_error("multi-dimensional sub-views are not implemented");
    auto* iterator = static_cast<MemoryIterator*>(allocate_instance(vm, vm.native(memory_iterator_type)));
    iterator->view = &self;
    return iterator;
}

Result<Value> iterator_next(VM& vm, Object* object) {
    auto& self = *static_cast<MemoryIterator*>(object);
    if (!self.view)
        return Value();
    TRY(check_released(vm, *self.view));
    if (self.position >= self.view->shape()[0]) {
        self.view = nullptr;
        return Value();
    }
    return load(vm, *self.view, self.view->data + self.position++ * self.view->strides()[0]);
}

constexpr NativeDef ITERATOR_MEMBERS[] = {
    fn<iterator_self>("__iter__(self, /)"),
    fn<native_iterator_next>("__next__(self, /)"),
};

constexpr NativeDef MEMBERS[] = {
    fn<memoryview_new>("__new__(cls, /, object)"),
    fn<memoryview_repr>("__repr__(self, /)"),
    fn<memoryview_hash>("__hash__(self, /)"),
    fn<memoryview_eq>("__eq__(self, value, /)"),
    fn<memoryview_ne>("__ne__(self, value, /)"),
    fn<memoryview_iter>("__iter__(self, /)"),
    fn<memoryview_bytes>("__bytes__(self, /)"),
    fn<memoryview_len>("__len__(self, /)"),
    fn<memoryview_getitem>("__getitem__(self, key, /)"),
    fn<memoryview_setitem>("__setitem__(self, key, value, /)"),
    fn<memoryview_delitem>("__delitem__(self, key, /)"),
    fn<serve_buffer>("__buffer__(self, flags, /)", "A memoryview of the object."),
    fn<take_back_buffer>("__release_buffer__(self, buffer, /)", "Let go of a memoryview that __buffer__ gave."),
    class_fn<class_getitem>("__class_getitem__(cls, item, /)"),
    fn<memoryview_count>("count(self, value, /)", "How often the value occurs."),
    fn<memoryview_index>("index(self, value, start=0, stop=9223372036854775807, /)",
                         "The position of the first item that is equal to the value."),
    fn<memoryview_release>("release(self, /)", "Let go of the object under the view."),
    fn<memoryview_tobytes>("tobytes(self, /, order='C')", "The items' octets as bytes."),
    fn<memoryview_hex>("hex(self, /, sep=<unset>, bytes_per_sep=1)", "The octets as hexadecimal digits."),
    fn<memoryview_tolist>("tolist(self, /)", "The items as a list, nested where there are more dimensions."),
    fn<memoryview_cast>("cast(self, /, format, shape=<unset>)", "The same memory as items of another format or shape."),
    fn<memoryview_toreadonly>("toreadonly(self, /)", "A read-only view of the same memory."),
    fn<memoryview_enter>("__enter__(self, /)"),
    fn<memoryview_exit>("__exit__(self, /, *args)"),
    get<memoryview_obj>("obj", "The underlying object of the memoryview."),
    get<memoryview_nbytes>("nbytes", "The size of all items in octets."),
    get<memoryview_readonly>("readonly", "Whether the memory is read only."),
    get<memoryview_itemsize>("itemsize", "The size of one item in octets."),
    get<memoryview_format>("format", "The format of an item in the words of module struct."),
    get<memoryview_ndim>("ndim", "The number of dimensions."),
    get<memoryview_shape>("shape", "Items per dimension."),
    get<memoryview_strides>("strides", "Octets from one item to the next, per dimension."),
    get<memoryview_suboffsets>("suboffsets", "Empty: items are never reached through pointers."),
    get<memoryview_c_contiguous>("c_contiguous", "Whether the items lie side by side, the last index running fastest."),
    get<memoryview_f_contiguous>("f_contiguous", "Whether they do with the first index running fastest."),
    get<memoryview_contiguous>("contiguous", "Whether they lie side by side."),
};

} // namespace

Result<Object*> make_memoryview(VM& vm, Value object) {
    if (!is_bytes_like(vm, object))
        return vm.type_error("memoryview: a bytes-like object is required, not '{}'", vm.type_name(object));
    return TRY(view_of(vm, object));
}

Object* make_memoryview(VM& vm, Buffer buffer) { return view_over(vm, std::move(buffer)); }

constinit const NativeType memory_iterator_type = {
    .name = "memory_iterator",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(MemoryIterator),
    .flags = Type::FINAL | Type::NO_NEW,
    .visit = visit_iterator,
    .members = ITERATOR_MEMBERS,
    .member_count = std::size(ITERATOR_MEMBERS),
    .next = iterator_next,
};

constinit const NativeType memoryview_type = {
    .name = "memoryview",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(MemoryView),
    .flags = Type::FINAL | Type::SEQUENCE | Type::WEAKLY_REFERENCEABLE,
    .visit = visit_memoryview,
    .members = MEMBERS,
    .member_count = std::size(MEMBERS),
    .doc = "The memory of another object, without a copy: its octets or items of a format, in one dimension or more.",
    .finalize = release_view,
    .buffer = &MEMORYVIEW_BUFFER,
};

} // namespace ouro::stdlib
