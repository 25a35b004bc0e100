// SPDX-License-Identifier: MIT
//
// bytearray: construction and what changes it. Library Reference, "Bytearray Objects".
//
// Script code (__index__, iterables) runs before the length is looked at, or the length is looked at again.
#include "vm/model/buffer.hpp"
#include "vm/model/core.hpp"
#include "vm/model/sequence.hpp"
#include "vm/model/slice.hpp"
#include "vm/objects/bytes/bytes_members.hpp"
#include "vm/objects/codecs/codec.hpp"
#include "vm/objects/str/str_members.hpp"
#include "vm/values/text_builder.hpp"

#include <algorithm>

namespace ouro::vm {

// --- Arguments -----------------------------------------------------------------------------------------------------

static Result<char> octet_argument(VM& vm, Value value) {
    auto octet = to_int64(value.is_small_int() ? value : TRY(index(vm, value)));
    if (!octet || *octet < 0 || *octet > 255)
        return vm.value_error("byte must be in range(0, 256)");
    return char(*octet);
}

// The octets of a bytes-like object, those of a memoryview with gaps as a copy.
static Result<Buffer> buffer_without_gaps(VM& vm, Value value) {
    auto buffer = Buffer::of(vm, value);
    if (!buffer.is_error() || !is_exception_of(buffer.exception(), vm, ExceptionId::BufferError))
        return buffer;
    return Buffer::of(vm, TRY(call_special(vm, value, Special::Bytes)));
}

static Result<void> append_iterable(VM& vm, ByteArray& self, Value iterable, const OctetErrors& errors) {
    TextBuilder out(vm);
    TRY(collect_octets(vm, iterable, out, errors));
    if (out.failed())
        return vm.memory_error();
    return bytearray_append(vm, self, out.view());
}

// --- Construction --------------------------------------------------------------------------------------------------

Result<Value> bytearray_new(VM& vm, Type* type, Args, Kwargs) { return allocate_instance(vm, type); }

static Result<void> append_source(VM& vm, ByteArray& self, Value source) {
    if (auto count = TRY(count_for_new(vm, source)))
        return bytearray_resize(vm, self, size_t(*count));
    if (is_bytes_like(vm, source)) {
        Buffer buffer = TRY(buffer_without_gaps(vm, source));
        return bytearray_append(vm, self, buffer.view.octets());
    }
    return append_iterable(vm, self, source, {"byte", "cannot convert '", "' object to bytearray"});
}

// bytearray(source=b'', encoding, errors), which may be called again for an array that has octets.
Result<void> bytearray_init(VM& vm, ByteArray& self, Value source, Value encoding, Value errors) {
    TRY(bytearray_resize(vm, self, 0));
    if (source.is_empty() && encoding.is_empty() && errors.is_empty())
        return {};
    if (Bytes* text = TRY(encoded_source(vm, "bytearray", source, encoding, errors)))
        return bytearray_append(vm, self, text->view());
    return append_source(vm, self, source);
}

Result<ByteArray*> bytearray_copy(VM& vm, ByteArray& self) { return make_bytearray(vm, self.view()); }

// --- Items and slices ----------------------------------------------------------------------------------------------

static constexpr const char* OUT_OF_RANGE = "bytearray index out of range";

static Result<void> delete_slice(VM& vm, ByteArray& self, const SliceIndices& part) {
    if (part.step == 1) {
        TRY(bytearray_splice(vm, self, size_t(part.start), size_t(part.start + part.length), 0));
        return {};
    }
    if (part.length == 0)
        return {};
    int64_t step = std::abs(part.step), length = int64_t(self.length);
    int64_t first = part.step > 0 ? part.start : part.start + (part.length - 1) * part.step;
    // Moves each stretch between two deleted octets down by as many as were deleted before it.
    char* target = self.data() + first;
    for (int64_t i = 0; i < part.length; i++) {
        int64_t from = first + i * step + 1;
        int64_t to = i + 1 < part.length ? first + (i + 1) * step : length;
        target = std::copy(self.data() + from, self.data() + to, target);
    }
    TRY(bytearray_splice(vm, self, size_t(length - part.length), size_t(length), 0));
    return {};
}

// Puts `octets`, which are not the array's own, in the place of a slice.
static Result<void> assign_slice(VM& vm, ByteArray& self, Slice& plain, std::string_view octets) {
    SliceIndices part = TRY(slice_indices(vm, plain, int64_t(self.length)));
    if (part.step == 1)
        return bytearray_replace(vm, self, size_t(part.start), size_t(part.start + part.length), octets);
    if (octets.empty()) {
        TRY(require_no_exports(vm, self.exports));
        return delete_slice(vm, self, TRY(slice_indices(vm, plain, int64_t(self.length))));
    }
    if (int64_t(octets.size()) != part.length)
        return vm.value_error("attempt to assign bytes of size {} to extended slice of size {}", octets.size(),
                              part.length);
    for (int64_t i = 0; i < part.length; i++)
        self.data()[part.start + i * part.step] = octets[size_t(i)];
    return {};
}

static bool is_number(VM& vm, Value value) {
    Type* type = vm.type_of(value);
    return type->special(vm, Special::Index) || type->special(vm, Special::Int) || type->special(vm, Special::Float);
}

// What is assigned to a slice, as a bytearray where it is no other object that serves octets.
static Result<Value> assigned_octets(VM& vm, ByteArray& self, Value value) {
    if (is_bytes_like(vm, value) && value != Value(&self))
        return value;
    if (value == Value(&self))
        return TRY(bytearray_copy(vm, self));
    if (is_number(vm, value) || as<Str>(value))
        return vm.type_error("can assign only bytes, buffers, or iterables of ints in range(0, 256)");
    ByteArray* made = TRY(make_bytearray(vm, {}));
    TRY(append_source(vm, *made, value));
    return made;
}

Result<void> bytearray_setitem(VM& vm, ByteArray& self, Value key, Value value) {
    if (Slice* slice = as<Slice>(key)) {
        Slice* plain = TRY(plain_slice(vm, *slice));
        TRY(slice_indices(vm, *plain, 0)); // its errors come first
        Buffer octets = TRY(buffer_without_gaps(vm, TRY(assigned_octets(vm, self, value))));
        return assign_slice(vm, self, *plain, octets.view.octets());
    }
    key = key.is_small_int() || !vm.type_of(key)->has(Type::HEAP) || !vm.type_of(key)->special(vm, Special::Index)
              ? key
              : TRY(index(vm, key));
    size_t position = TRY(sequence_position(vm, key, self.length, "bytearray", OUT_OF_RANGE));
    char octet = TRY(octet_argument(vm, value));
    if (position >= self.length)
        return vm.index_error("{}", OUT_OF_RANGE);
    self.start[position] = octet;
    return {};
}

Result<void> bytearray_delitem(VM& vm, ByteArray& self, Value key) {
    if (Slice* slice = as<Slice>(key)) {
        Slice* plain = TRY(plain_slice(vm, *slice));
        return assign_slice(vm, self, *plain, {});
    }
    key = vm.type_of(key)->has(Type::HEAP) && vm.type_of(key)->special(vm, Special::Index) ? TRY(index(vm, key)) : key;
    size_t position = TRY(sequence_position(vm, key, self.length, "bytearray", OUT_OF_RANGE));
    TRY(bytearray_splice(vm, self, position, position + 1, 0));
    return {};
}

// --- += and *= -----------------------------------------------------------------------------------------------------

Result<Value> bytearray_iadd(VM& vm, ByteArray& self, Value other) {
    auto acquired = is_bytes_like(vm, other) ? Buffer::of(vm, other) : Result<Buffer>(vm.type_error(""));
    if (acquired.is_error())
        return vm.type_error("can't concat {} to {}", vm.type_name(other), vm.type_name(&self));
    Buffer buffer = acquired.release();
    TRY(bytearray_append(vm, self, buffer.view.octets()));
    return &self;
}

Result<Value> bytearray_imul(VM& vm, ByteArray& self, Value other) {
    auto count = size_t(TRY(repeat_count(vm, other)));
    size_t length = self.length;
    if (count == 1 || length == 0)
        return &self;
    if (count > size_t(INT64_MAX) / length)
        return vm.memory_error();
    if (count == 0) {
        TRY(bytearray_resize(vm, self, 0));
        return &self;
    }
    TRY(bytearray_splice(vm, self, length, length, length * (count - 1)));
    std::string_view octets = self.view();
    length = octets.size() / count;
    fill_repeated(self.data() + length, octets.substr(0, length), length * (count - 1));
    return &self;
}

// --- Methods -------------------------------------------------------------------------------------------------------

Result<void> bytearray_append_method(VM& vm, ByteArray& self, Value item) {
    char octet = TRY(octet_argument(vm, item));
    return bytearray_append(vm, self, {&octet, 1});
}

Result<void> bytearray_extend(VM& vm, ByteArray& self, Value iterable) {
    if (iterable == Value(&self))
        return bytearray_append(vm, self, TRY(bytearray_copy(vm, self))->view());
    if (is_bytes_like(vm, iterable)) {
        auto acquired = Buffer::of(vm, iterable);
        if (acquired.is_error())
            return vm.type_error("can't set bytearray slice from {}", vm.type_name(iterable));
        Buffer buffer = acquired.release();
        return bytearray_append(vm, self, buffer.view.octets());
    }
    if (Str* text = as<Str>(iterable); text && text->length > 0)
        return vm.type_error("expected iterable of integers; got: 'str'");
    return append_iterable(vm, self, iterable, {"byte", "can't extend bytearray with ", ""});
}

Result<void> bytearray_insert(VM& vm, ByteArray& self, int64_t index, Value item) {
    char octet = TRY(octet_argument(vm, item));
    auto length = int64_t(self.length);
    if (index < 0)
        index = std::max<int64_t>(index + length, 0);
    auto position = size_t(std::min(index, length));
    return bytearray_replace(vm, self, position, position, {&octet, 1});
}

Result<Value> bytearray_pop(VM& vm, ByteArray& self, int64_t index) {
    if (self.length == 0)
        return vm.index_error("pop from empty bytearray");
    if (index < 0)
        index += int64_t(self.length);
    if (index < 0 || index >= int64_t(self.length))
        return vm.index_error("pop index out of range");
    Value item = Value::small_int(uint8_t(self.start[index]));
    TRY(bytearray_splice(vm, self, size_t(index), size_t(index) + 1, 0));
    return item;
}

Result<void> bytearray_remove(VM& vm, ByteArray& self, Value value) {
    char octet = TRY(octet_argument(vm, value));
    size_t position = self.view().find(octet);
    if (position == std::string_view::npos)
        return vm.value_error("value not found in bytearray");
    TRY(bytearray_splice(vm, self, position, position + 1, 0));
    return {};
}

Result<void> bytearray_clear(VM& vm, ByteArray& self) { return bytearray_resize(vm, self, 0); }

void bytearray_reverse(ByteArray& self) { std::reverse(self.data(), self.data() + self.length); }

Result<void> bytearray_resize_method(VM& vm, ByteArray& self, int64_t size) {
    if (size < 0)
        return vm.value_error("Can only resize to positive sizes, got {}", size);
    return bytearray_resize(vm, self, size_t(size));
}

// As CPython counts it: with an octet behind the last.
int64_t bytearray_alloc(ByteArray& self) { return self.storage ? int64_t(self.capacity()) + 1 : 0; }
int64_t bytearray_sizeof(ByteArray& self) { return int64_t(sizeof(ByteArray)) + bytearray_alloc(self); }

// --- Copies (PEP 307) ----------------------------------------------------------------------------------------------

static Result<Tuple*> reduced(VM& vm, ByteArray& self, Tuple* arguments) {
    Value state = TRY(call_method(vm, &self, "__getstate__", {}));
    return make_tuple(vm, {vm.type_of(&self), arguments, state});
}

Result<Tuple*> bytearray_reduce(VM& vm, ByteArray& self) { return bytearray_reduce_ex(vm, self, 0); }

// Old protocols have no bytes: they get text.
Result<Tuple*> bytearray_reduce_ex(VM& vm, ByteArray& self, int64_t protocol) {
    static constexpr int64_t FIRST_WITH_BYTES = 3;
    if (self.length == 0)
        return reduced(vm, self, make_tuple(vm, 0));
    if (protocol >= FIRST_WITH_BYTES)
        return reduced(vm, self, make_tuple(vm, {TRY(make_bytes(vm, self.view()))}));
    Str* text = TRY(decode_octets(vm, self.view(), "latin-1", "strict"));
    return reduced(vm, self, make_tuple(vm, {text, intern(vm, "latin-1")}));
}

} // namespace ouro::vm
